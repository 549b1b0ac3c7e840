"""The search for people: a town, a postcode, a name or "near me", with filters, by thumb and by keyboard, on any network."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from browser.conftest import Visit
from browser.test_every_page import LOOKS, faults_by_axe
from playwright.sync_api import Locator, Page, Route, expect

Open = Callable[..., Visit]
FINDER = "instructors/"
PIECES = "**/instructors/find/**"
TOWNS = "**/instructors/find/towns-*/**"
NEWPORT = "?near=Newport&at=51.59,-3.00&in=GB"
NOBODY = f"{NEWPORT}&language=cy&with=weekend,grief"
CARDIFF = {"latitude": 51.4816, "longitude": -3.1791}
NOON = "2026-11-24T12:00:00"


@pytest.fixture
def look_for(visit: Open) -> Open:
    """`look_for(query, …)` opens the finder, at what the address asks for, on the day after the build."""

    def look(query: str = "", *size: int, **options: Any) -> Visit:
        found = visit(*size, **options)
        found.page.clock.set_fixed_time(NOON)
        found.go(FINDER + query)
        return found

    return look


def box(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Town, postcode or name")


def suggestions(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Suggestions").get_by_role("option")


def status(page: Page) -> Locator:
    return page.locator(".finder__status[role=status]")


def names(page: Page) -> Locator:
    return page.locator(".finder__people .person-card__name")


def heading(page: Page, name: str) -> Locator:
    return page.get_by_role("heading", name=name, exact=True)


def search(page: Page, text: str) -> None:
    box(page).fill(text)
    box(page).press("Enter")


def choose(page: Page, label: str) -> None:
    """Opens the filters if need be, and sets one."""
    if page.locator(".finder__filters").get_attribute("open") is None:
        page.get_by_text(re.compile(r"^Filters")).click()
    page.get_by_label(label, exact=True).check()


def requests_of(page: Page) -> list[str]:
    """The addresses of all requests from now on."""
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    return urls


# Finding --------------------------------------------------------------------------------------------------------------


def test_a_parent_finds_an_evening_class_in_welsh_near_her_town(look_for: Open) -> None:
    look = look_for()
    page = look.page
    box(page).fill("newp")
    suggestions(page).filter(has_text="Cardiff").click()
    expect(heading(page, "Near Newport, United Kingdom")).to_be_focused()
    expect(names(page).first).to_have_text("Elin Morgan")
    choose(page, "In the evening")
    page.get_by_label("Language of the class").select_option(label="Welsh")
    expect(page.get_by_text("Filters (2)")).to_be_visible()
    expect(names(page)).to_have_text(["Gwenllian Rhys"])
    expect(page.locator(".finder__people")).to_contain_text("Next class: 8 February 2027")
    page.get_by_role("button", name="Show 1 instructor").click()
    page.get_by_role("link", name="Gwenllian Rhys").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Gwenllian Rhys")
    look.check()


TYPED = {
    "a town": ("Newport", "Near Newport, United Kingdom", "Elin Morgan"),
    "a town with a slip": ("Cardif", "Near Cardiff, United Kingdom", "Gwenllian Rhys"),
    "a town in English": ("Munich", "Near Munich, Germany", "Katharina Schönfeld"),
    "a town in its own letters": ("京都", "Near Kyoto, Japan", "山本 さくら"),
    "a postcode": ("SE15 4QF", "Near SE15, United Kingdom", "Maria García"),
}


@pytest.mark.parametrize(("typed", "title", "first"), TYPED.values(), ids=TYPED)
def test_enter_without_a_choice_takes_the_best_suggestion(look_for: Open, typed: str, title: str, first: str) -> None:
    page = look_for().page
    search(page, typed)
    expect(heading(page, title)).to_be_focused()
    expect(names(page).first).to_have_text(first)


def test_a_person_is_told_from_a_town_and_leads_to_their_page(look_for: Open) -> None:
    page = look_for().page
    box(page).fill("Okafor")
    expect(suggestions(page)).to_have_text(["Thomas Okafor Instructor in Manchester, United Kingdom"])
    suggestions(page).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thomas Okafor")


def test_a_person_who_is_called_like_a_town_is_one_choice_further(look_for: Open) -> None:
    look = look_for()
    page = look.page
    box(page).fill("Kamau")
    expect(suggestions(page)).to_have_text(["Cà Mau (Kamau) Vietnam", "Kamau Look among the names of instructors"])
    suggestions(page).last.click()
    expect(suggestions(page)).to_have_text(["Wanjirũ wa Kamau Instructor in Nairobi, Kenya"])
    expect(box(page)).to_be_focused()
    suggestions(page).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wanjirũ wa Kamau")
    look.check()


def test_a_name_that_nobody_has_is_told(look_for: Open) -> None:
    page = look_for().page
    box(page).fill("Cologne")
    suggestions(page).last.click()
    expect(status(page)).to_have_text("No instructor on our list is called “Cologne”.")
    expect(box(page)).to_have_value("Cologne")


def test_of_two_people_with_one_name_the_reader_chooses(look_for: Open) -> None:
    page = look_for().page
    search(page, "Maria García")
    expect(suggestions(page).nth(1)).to_be_visible()
    box(page).press("ArrowDown")
    box(page).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Maria García")


def test_a_name_in_other_letters_keeps_its_direction(look_for: Open) -> None:
    page = look_for().page
    box(page).fill("منى")
    person = suggestions(page).filter(has_text="منى عبد الله")
    expect(person.locator("bdi")).to_have_css("direction", "rtl")
    expect(person).to_contain_text("Instructor in \u2068القاهرة\u2069, Egypt")


def test_a_spelling_that_is_not_the_towns_own_is_shown_beside_it(look_for: Open) -> None:
    page = look_for().page
    box(page).fill("Cologne")
    expect(suggestions(page).first).to_have_text("Köln (Cologne) Germany")


def test_the_form_can_be_sent_before_its_code_has_come(visit: Open) -> None:
    look = visit()
    held: list[Route] = []
    look.page.route("**/assets/finder/form.*", lambda route: held.append(route))
    page = look.page
    page.goto(look.address + FINDER, wait_until="commit")
    search(page, "Newport")
    page.wait_for_timeout(200)
    held[0].continue_()
    expect(heading(page, "Near Newport, United Kingdom")).to_be_visible()
    look.check()


def test_a_card_says_how_far_in_which_languages_how_and_when(look_for: Open) -> None:
    page = look_for(NEWPORT).page
    cards = page.locator(".finder__people .person-card")
    expect(cards.nth(0)).to_contain_text("In this town")
    assert [line for line in cards.nth(1).inner_text().split("\n") if line] == [
        "Gwenllian Rhys",
        "About 17 km away",
        "Cardiff, United Kingdom",
        "Welsh, English · Group classes, Online, live",
        "Next class: 20 January 2027",
    ]
    doubtful = cards.filter(has_text="Amina Yusuf")
    expect(doubtful).to_contain_text("Certificate or entry not confirmed. Ask first.")
    expect(page.locator(".finder__found")).to_contain_text("Nobody can pay for a place.")


def test_more_people_follow_those_who_are_there_and_stay_after_a_look_at_one(look_for: Open) -> None:
    page = look_for(NEWPORT).page
    expect(names(page)).to_have_count(12)
    first = names(page).all_inner_texts()
    page.get_by_role("button", name="Show more").click()
    expect(names(page)).to_have_count(24)
    assert names(page).all_inner_texts()[:12] == first
    expect(names(page).nth(12).get_by_role("link")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Find an instructor")
    page.go_back()
    expect(names(page)).to_have_count(24)


# Near me --------------------------------------------------------------------------------------------------------------


def test_near_me_asks_on_a_tap_only_and_the_position_goes_nowhere(look_for: Open) -> None:
    look = look_for("?near=me", geolocation=CARDIFF, permissions=["geolocation"])
    page = look.page
    urls = requests_of(page)
    expect(status(page)).to_have_text("Tap “Near me” to see who teaches near you.")
    expect(page.locator(".finder__found")).to_be_hidden()
    page.get_by_role("button", name="Near me").click()
    expect(heading(page, "Near you")).to_be_focused()
    expect(names(page).first).to_have_text("Gwenllian Rhys")
    expect(page.locator(".person-card__distance").first).to_have_text("About 1 km away")
    choose(page, "In the evening")
    expect(names(page).first).to_have_text("Gwenllian Rhys")
    assert page.url.endswith("/instructors/?near=me&with=evening")
    asked = [url.removeprefix(look.address) for url in urls if not url.endswith("favicon.svg")]
    assert asked
    assert [path for path in asked if not re.fullmatch(r"instructors/find/people/[0-9a-f]+\.json", path)] == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    look.check()


KIND_WORDS = {
    1: "We cannot see your position, and that is fine. Write your town instead.",
    2: "Your phone cannot tell its position here. Write your town instead.",
    3: "Your phone did not find its position in time. Write your town instead.",
}


@pytest.mark.parametrize("code", KIND_WORDS)
def test_without_a_position_the_box_is_ready_for_a_town(visit: Open, code: int) -> None:
    look = visit()
    look.page.add_init_script(f"navigator.geolocation.getCurrentPosition = (_, fail) => fail({{ code: {code} }});")
    page = look.go(FINDER)
    page.get_by_role("button", name="Near me").click()
    expect(status(page)).to_have_text(KIND_WORDS[code])
    expect(box(page)).to_be_focused()
    page.keyboard.type("Cardiff")
    expect(suggestions(page).first).to_be_visible()
    expect(status(page)).to_have_text("")
    look.check()


def test_a_reader_who_says_no_gets_the_same_kind_word(look_for: Open) -> None:
    page = look_for(permissions=[]).page
    page.get_by_role("button", name="Near me").click()
    expect(status(page)).to_have_text(KIND_WORDS[1])
    expect(box(page)).to_be_focused()


# By keyboard, and by ear ----------------------------------------------------------------------------------------------


def test_the_whole_way_by_keyboard(look_for: Open) -> None:
    page = look_for("", 1280, 900).page
    box(page).focus()
    page.keyboard.type("newp", delay=20)
    expect(suggestions(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(heading(page, "Near Newport, United Kingdom")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Elin Morgan")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.locator("summary.finder__summary")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Language of the class")).to_be_focused()
    page.keyboard.type("Welsh")
    expect(names(page)).to_have_text(["Elin Morgan", "Gwenllian Rhys"])
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(names(page)).to_have_text(["Gwenllian Rhys"])


def test_the_list_of_suggestions_keeps_the_keys_of_a_combobox(look_for: Open) -> None:
    page = look_for().page
    field = box(page)
    field.fill("newp")
    expect(field).to_have_attribute("aria-expanded", "true")
    assert field.get_attribute("aria-activedescendant") is None
    count = suggestions(page).count()
    page.keyboard.press("ArrowUp")
    expect(field).to_have_attribute("aria-activedescendant", f"finder-options-{count - 1}")
    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    expect(suggestions(page).first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Home")
    assert field.get_attribute("aria-activedescendant") is None
    assert field.evaluate("field => field.selectionStart") == 0
    page.keyboard.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("newp")
    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(field).to_have_value("")


def test_suggestions_are_counted_once_for_those_who_do_not_see_them(look_for: Open) -> None:
    page = look_for().page
    page.evaluate(
        """() => {
            window.heard = [];
            const line = document.querySelector(".finder__heard[role=status]");
            new MutationObserver(() => window.heard.push(line.textContent)).observe(line, { childList: true });
        }"""
    )
    box(page).press_sequentially("newport", delay=300)
    count = page.locator(".finder__heard")
    expect(count).to_have_text(re.compile(r"^\d suggestions$"))
    assert page.evaluate("window.heard.length") == 1


SUMS = {
    NEWPORT: "These are the 12 nearest instructors.",
    f"{NEWPORT}&language=cy": "2 instructors fit.",
    f"{NEWPORT}&language=cy&with=evening": "1 instructor fits.",
    NOBODY: "Nobody fits.",
    "?with=evening": "8 instructors fit.",
    "?with=group": "These are 12 of the instructors who fit. Write a town to see who is near you.",
}


@pytest.mark.parametrize("query", SUMS)
def test_the_status_says_how_many_there_are(look_for: Open, query: str) -> None:
    expect(status(look_for(query).page)).to_have_text(SUMS[query])


HINTS = {
    "": "Write a town, a postcode or a name first. Or tap “Near me”.",
    "ab": "Write at least three letters.",
    "Qwxzzz": "We found nothing called “Qwxzzz”. Check the spelling, or write the nearest bigger town."
    " All countries are listed below.",
}


@pytest.mark.parametrize("text", HINTS)
def test_a_text_that_leads_nowhere_gets_a_next_step(look_for: Open, text: str) -> None:
    look = look_for()
    search(look.page, text)
    expect(status(look.page)).to_have_text(HINTS[text])
    expect(status(look.page)).to_be_in_viewport()
    expect(box(look.page)).to_be_focused()
    look.check()


# Nobody near ----------------------------------------------------------------------------------------------------------


def test_nobody_near_is_no_dead_end(look_for: Open) -> None:
    look = look_for(f"{NEWPORT}&language=fr")
    page = look.page
    nobody = page.locator(".finder__nobody")
    expect(nobody).to_contain_text("Nobody who fits your filters is within 50 km.")
    expect(names(page).first).to_have_text("Élodie D’Arcy-Benoît")
    nobody.get_by_role("link", name="Ask an association of instructors").click()
    expect(page.get_by_role("heading", name="Nobody near you?")).to_be_in_viewport()
    nobody.get_by_role("link", name="See classes online").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Infant massage classes online")
    look.check()


def test_where_nobody_is_in_reach_some_who_are_farther_away_will_do(look_for: Open) -> None:
    """And no more is fetched to learn who of them is the nearest: here a third tile lies before them, unread."""
    look = look_for()
    page = look.page
    page.route(look.address + FINDER + "*", lambda route: route.fulfill(response=route.fetch(), body=with_tiles(route)))
    urls = requests_of(page)
    page.goto(f"{look.address}{FINDER}{NEWPORT}&language=fr")
    expect(status(page)).to_have_text("We found 6 farther away.")
    expect(page.locator(".finder__nobody")).to_contain_text("within 50 km. The people below are farther away.")
    expect(names(page).first).to_have_text("Élodie D’Arcy-Benoît")
    expect(page.get_by_role("button", name="Show more")).to_be_hidden()
    assert [url for url in urls if UNREAD in url] == []
    look.check()


UNREAD = "00000000"


def with_tiles(route: Route) -> str:
    """The page of the finder with the tile of all samples twice, and an unread one in the north of Great Britain."""
    html = route.fetch().text()
    held = re.search(r'<script class="finder__index"[^>]*>(.*?)</script>', html)
    assert held
    index = json.loads(held[1])
    tiles = {name: values * 3 for name, values in index["people"]["tiles"].items() if name != "hashes"}
    for side, degrees in {"south": 55, "north": 56, "west": -4, "east": -3}.items():
        tiles[side][2] = degrees
    index["people"]["tiles"] = {"hashes": index["people"]["tiles"]["hashes"] * 2 + UNREAD, **tiles}
    return html.replace(held[1], json.dumps(index))


def test_the_filter_that_stands_in_the_way_is_named(look_for: Open) -> None:
    page = look_for(NOBODY).page
    nobody = page.locator(".finder__nobody")
    expect(names(page)).to_have_count(0)
    expect(nobody.get_by_role("button")).to_have_text(["Search without “At the weekend”", "Search without any filter"])
    nobody.get_by_role("button", name="Search without “At the weekend”").click()
    expect(names(page)).to_have_text(["Elin Morgan"])
    expect(heading(page, "Near Newport, United Kingdom")).to_be_focused()
    expect(nobody).to_be_hidden()
    assert page.url.endswith("&language=cy&with=grief")


def test_all_filters_are_dropped_with_one_tap(look_for: Open) -> None:
    page = look_for(NOBODY).page
    page.get_by_role("button", name="Search without any filter").click()
    expect(names(page)).to_have_count(12)
    expect(page.locator("summary.finder__summary")).to_have_text("Filters")
    assert page.url.endswith(NEWPORT)


# The address ----------------------------------------------------------------------------------------------------------


def test_a_list_can_be_sent_and_opens_the_same(look_for: Open) -> None:
    page = look_for().page
    search(page, "Newport")
    choose(page, "Group classes")
    choose(page, "In the evening")
    expect(page.get_by_text("Filters (2)")).to_be_visible()
    assert page.url.endswith("?near=Newport&at=51.59,-3.00&in=GB&with=evening,group")
    listed = names(page).all_inner_texts()
    other = look_for(page.url.split("/instructors/")[1]).page
    expect(names(other)).to_have_text(listed)
    expect(box(other)).to_have_value("Newport")
    expect(other.get_by_label("In the evening")).to_be_checked()
    expect(heading(other, "Near Newport, United Kingdom")).to_be_in_viewport()


def test_back_and_forward_lead_through_the_places_that_were_looked_at(look_for: Open) -> None:
    page = look_for().page
    search(page, "Newport")
    expect(names(page).first).to_have_text("Elin Morgan")
    search(page, "Leeds")
    expect(names(page).first).to_have_text("Amina Yusuf")
    choose(page, "In the evening")
    page.go_back()
    expect(names(page).first).to_have_text("Elin Morgan")
    expect(box(page)).to_have_value("Newport")
    expect(page.get_by_label("In the evening")).not_to_be_checked()
    page.go_forward()
    expect(heading(page, "Near Leeds, United Kingdom")).to_be_visible()
    expect(page.get_by_label("In the evening")).to_be_checked()
    page.go_back()
    page.go_back()
    expect(page.locator(".finder__found")).to_be_hidden()
    expect(box(page)).to_have_value("")


ODD = {
    "a town without its place": ("?near=Cardiff", "?near=Cardiff&at=51.48,-3.18&in=GB", "Gwenllian Rhys"),
    "filters that nobody offers": (f"{NEWPORT}&with=levitation", f"{NEWPORT}&with=levitation", "Elin Morgan"),
    "a place off the earth": ("?near=Newport&at=151.59,-3.00&in=GB", NEWPORT, "Elin Morgan"),
    "markup": ("?near=Cardiff&in=<b>", "?near=Cardiff&at=51.48,-3.18&in=GB", "Gwenllian Rhys"),
}


@pytest.mark.parametrize(("query", "then", "first"), ODD.values(), ids=ODD)
def test_an_address_written_by_hand_is_understood(look_for: Open, query: str, then: str, first: str) -> None:
    look = look_for(query)
    expect(names(look.page).first).to_have_text(first)
    assert look.page.url.endswith(then)
    look.check()


# The network ----------------------------------------------------------------------------------------------------------


def test_a_slow_network_is_told_first_and_the_answer_follows(look_for: Open) -> None:
    page = look_for().page
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    slow = {"offline": False, "latency": 1500, "downloadThroughput": 20_000, "uploadThroughput": 20_000}
    network.send("Network.emulateNetworkConditions", slow)
    search(page, "Newport")
    expect(status(page)).to_have_text("Searching …")
    expect(names(page).first).to_have_text("Elin Morgan")
    expect(status(page)).to_have_text("These are the 12 nearest instructors.")


def test_an_answer_to_what_was_typed_before_is_not_shown(look_for: Open) -> None:
    page = look_for(NEWPORT).page
    held: list[Route] = []
    page.route(TOWNS, lambda route: route.continue_() if held else held.append(route))
    box(page).fill("Sevilla")
    expect(status(page)).to_have_text("Searching …")
    box(page).fill("Cardiff")
    expect(suggestions(page).first).to_contain_text("Cardiff")
    shown = suggestions(page).all_inner_texts()
    with page.expect_response(TOWNS):
        held[0].continue_()
    page.wait_for_timeout(300)
    assert suggestions(page).all_inner_texts() == shown
    expect(names(page).first).to_have_text("Elin Morgan")


def test_without_a_connection_the_reader_can_try_again(look_for: Open) -> None:
    page = look_for().page
    page.context.set_offline(True)
    search(page, "Newport")
    expect(status(page)).to_have_text("There is no connection just now. Try again, or use the lists below.")
    expect(page.get_by_role("link", name="United Kingdom", exact=True).last).to_be_visible()
    page.context.set_offline(False)
    page.get_by_role("button", name="Try again").click()
    expect(names(page).first).to_have_text("Elin Morgan")
    expect(page.get_by_role("button", name="Try again")).to_be_hidden()


def test_a_list_that_was_renewed_meanwhile_is_loaded_again(look_for: Open) -> None:
    page = look_for(NEWPORT).page
    expect(names(page)).to_have_count(12)
    page.route(PIECES, lambda route: route.fulfill(status=404, body="gone"))
    search(page, "Leeds")
    expect(status(page)).to_have_text("The list was renewed while this page was open. Load the page again.")
    page.unroute(PIECES)
    with page.expect_navigation():
        page.get_by_role("button", name="Try again").click()
    expect(names(page)).to_have_count(12)


def test_nothing_is_fetched_before_it_is_wanted(visit: Open) -> None:
    look = visit()
    urls = requests_of(look.page)
    look.go(FINDER)
    assert [url for url in urls if "/find/" in url] == []
    urls.clear()
    look.go("parents/")
    assert [url for url in urls if "finder" in url] == []


# The look -------------------------------------------------------------------------------------------------------------

STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "the form": ("", lambda page: choose(page, "In the evening")),
    "suggestions": ("", lambda page: box(page).fill("newp")),
    "people": (NEWPORT, lambda page: expect(names(page)).to_have_count(12)),
    "nobody": (NOBODY, lambda page: expect(page.get_by_role("button", name="Search without any")).to_be_visible()),
    "a hint": ("", lambda page: search(page, "Qwxzzz")),
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("width", "dark"), LOOKS, ids=["phone", "phone-dark", "desk", "desk-dark"])
def test_axe_finds_nothing_wrong(look_for: Open, state: str, width: int, dark: bool) -> None:
    query, act = STATES[state]
    look = look_for(query, width, 900, dark=dark)
    act(look.page)
    if state == "suggestions":
        expect(suggestions(look.page).first).to_be_visible()
        look.page.keyboard.press("ArrowDown")
    assert faults_by_axe(look) == []
    look.check()


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("width", "size"), [(320, "100%"), (320, "200%"), (1280, "200%")])
def test_nothing_is_cut_off_on_a_small_phone_or_in_large_letters(
    look_for: Open, state: str, width: int, size: str
) -> None:
    query, act = STATES[state]
    page = look_for(query, width, 900).page
    page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
    act(page)
    wide = page.evaluate(
        """() => [...document.querySelectorAll(".finder__form *, .finder__found *")].filter((part) => {
            const box = part.getBoundingClientRect();
            const isShown = part.checkVisibility() && !part.closest(".visually-hidden");
            return isShown && (box.right > innerWidth + 1 || box.left < -1);
        }).map((part) => part.outerHTML.slice(0, 90))"""
    )
    assert wide == []


def test_every_control_is_as_large_as_a_thumb(look_for: Open) -> None:
    page = look_for(NOBODY).page
    choose(page, "In the evening")
    box(page).fill("newp")
    expect(suggestions(page).first).to_be_visible()
    small = page.evaluate(
        """() => [...document.querySelectorAll(
            ".finder__form :is(input[type=text], button, select, summary, label.finder__choice, [role=option]), " +
            ".finder__found :is(button, .finder__ways a)")].filter((part) => {
            const box = part.getBoundingClientRect();
            return box.width && (box.height < 44 || box.width < 44);
        }).map((part) => part.outerHTML.slice(0, 120))"""
    )
    assert small == []


def test_nothing_jumps_while_the_page_comes_and_while_one_types_on_a_slow_network(visit: Open) -> None:
    look = visit()
    look.page.add_init_script(
        """window.shift = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.shift += entry.value; }))
            .observe({ type: "layout-shift", buffered: true });"""
    )
    page = look.go(FINDER)
    held: list[Route] = []
    page.route(TOWNS, lambda route: held.append(route))
    box(page).press_sequentially("newport", delay=30)
    expect(status(page)).to_have_text("Searching …")
    expect(status(page)).to_be_in_viewport()
    held[0].continue_()
    expect(page.locator(".finder__heard")).to_contain_text("suggestions")
    assert page.evaluate("window.shift") < 0.01


def test_colours_chosen_by_the_reader_mark_the_chosen_suggestion(look_for: Open) -> None:
    page = look_for(forced_colors="active").page
    box(page).fill("newp")
    expect(suggestions(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(suggestions(page).nth(0)).to_have_css("outline-style", "solid")
    expect(suggestions(page).nth(1)).to_have_css("outline-style", "none")


def test_paper_shows_the_people_and_not_the_form(look_for: Open) -> None:
    page = look_for(NEWPORT).page
    expect(names(page)).to_have_count(12)
    page.emulate_media(media="print")
    expect(names(page).first).to_be_visible()
    for hidden in (".finder__form", ".finder__more", ".quick-nav"):
        expect(page.locator(hidden).first).to_be_hidden()


def test_without_javascript_the_lists_are_there_and_no_form(look_for: Open) -> None:
    page = look_for(NEWPORT, javascript=False).page
    expect(page.locator("main form")).to_be_hidden()
    expect(page.locator(".finder__found")).to_be_hidden()
    page.locator(".place-list").get_by_role("link", name="United Kingdom").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Infant massage instructors: United Kingdom")
