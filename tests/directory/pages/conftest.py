"""The sample people's part of the site in a bare frame, apart from any theme."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from conftest import ROOT
from directory import Directory, load
from directory.outputs.profile import Setting
from directory.outputs.shell import Shell, mark
from directory.outputs.site import DirectorySite
from directory.outputs.wording import Wording
from pages.components import Components
from pages.words import load_words

TODAY = date(2026, 11, 23)
BARE = Shell.of_page(
    f"<title>{mark('title')}</title>\n<meta name='description' content='{mark('description')}'>\n"
    f"<link rel='canonical' href='{mark('address')}'>\n<script>{mark('data')}</script>\n{mark('content')}\n"
)


@pytest.fixture(scope="session")
def shells() -> dict[int, Shell]:
    """The bare frame at each depth of a page."""
    return dict.fromkeys((2, 3, 4), BARE)


@pytest.fixture(scope="session")
def site_of() -> Callable[[Directory], DirectorySite]:
    """``site_of(directory)``: its part of a site that nobody has given a repository."""
    words, _ = load_words(ROOT / "docs/en/_shared/directory.yml", ROOT)
    site_words, _ = load_words(ROOT / "docs/en/_shared/words.yml", ROOT)
    components = Components(ROOT / "overrides", "en", words=words, site_words=site_words)
    setting = Setting("https://site.example/", "A Chapter", "hello@site.example", "", Wording(words, "en_GB"))
    return lambda directory: DirectorySite(directory, setting, components.draw, components.parts)


@pytest.fixture(scope="session")
def samples() -> Directory:
    directory, problems = load(ROOT, TODAY)
    assert [str(problem) for problem in problems] == []
    return directory


@pytest.fixture(scope="session")
def files(
    samples: Directory, site_of: Callable[[Directory], DirectorySite], shells: dict[int, Shell]
) -> dict[str, str]:
    """Every file of the sample people's site, by its path."""
    return dict(site_of(samples).files(shells))
