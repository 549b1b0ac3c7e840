"""JSON Schema of the finder's index and pieces, for whoever wants to use them elsewhere."""

from __future__ import annotations

import json
from typing import Annotated, Final, NotRequired, TypeAlias

from pydantic import ConfigDict, Field, TypeAdapter, with_config
from typing_extensions import TypedDict

from directory.outputs.finder import names, people, postcodes, town_rows

PATH: Final = "instructors/data/finder.schema.json"
_CONFIG: Final = ConfigDict(extra="forbid", use_attribute_docstrings=True)

Text: TypeAlias = Annotated[str, Field(min_length=1)]
Country: TypeAlias = Annotated[str, Field(pattern="^[A-Z]{2}$")]
Lat: TypeAlias = Annotated[float, Field(ge=-90, le=90)]
Lon: TypeAlias = Annotated[float, Field(ge=-180, le=180)]
Bits: TypeAlias = Annotated[int, Field(ge=0)]
Count: TypeAlias = Annotated[int, Field(ge=1)]
Hashes: TypeAlias = Annotated[
    str, Field(pattern="^([0-9a-f]{8})*$", description="What each file is called, eight digits after eight digits.")
]
Folder: TypeAlias = Annotated[str, Field(pattern="^instructors/find/.*/$")]
Languages: TypeAlias = Annotated[str, Field(pattern="^[0-9a-f]+$", description="Bits in hexadecimal digits.")]
Moment: TypeAlias = Annotated[
    str, Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d$", description="On the clock of the place.")
]
Day: TypeAlias = Annotated[str, Field(json_schema_extra={"format": "date"})]
Starts: TypeAlias = Annotated[list[str], Field(description="The first key of each piece, in the order of code points.")]


@with_config(_CONFIG)
class Pieces(TypedDict):
    """Pieces `<n>.json` below `path`: of towns by their names, or of post codes."""

    path: Folder
    cuts: Starts


@with_config(_CONFIG)
class Names(TypedDict):
    """Pieces `<hash>.json` below `path`."""

    path: Folder
    cuts: Starts
    hashes: Hashes
    """One for each of `cuts`."""


@with_config(_CONFIG)
class Tiles(TypedDict):
    """Where people are, tile by tile, in degrees; and what anybody there has and speaks."""

    hashes: Hashes
    south: list[Lat]
    west: list[Lon]
    north: list[Lat]
    east: list[Lon]
    features: list[Bits]
    languages: list[Languages]
    spoken: list[list[Bits]]
    """Tile by tile, for each language of `languages` from the lowest bit on: the features of those who speak it."""


@with_config(_CONFIG)
class Unplaced(TypedDict):
    """People whose town nobody could place."""

    hashes: Hashes
    countries: list[list[Country]]
    features: list[Bits]
    languages: list[Languages]
    spoken: list[list[Bits]]
    """Tile by tile, for each language of `languages` from the lowest bit on: the features of those who speak it."""


@with_config(_CONFIG)
class People(TypedDict):
    """Tiles `<hash>.json` below `path`."""

    path: Folder
    count: Bits
    """How many people are listed."""
    features: list[Text]
    """What one can ask for: the number of each is its bit."""
    languages: list[Text]
    """BCP 47: likewise."""
    tiles: Tiles
    unplaced: Unplaced


@with_config(_CONFIG)
class Index(TypedDict):
    """What tells a reader which piece to fetch; it stands in the finder's page."""

    version: int
    towns: Pieces
    postcodes: Pieces
    names: Names
    people: People


# Pieces ---------------------------------------------------------------------------------------------------------------


@with_config(_CONFIG)
class TownPiece(TypedDict):
    """Towns by their spellings, in the order of the keys from the beginning, from the end, or from both ends."""

    ends: NotRequired[Starts]
    """Of the pieces `end-<n>.json` beside this one: the same towns by their keys read backwards."""
    middles: NotRequired[Starts]
    """Of the pieces `middle-<n>.json`: short names by their first letter, their last letter, and those between."""
    columns: Annotated[list[str], Field(json_schema_extra={"const": list(town_rows.COLUMNS)})]
    rows: list[tuple[Text, Country, Lat, Lon, Count, str, str]]


@with_config(_CONFIG)
class PostcodePiece(TypedDict):
    """Districts of post codes."""

    countries: Text
    """Those with most people first; where a code fits several, this is their order."""
    patterns: list[tuple[Text, Text]]
    """What a code looks like without blanks, its group being the area; and the countries that have it so."""
    columns: Annotated[list[str], Field(json_schema_extra={"const": list(postcodes.COLUMNS)})]
    rows: list[tuple[Text, Country, str, Lat, Lon]]


@with_config(_CONFIG)
class NamePiece(TypedDict):
    """People by a word of their name."""

    columns: Annotated[list[str], Field(json_schema_extra={"const": list(names.COLUMNS)})]
    rows: list[tuple[Text, Text, Country, Text]]


Class: TypeAlias = Annotated[
    tuple[Moment, Moment, Bits],
    Field(description="Start of the first meeting, end of the last; 1 evening, 2 weekend, 4 online, 8 full."),
]


@with_config(_CONFIG)
class PeoplePiece(TypedDict):
    """People of a region with what one can ask for."""

    columns: Annotated[list[str], Field(json_schema_extra={"const": list(people.COLUMNS)})]
    rows: list[tuple[Text, Text, Text, Country, Lat | None, Lon | None, Text, Bits, Day, list[Class]]]


def schema_text() -> str:
    """JSON Schema of the index and of every piece."""
    everything: TypeAdapter[object] = TypeAdapter(Index | TownPiece | PostcodePiece | NamePiece | PeoplePiece)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **everything.json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
