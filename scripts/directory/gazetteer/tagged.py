"""Names with their languages, from GeoNames' alternate names as Debian's libgeonames-common packs them."""

from __future__ import annotations

import gettext
from pathlib import Path
from typing import Final, NamedTuple


class Name(NamedTuple):
    """How a language calls a place: ("de", "München")."""

    language: str
    text: str


class Tagged:
    """Where ``folder`` holds ``<language>/LC_MESSAGES/geonames.mo`` with a message for each GeoNames id and region."""

    def __init__(self, folder: Path) -> None:
        self._languages: list[tuple[str, gettext.GNUTranslations]] = []
        for file in sorted(folder.glob("*/LC_MESSAGES/geonames.mo")):
            with file.open("rb") as stream:
                language = file.parts[-3].split("_")[0]
                self._languages.append((_SAME.get(language, language), gettext.GNUTranslations(stream)))

    def names(self, place: str) -> list[Name]:
        """All names of a place: a town's GeoNames id such as "2867714", or a region such as "US.IL"."""
        found = [Name(language, names.gettext(place)) for language, names in self._languages]
        return [name for name in found if name.text != place]

    def english(self, place: str) -> str:
        """The English name; nothing when there is none."""
        return next((name.text for name in self.names(place) if name.language == "en"), "")


_SAME: Final = {"tl": "fil", "cmn": "zh"}
"""Codes under which CLDR knows another code's language."""
