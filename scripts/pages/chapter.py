"""The settings of one installation: docs/data/chapter.yml, the only file another chapter has to change."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator
from records.fault import fault
from records.fields import CountryCode, Email, Flag, HttpsUrl, IsoDate, PlainText
from records.loading import load_model
from records.problem import Problem

PATH: Final = Path("docs/data/chapter.yml")
LONGEST_ADDRESS: Final = 47
"""Characters; a QR code holds 120, and `instructors/` with an id takes up to 73."""
LEAST_CONTRAST: Final = 4.5
"""WCAG 2.2, 1.4.3: text against its background."""
PAGE_COLOUR: Final = {"light": "#fdf8f1", "dark": "#1b1714"}
"""`--color-page` of overrides/styles/tokens.css."""

_STRICT = ConfigDict(extra="forbid", frozen=True)
Colour = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
Digits = Annotated[str, Field(pattern=r"^\+?[0-9][0-9 ]{1,18}$")]
Line = Annotated[str, PlainText(120)]


class HelpLine(BaseModel):
    """Somebody to call: `phones` as dialled inside the country."""

    model_config = _STRICT
    name: Line = ""
    phones: tuple[Digits, ...]
    hours: Line = ""


class CountryHelp(BaseModel):
    """Whom to call in one country, and where and when these numbers were seen."""

    model_config = _STRICT
    country: CountryCode
    emergency: tuple[Digits, ...] = Field(min_length=1)
    health_advice: tuple[HelpLine, ...] = ()
    low_mood: tuple[HelpLine, ...] = ()
    seen: tuple[str, ...]
    checked_on: IsoDate

    def lines(self, kind: str) -> tuple[HelpLine, ...]:
        """The lines for `emergency` or `low-mood`; the emergency number always comes first."""
        urgent = HelpLine(phones=self.emergency)
        if kind == "emergency":
            return (urgent, *self.health_advice)
        return (*self.low_mood, urgent) if self.low_mood else ()


class Palette(BaseModel):
    model_config = _STRICT
    link: Colour
    action: Colour


class Colours(BaseModel):
    model_config = _STRICT
    light: Palette
    dark: Palette

    @model_validator(mode="after")
    def can_be_read(self) -> Self:
        for name, palette in (("light", self.light), ("dark", self.dark)):
            for field, colour in palette:
                ratio = contrast(colour, PAGE_COLOUR[name])
                if ratio < LEAST_CONTRAST:
                    why = f"on the {name} page this colour has a contrast of {ratio:.1f} to 1, too little to read"
                    fix = f"take a {'darker' if name == 'light' else 'lighter'} one; text needs {LEAST_CONTRAST} to 1"
                    raise fault("low-contrast", why, fix, (name, field))
        return self


class Chapter(BaseModel):
    """One installation of the site."""

    model_config = _STRICT
    name: Line
    description: Line
    address: HttpsUrl
    email: Email
    iaim_chapter: Flag
    country: CountryCode
    logo: str
    colours: Colours
    team: dict[str, Line]
    repository: HttpsUrl | None = None
    help: tuple[CountryHelp, ...]

    @field_validator("address")
    @classmethod
    def leaves_room_for_people(cls, address: str) -> str:
        if len(address) > LONGEST_ADDRESS:
            why = "with an instructor's name behind it, this would not fit into a QR code that old cameras can read"
            raise fault("long-address", why, f"take an address of at most {LONGEST_ADDRESS} characters")
        if not address.endswith("/"):
            raise fault("no-closing-slash", "the addresses of all pages begin with this one", f"write {address}/")
        return address

    @model_validator(mode="after")
    def has_help_for_its_own_country(self) -> Self:
        if self.country not in {entry.country for entry in self.help}:
            why = f"there are no numbers for {self.country}, so readers would get another country's emergency number"
            raise fault("no-help-numbers", why, f"add an entry with country: {self.country}", ("help",))
        return self

    @property
    def own_help(self) -> CountryHelp:
        return next(entry for entry in self.help if entry.country == self.country)

    @property
    def other_help(self) -> tuple[CountryHelp, ...]:
        return tuple(entry for entry in self.help if entry.country != self.country)


def load_chapter(root: Path) -> tuple[Chapter | None, list[Problem]]:
    """The settings below `root`, or every reason why they are not accepted."""
    chapter, _, problems = load_model(root / PATH, root, Chapter)
    return chapter, problems


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
