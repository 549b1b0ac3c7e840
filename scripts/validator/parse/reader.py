"""Markdown → HTML by Python-Markdown with a project's extensions, in bounded time."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final
from xml.etree.ElementTree import Element as TreeElement

import markdown
from markdown.treeprocessors import Treeprocessor

WRITTEN: Final = "data-validator-written"
"""Set on what MkDocs itself would resolve: links and images of Markdown, not those of raw HTML."""
SECONDS: Final = 3.0
SECONDS_A_CHARACTER: Final = 15e-6
"""Of processor time.  Honest pages take 2 to 8 millionths a character; five thousand open brackets take minutes."""


class UnreadableError(Exception):
    """Python-Markdown could not read a page; the message says why."""


class _TooLong(BaseException):
    """The time of a page is over.  No `Exception`, since extensions catch those and go on."""


class _Written(Treeprocessor):
    """Leaves a note on every link and image that comes from Markdown, when MkDocs would resolve them."""

    def run(self, root: TreeElement) -> None:
        for element in root.iter():
            if element.tag in ("a", "img"):
                element.set(WRITTEN, "")


class Reader:
    """Reads Markdown with the extensions of one project.

    `missing` names the extensions that this environment does not have; pages are read without them.
    """

    def __init__(self, extensions: tuple[str, ...], settings: Mapping[str, Mapping[str, Any]]) -> None:
        self.missing: list[str] = []
        self.settings = {name: dict(given) for name, given in settings.items()}
        self.extensions = [name for name in extensions if self._is_there(name)]

    def _is_there(self, name: str) -> bool:
        """Whether an extension loads, without its settings where this version does not know them."""
        for settings in (self.settings.get(name, {}), {}):
            try:
                markdown.Markdown(extensions=[name], extension_configs={name: settings})
            except Exception:  # whatever an extension raises, the page can be read without it
                continue
            self.settings[name] = settings
            return True
        self.missing.append(name)
        return False

    def is_like(self, other: Reader) -> bool:
        """Whether both make the same of every text that stands by itself."""
        mine, others = ((one.extensions, one.settings) for one in (self, other))
        return repr(mine) == repr(others)  # functions with arguments are equal to themselves only, but show the same

    def render(self, text: str) -> str:
        """HTML; raises `UnreadableError` for what Python-Markdown cannot bear."""
        try:
            with _at_most(SECONDS + len(text) * SECONDS_A_CHARACTER):
                return self._rendered(text)
        except _TooLong:
            raise UnreadableError("reading it takes more time than any honest page of its length") from None
        except RecursionError:
            raise UnreadableError("emphasis, quotes, lists or brackets are nested too deeply") from None
        except Exception as error:
            raise UnreadableError(f"Python-Markdown stopped at it ({type(error).__name__})") from error

    def _rendered(self, text: str) -> str:
        reader = markdown.Markdown(extensions=list(self.extensions), extension_configs=self.settings)
        reader.treeprocessors.register(_Written(reader), "validator_written", 0)
        return reader.convert(text)


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Raises `_TooLong` after so many seconds of processor time.

    Python-Markdown needs the square or the cube of a page's length for some texts, and only the alarm stops it inside a
    regular expression.  Systems without it, and threads beside the main one, read without a limit.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _stop(number: int, frame: object) -> None:
    raise _TooLong
