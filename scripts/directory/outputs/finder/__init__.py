"""The data of the finder: who is near a town, a post code area, or is called so, at ten people or a hundred thousand.

A phone fetches an index with the page and then one or two small pieces for a question. Which pieces there are and how
they are searched is told by their modules; components/finder/engine.mjs reads them.
"""

from __future__ import annotations

from typing import Final

from directory.directory import Directory
from directory.outputs.finder.names import name_files
from directory.outputs.finder.people import FEATURES, people_files
from directory.outputs.finder.pieces import Files
from directory.outputs.finder.postcodes import postcode_files
from directory.outputs.finder.schema import PATH as SCHEMA
from directory.outputs.finder.schema import schema_text
from directory.outputs.finder.towns import town_files

__all__ = ["FEATURES", "VERSION", "Files", "finder_files", "town_files"]
VERSION: Final = 1
"""Of the form of index and pieces, for programs that read them."""


def finder_files(directory: Directory, towns: Files, postcodes_text: str) -> Files:
    """All pieces and the index. `towns` are `town_files(…)`, which may be made in another process meanwhile.

    `postcodes_text` is that of postcodes.tsv, and may be empty: then the areas that listed people name can be found.
    """
    parts = {
        "towns": towns,
        "postcodes": postcode_files(directory, postcodes_text),
        "names": name_files(directory),
        "people": people_files(directory),
    }
    files = {path: text for part in parts.values() for path, text in part.files.items()} | {SCHEMA: schema_text()}
    return Files(files, {"version": VERSION, **{name: part.index for name, part in parts.items()}})
