"""IAIM and its chapters: who certifies, and where a family goes that finds nobody listed."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator
from records import all_of, fault
from records.fields import CountryCode, Few, Flag, FromText, IsoDate, PlainText, WebUrl

from directory.identity import ID


def _id(text: str) -> str:
    if ID.fullmatch(text):
        return text
    raise fault("bad-id", "an id has 3 to 60 of a-z, 0-9 and -", "write it in small letters, like iaim-uk")


class Organisation(BaseModel):
    """One organisation, with where and when its address was seen."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    id: Annotated[str, FromText(_id, {"type": "string", "pattern": f"^{ID.pattern}$"})]
    """What certified_by in a person's file says; never changed."""
    name: Annotated[str, PlainText(120)]
    """As the organisation writes it."""
    country: CountryCode | None = None
    """The country of a chapter; an international body has none."""
    checked: Flag = True
    """false for an old page whose address must be looked at again before anyone relies on it."""
    url: WebUrl
    """The front page; http only for an old page that is not checked."""
    seen: Annotated[str, PlainText(300)]
    """Where the address was found."""
    seen_on: IsoDate
    """The day on which it was found."""
    note: Annotated[str, PlainText(300)] | None = None
    """What an editor should know."""

    @field_validator("url")
    @classmethod
    def _https_when_checked(cls, value: str, info: ValidationInfo) -> str:
        if value.startswith("http://") and info.data.get("checked", False):
            fix = f"write https://{value[7:]} if that works, or checked: false"
            raise fault("old-address", "http:// can be read and changed on its way", fix)
        return value


class Organisations(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    organisations: Annotated[tuple[Organisation, ...], Field(min_length=1), Few(300)]

    @field_validator("organisations")
    @classmethod
    def _one_each(cls, value: tuple[Organisation, ...]) -> tuple[Organisation, ...]:
        ids = [organisation.id for organisation in value]
        why, fix = "another organisation above has this id", "choose another one"
        twice = [index for index, one in enumerate(ids) if one in ids[:index]]
        if twice:
            raise all_of([fault("written-twice", why, fix, at=(index, "id")) for index in twice], value)
        return value
