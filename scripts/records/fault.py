"""What a field's type says about a value that does not fit; the judge turns it into a located problem.

``why`` completes the sentence ``start is "24:00": …``; ``fix`` is one thing to do.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationError
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema


def fault(rule: str, why: str, fix: str, at: tuple[str | int, ...] = ()) -> PydanticCustomError:
    """An error to raise in a pydantic validator; ``at`` leads from the value to the part that is wrong."""
    return PydanticCustomError(rule, "{why}", {"why": why, "fix": fix, "at": at})


def all_of(faults: Sequence[PydanticCustomError], value: Any) -> ValidationError:
    """Several faults of one value as one error to raise, so that a person sees all of them in one run."""
    return ValidationError.from_exception_data("value", [InitErrorDetails(type=one, input=value) for one in faults])


def text_of(value: object) -> str:
    """The text of a scalar; raises a fault when nothing stands there, or a list, or fields."""
    if isinstance(value, str):
        return value
    if value is None:
        raise fault("no-value", "nothing is written here", "write a value after the colon, or delete the line")
    found = "a list is" if isinstance(value, list | tuple) else "several fields are"
    raise fault("wrong-kind", f"one value belongs here, and {found} written", "write one value after the colon")


class FieldType(ABC):
    """Metadata for ``Annotated`` that makes a field's value from the text in the file."""

    @abstractmethod
    def check(self, text: str) -> object:
        """The value; raises a ``fault``."""

    @abstractmethod
    def schema(self) -> dict[str, Any]:
        """JSON Schema for editors, written for what *they* see: a YAML editor takes ``10`` for a number."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        check = self.check
        return core_schema.no_info_plain_validator_function(
            lambda value: check(value if type(value) is str else text_of(value))
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return self.schema()


@dataclass(frozen=True, eq=False)  # by identity, so that `HttpsUrl | None` can be written
class FromText(FieldType):
    """A field type made of a function and the schema that goes with it."""

    make: Callable[[str], object]
    editors: Mapping[str, Any]

    def check(self, text: str) -> object:
        """What ``make`` makes."""
        return self.make(text)

    def schema(self) -> dict[str, Any]:
        """A copy of ``editors``."""
        return dict(self.editors)


@dataclass(frozen=True)
class Few:
    """Metadata for ``Annotated[tuple[X, ...], Few(20)]``: a longer list is refused before its items are read.

    So a list of ten thousand wrong words costs no more than one wrong word.
    """

    most: int

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.check, handler(source))

    def check(self, value: object) -> object:
        """The value unchanged; raises a fault for a list of more than ``most`` items."""
        if isinstance(value, list) and len(value) > self.most:
            why = f"{len(value)} items are written, and at most {self.most} are shown"
            raise fault("too-many", why, f"keep the first {self.most}")
        return value
