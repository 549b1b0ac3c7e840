"""Styles keep the house's rules: values in one place, no side of the screen by name, nothing from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT

OVERRIDES = ROOT / "overrides"
SHEETS = sorted(OVERRIDES.rglob("*.css"))
PHYSICAL = re.compile(
    r"(?<![\w-])(margin|padding|border)-(left|right|top|bottom)\b|(?<![\w-])(left|right|top|bottom|width|height|min-width|max-width|min-height|max-height)\s*:|text-align:\s*(left|right)|float:\s*(left|right)"
)
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(")
PAPER_AND_CODES = {"print.css", "profile.css", "search.css"}
"""Paper is white, a code that is scanned is black on white, and the veil behind the search is no colour of the text."""


def rules(path: Path) -> str:
    text = re.sub(r"/\*.*?\*/|\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)
    return re.sub(r"@media[^{]*", "@media", text)


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.relative_to(OVERRIDES).as_posix())
def test_a_sheet_names_no_side_of_the_screen(path: Path) -> None:
    assert [found[0] for found in PHYSICAL.finditer(rules(path))] == []


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.relative_to(OVERRIDES).as_posix())
def test_colours_stand_in_the_tokens_only(path: Path) -> None:
    if path.name != "tokens.css" and path.name not in PAPER_AND_CODES:
        assert COLOUR.findall(rules(path)) == []


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.relative_to(OVERRIDES).as_posix())
def test_a_sheet_fetches_nothing(path: Path) -> None:
    assert "url(" not in path.read_text("utf-8")
    assert "@import" not in path.read_text("utf-8")


def test_a_component_is_one_folder_with_one_name() -> None:
    for folder in (OVERRIDES / "components").iterdir():
        files = list(folder.iterdir())
        assert folder.name in {path.stem for path in files}, folder
        assert {path.stem for path in files if path.suffix != ".mjs"} <= {folder.name}, folder


def test_templates_hold_no_script_style_or_handler() -> None:
    for path in OVERRIDES.rglob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", text), path
        assert all("src=" in tag or "json" in tag for tag in re.findall(r"<script[^>]*>", text)), path


def test_drawings_can_be_put_on_one_page_and_recoloured() -> None:
    for path in (ROOT / "docs/en/art").glob("*.svg"):
        text = path.read_text("utf-8")
        assert not re.search(r"\s(id|class|style|href|on\w+)=|<(style|script|text|image)\b", text), path
        assert len(text) < 7_500, path
        if path.name != "favicon.svg":
            assert set(re.findall(r'(?:fill|stroke)="(?!var\(--art-|none)([^"]+)"', text)) == set(), path
