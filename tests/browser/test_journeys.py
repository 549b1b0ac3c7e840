"""What a tired parent, a keyboard user and a visitor without JavaScript do."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from browser.conftest import Visit
from browser.test_every_page import faults_by_axe
from playwright.sync_api import Page, expect

Open = Callable[..., Visit]


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent.trim().replace(/\\s+/g, ' ')"))


def test_from_the_start_page_to_the_answer_on_colic_in_one_tap(visit: Open) -> None:
    page = visit().go()
    page.get_by_role("link", name="cries a lot or has colic").click()
    expect(page).to_have_url(re.compile("/babies/relief/#colic$"))
    expect(page.locator("#colic")).to_be_in_viewport()


def test_the_quick_links_stay_in_reach_at_the_end_of_a_long_page_on_a_desk(visit: Open) -> None:
    page = visit(1280, 800).go("babies/stimulation/")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight / 2)")
    quick = page.get_by_role("navigation", name="Quick help")
    expect(quick.get_by_role("link", name="Is now a good time?")).to_be_in_viewport()
    expect(quick.get_by_role("link", name="Find an instructor")).to_be_in_viewport()


@pytest.mark.parametrize("start", ["", "babies/stimulation/", "about/privacy/", "404.html"])
def test_from_anywhere_to_the_safety_page_and_the_instructors_in_one_tap(visit: Open, start: str) -> None:
    for name, target in (
        ("Is now a good time?", "/is-now-a-good-time/"),
        ("Find an instructor", "/instructors/"),
    ):
        page = visit().go(start)
        quick = page.get_by_role("navigation", name="Quick help").get_by_role("link", name=name)
        expect(quick).to_be_in_viewport()
        quick.click()
        assert page.url.endswith(target)


def test_the_text_is_reached_within_five_tab_stops(visit: Open) -> None:
    for width in (360, 1280):
        page = visit(width).go("babies/relief/")
        stops = []
        while len(stops) < 5 and not page.evaluate("!!document.activeElement.closest('main')"):
            page.keyboard.press("Tab")
            stops.append(focused(page))
        assert page.evaluate("!!document.activeElement.closest('main')"), stops


@pytest.mark.parametrize(
    "path",
    ["is-now-a-good-time/", "instructors/maria-garcia-london/", "instructors/gb/", "instructors/gb/london/"],
)
def test_no_tab_stop_is_off_the_screen_or_hidden_behind_the_bar(visit: Open, path: str) -> None:
    look = visit(360)
    page = look.go(path)
    hidden = []
    for _ in range(60):
        page.keyboard.press("Tab")
        fault = page.evaluate(
            """() => {
                const part = document.activeElement, box = part.getBoundingClientRect();
                if (part === document.body) return null;
                const bar = document.querySelector(".quick-nav").getBoundingClientRect();
                const behind = !part.closest(".quick-nav") && box.bottom > bar.top && box.top > bar.top - 4;
                const off = box.right <= 0 || box.left >= innerWidth || box.bottom <= 0 || box.top >= innerHeight;
                return behind || off ? part.outerHTML.slice(0, 100) : null;
            }"""
        )
        if fault:
            hidden.append(fault)
    assert hidden == []


def test_the_skip_link_leads_to_the_text(visit: Open) -> None:
    page = visit().go("parents/")
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the text"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_the_menu_opens_works_and_closes_by_keyboard(visit: Open) -> None:
    look = visit(360)
    page = look.go("families/")
    button = page.get_by_role("button", name="Menu", exact=True)
    expect(button).to_have_attribute("aria-expanded", "false")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    assert focused(page) == "Close the menu"
    assert faults_by_axe(look) == []
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    assert focused(page) == "Menu"
    page.keyboard.press("Enter")
    page.get_by_role("navigation", name="All pages").get_by_role("link", name="For you").press("Enter")
    assert page.url.endswith("/parents/")
    look.check()


def test_the_menu_is_a_link_to_the_list_of_pages_without_javascript(visit: Open) -> None:
    page = visit(360, javascript=False).go("families/")
    page.get_by_role("link", name="Menu").click()
    expect(page.get_by_role("navigation", name="All pages")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("tummy ache", "/babies/relief/#"),
        ("colic", "/babies/relief/#colic"),
        ("colick", "/babies/relief/#colic"),
        ("wind", "/babies/relief/#"),
        ("blocked nose", "/babies/relief/#mucus"),
        ("fever", "/is-now-a-good-time/"),
        ("sleep", "/babies/relaxation/"),
        ("baby blues", "/parents/"),
    ],
)
def test_the_search_finds_a_page_by_a_parents_words(visit: Open, words: str, answer: str) -> None:
    look = visit(360)
    page = look.go("about/")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type(words)
    expect(page.get_by_role("status")).to_contain_text("found", timeout=15_000)
    among_the_first = page.locator(f".search__result:nth-child(-n+3) a[href*='{answer}']").first
    expect(among_the_first).to_be_visible(timeout=15_000)
    assert faults_by_axe(look) == []
    look.check()


def test_the_search_is_used_and_left_by_keyboard_alone(visit: Open) -> None:
    page = visit(360).go("about/privacy/")
    page.get_by_role("button", name="Search").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("colic")
    expect(page.get_by_role("status")).to_contain_text("found", timeout=15_000)
    page.keyboard.press("Escape")
    if page.get_by_role("dialog").is_visible():  # the first Escape empties a search field in some browsers
        page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert focused(page) == "Search"
    page.keyboard.press("Enter")
    page.get_by_role("searchbox").fill("")
    page.keyboard.type("colic")
    page.keyboard.press("Enter")  # at once: it goes to the answer to the whole word
    page.wait_for_url("**/babies/relief/#colic")


def test_the_search_is_closed_by_its_button_and_not_by_enter(visit: Open) -> None:
    page = visit(360).go("about/privacy/")
    page.get_by_role("button", name="Search").click()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_role("button", name="Close the search").click()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_the_search_says_when_it_finds_nothing(visit: Open) -> None:
    page = visit().go()
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill("zzqqxx")
    expect(page.get_by_role("status")).to_have_text("Nothing found. Try another word.", timeout=15_000)


def test_the_search_index_is_not_loaded_before_it_is_wanted(visit: Open) -> None:
    look = visit()
    requests: list[str] = []
    look.page.on("request", lambda request: requests.append(request.url))
    look.go("parents/")
    assert not [url for url in requests if "search" in url]


def test_the_palette_follows_the_device_until_one_is_chosen_and_is_kept(visit: Open) -> None:
    background = "getComputedStyle(document.body).backgroundColor"
    look = visit(1280, dark=True)
    page = look.go("parents/")
    dark = page.evaluate(background)
    page.get_by_role("radio", name="Light").check()
    light = page.evaluate(background)
    assert dark != light
    assert look.go("families/").evaluate(background) == light
    assert page.evaluate("Object.keys(localStorage)") == ["palette"]
    page.get_by_role("radio", name="Like my device").check()
    assert page.evaluate(background) == dark
    assert page.evaluate("Object.keys(localStorage)") == []
    assert page.context.cookies() == []
    look.check()


def test_the_palette_is_switched_by_keyboard(visit: Open) -> None:
    page = visit(1280).go("parents/")
    page.get_by_role("radio", name="Like my device").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.documentElement.dataset.palette") == "dark"


def test_a_word_is_explained_to_mouse_keyboard_and_finger(visit: Open) -> None:
    page = visit(1280).go("babies/interaction/")
    word = page.locator(".term__link").first
    tip = page.locator(".term__tip").first
    expect(tip).to_be_hidden()
    word.focus()
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    word.hover()
    expect(tip).to_be_visible()
    assert word.get_attribute("aria-describedby") == tip.get_attribute("id")
    touch = visit(360, has_touch=True, is_mobile=True)
    page = touch.go("babies/interaction/")
    page.locator(".term__link").first.tap()
    expect(page.locator(".term__tip").first).to_be_visible()
    assert page.url.endswith("/babies/interaction/")
    page.locator(".term__link").first.tap()
    page.wait_for_url("**/glossary/#*")


def test_an_address_that_is_not_there_gets_a_page_that_helps(visit: Open) -> None:
    look = visit()
    look.page.goto(f"{look.address}babies/no-such-page/deep/", wait_until="load")
    page = look.page
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not there")
    page.locator("main").get_by_role("link", name="My baby cries or has colic").click()
    assert page.url.endswith("/babies/relief/#colic")


def test_help_numbers_come_with_a_country_and_the_others_need_no_script(visit: Open) -> None:
    page = visit(javascript=False).go("is-now-a-good-time/#get-help")
    box = page.locator(".help-numbers").first
    expect(box).to_contain_text("United Kingdom")
    expect(box.get_by_role("link", name="Call 999")).to_have_attribute("href", "tel:999")
    box.get_by_text("I am in another country").click()
    expect(box.get_by_role("link", name="Call 911").first).to_be_visible()


def test_paper_shows_the_text_and_not_the_site_around_it(visit: Open) -> None:
    page = visit(1280).go("babies/relief/")
    page.emulate_media(media="print")
    for selector in (".quick-nav", ".site-nav", ".palette", ".site-header__actions", ".contents"):
        expect(page.locator(selector).first).to_be_hidden()
    expect(page.locator("main h1")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_reduced_motion_is_obeyed(visit: Open) -> None:
    page = visit(reduced_motion="reduce").go()
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((part) => {
            const style = getComputedStyle(part);
            return parseFloat(style.animationDuration) > 0 || parseFloat(style.transitionDuration) > 0;
        }).length"""
    )
    assert moving == 0
