"""One person's page and one town's page, whole: what changes here changes on ten thousand pages.

UPDATE_GOLDEN=1 writes the expected files anew; read their difference before you keep it.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT
from directory import load
from directory.outputs.profile import Setting
from directory.outputs.shell import Shell, mark
from directory.outputs.site import DirectorySite
from directory.outputs.wording import Wording
from pages.components import Components
from pages.words import load_words

GOLDEN = Path(__file__).parent / "golden"
BARE = Shell.cut(
    f"<title>{mark('title')}</title>\n<meta name='description' content='{mark('description')}'>\n"
    f"<link rel='canonical' href='{mark('address')}'>\n<script>{mark('data')}</script>\n{mark('content')}\n"
)


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    directory, _ = load(ROOT, date(2026, 11, 23))
    words, _ = load_words(ROOT / "docs/en/_shared/directory.yml", ROOT)
    site_words, _ = load_words(ROOT / "docs/en/_shared/words.yml", ROOT)
    components = Components(ROOT / "overrides", "en", words=words, site_words=site_words)
    setting = Setting("https://site.example/", "A Chapter", "hello@site.example", "", Wording(words, "en_GB"))
    return dict(DirectorySite(directory, setting, components.draw).files({2: BARE, 3: BARE, 4: BARE}))


@pytest.mark.parametrize(
    "path",
    [
        "instructors/maria-garcia-london/index.html",
        "instructors/suharti-yogyakarta/index.html",
        "instructors/amina-yusuf-leeds/index.html",
        "instructors/gb/leeds/index.html",
    ],
)
def test_a_page_is_what_it_was(files: dict[str, str], path: str) -> None:
    golden = GOLDEN / path.removeprefix("instructors/").replace("/index.html", ".html").replace("/", "-")
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(files[path], encoding="utf-8")
    assert files[path] == golden.read_text(encoding="utf-8")
