"""The map of the page that begins the search: links with names, in reach of every hand, legible in every palette."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from browser.conftest import Visit
from browser.test_every_page import LOOKS, faults_by_axe
from conftest import ROOT
from directory.outlines import HEIGHT, WIDTH
from directory.outputs.world_map import SHADES
from pages.chapter import contrast
from pages.words import load_words
from playwright.sync_api import Page, expect

Open = Callable[..., Visit]
WORDS, _ = load_words(ROOT / "docs/en/_shared/directory.yml", ROOT)
FINDER = "instructors/"
LIST = ".world-map + .place-list"


@pytest.fixture
def look_at_map(visit: Open) -> Open:
    def look(*size: int, **options: Any) -> Visit:
        found = visit(*size, **options)
        found.go(FINDER)
        return found

    return look


def names_on_the_map(page: Page) -> list[str]:
    """The names of the map's links as the browser tells them to a screen reader, in the order of the page."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}
    (group,) = (node for node in nodes if _says(node, "group", WORDS["map_title"]))
    return [link["name"]["value"] for link in _below(group, by_id) if link["role"]["value"] == "link"]


def _says(node: dict[str, Any], role: str, name: str) -> bool:
    return not node["ignored"] and node["role"]["value"] == role and node["name"]["value"] == name


def _below(node: dict[str, Any], by_id: dict[str, Any]) -> list[dict[str, Any]]:
    children = [by_id[one] for one in node.get("childIds", [])]
    return [found for child in children for found in (child, *_below(child, by_id)) if "role" in found]


def test_each_link_of_the_list_is_on_the_map_with_its_number_in_words(look_at_map: Open) -> None:
    page = look_at_map(1280, 900).page
    rows = page.locator(LIST).locator("li").all_inner_texts()
    listed = [
        re.sub(r"\s+(\d+)$", r": \1 instructors", row).replace(": 1 instructors", ": 1 instructor") for row in rows
    ]
    assert sorted(names_on_the_map(page)) == sorted(listed)
    links = "(list) => list.map((link) => link.getAttribute('href')).sort()"
    on_the_map = page.locator(".world-map__country").evaluate_all(links)
    assert on_the_map == page.locator(LIST).locator("a").evaluate_all(links)


@pytest.mark.parametrize("country", ["Australia", "Kenya", "Cyprus"])
def test_a_tap_on_a_country_leads_to_its_list_without_javascript(look_at_map: Open, country: str) -> None:
    page = look_at_map(360, javascript=False).page
    page.get_by_role("group", name=WORDS["map_title"]).get_by_role("link", name=country).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Infant massage instructors: {country}")


def test_the_keyboard_goes_past_the_map_or_into_it(look_at_map: Open) -> None:
    page = look_at_map(1280, 900).page
    skip = page.get_by_role("link", name=WORDS["map_skip"])
    skip.focus()
    assert skip.bounding_box()["height"] >= 44  # type: ignore[index]
    page.keyboard.press("Tab")
    expect(page.locator(".world-map__country").first).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(LIST).locator("a").first).to_be_focused()


def test_the_country_with_the_focus_is_seen(look_at_map: Open) -> None:
    page = look_at_map(1280, 900).page
    page.get_by_role("link", name=WORDS["map_skip"]).focus()
    page.keyboard.press("Tab")
    first, second = (page.locator(".world-map__country").nth(at) for at in (0, 1))
    expect(first).to_have_css("outline-style", "solid")
    expect(first).to_have_css("fill-opacity", "1")
    assert _style(first, "fill") != _style(second, "fill")


def test_numbers_stand_on_a_wide_map_and_give_way_on_a_phone(look_at_map: Open) -> None:
    assert look_at_map(1280, 900).page.locator(".world-map__count:visible").count() > 10
    assert look_at_map(360).page.locator(".world-map__count:visible").count() == 0


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_map_keeps_its_shape_and_its_column(look_at_map: Open, width: int) -> None:
    page = look_at_map(width, 900).page
    drawing = page.locator(".world-map__drawing").bounding_box()
    column = page.locator(".world-map").bounding_box()
    assert drawing
    assert column
    assert drawing["width"] == column["width"]
    assert drawing["height"] == pytest.approx(drawing["width"] * HEIGHT / WIDTH, abs=1)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("width", "dark"), LOOKS, ids=["phone", "phone-dark", "desk", "desk-dark"])
def test_axe_and_the_browser_find_nothing_wrong_on_the_map(look_at_map: Open, width: int, dark: bool) -> None:
    look = look_at_map(width, 900, dark=dark)
    assert faults_by_axe(look) == []
    look.check()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("shade", range(1, SHADES + 1))
def test_a_number_and_an_outline_stand_out_from_what_is_behind_them(look_at_map: Open, shade: int, dark: bool) -> None:
    page = look_at_map(1280, 900, dark=dark).page
    country = page.locator(f".world-map__country--{shade}:has(.world-map__count)").first
    sea, land = (
        _rgb(_style(page.locator("body"), "background-color")),
        _rgb(_style(page.locator(".world-map__land"), "fill")),
    )
    fill, line = _rgb(_style(country, "fill")), _rgb(_style(country, "stroke"))
    part = float(_style(country, "fill-opacity"))
    seen = tuple(round(part * above + (1 - part) * below) for above, below in zip(fill, sea, strict=True))
    number = _rgb(_style(country.locator(".world-map__count"), "fill"))
    assert contrast(_hex(number), _hex(seen)) >= 4.5
    assert min(contrast(_hex(line), _hex(behind)) for behind in (sea, land)) >= 3


def _style(part: Any, name: str) -> str:
    return str(part.evaluate("(part, name) => getComputedStyle(part).getPropertyValue(name)", name))


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(one) for one in re.findall(r"\d+", colour)[:3])


def _hex(colour: tuple[int, ...]) -> str:
    return "#" + "".join(f"{one:02x}" for one in colour)


def test_colours_chosen_by_the_reader_tell_countries_from_land(look_at_map: Open) -> None:
    page = look_at_map(1280, 900, forced_colors="active").page
    country, land = page.locator(".world-map__country").first, page.locator(".world-map__land")
    assert _style(country, "fill") != _style(land, "fill")
    assert _style(land, "stroke") != _style(land, "fill")


def test_paper_shows_the_map_without_the_link_past_it(look_at_map: Open) -> None:
    page = look_at_map(1280, 900, dark=True).page
    page.emulate_media(media="print")
    expect(page.locator(".world-map__drawing")).to_be_visible()
    expect(page.locator(".world-map__skip")).to_be_hidden()
