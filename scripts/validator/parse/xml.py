"""XML → its elements with their places, as far as sitemaps, feeds and pictures need them.

Read with expat, which never fetches anything.  A document that declares entities of its own is refused: nothing that a
site publishes needs them, and they can grow without end.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

from validator.finding import Place

_DEEPEST: Final = 200
START: Final = Place()


class XmlError(Exception):
    """Why a text is no XML that can be read, and where."""

    def __init__(self, reason: str, place: Place) -> None:
        super().__init__(reason)
        self.place = place


@dataclass(slots=True)
class XmlElement:
    """`name` and `parent` have no prefixes; `text` is what stands directly in it, `text_place` where that begins."""

    name: str
    namespace: str
    attributes: dict[str, str]
    place: Place
    parent: str = ""
    text: str = ""
    text_place: Place = START


class _Reader:
    def __init__(self, names: Collection[str]) -> None:
        self.names = names
        self.elements: list[XmlElement] = []
        self.open: list[XmlElement] = []
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = False
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.words
        self.parser.EntityDeclHandler = self.entity

    @property
    def place(self) -> Place:
        return Place(self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open) == _DEEPEST:
            raise XmlError(f"its elements are nested more than {_DEEPEST} deep", self.place)
        namespace, _, plain = name.rpartition("}")
        given = {key.rpartition("}")[2]: value for key, value in attributes.items()}
        parent = self.open[-1].name if self.open else ""
        self.open.append(XmlElement(plain, namespace, given, self.place, parent))
        if not parent or plain in self.names:
            self.elements.append(self.open[-1])

    def end(self, name: str) -> None:
        self.open.pop()

    def words(self, text: str) -> None:
        element = self.open[-1]
        if not element.text and text.strip():
            line, column = self.place
            lead = len(text) - len(text.lstrip())
            element.text_place = Place(line, column + lead)
        if element.text or text.strip():
            element.text += text

    def entity(self, name: str, *_: object) -> None:
        raise XmlError(f'it declares the entity "{name}"', self.place)


def xml_elements(data: bytes, names: Collection[str]) -> list[XmlElement]:
    """The root and every element with one of `names`, in order; raises `XmlError`."""
    reader = _Reader(names)
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise XmlError(expat.ErrorString(error.code), Place(error.lineno, error.offset + 1)) from None
    except (LookupError, ValueError):
        raise XmlError("it names an encoding that is not known", Place()) from None
    return reader.elements
