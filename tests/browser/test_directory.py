"""What a parent does to find somebody, and what an instructor's link shows when it is opened cold."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import icalendar
import zxingcpp
from browser.conftest import Visit
from playwright.sync_api import Download, Page, expect

Open = Callable[..., Visit]
MARIA = "instructors/maria-garcia-london/"


def on_the_first_screen(page: Page, selector: str) -> bool:
    """Whether a part is seen without scrolling and not behind the bar at the lower edge."""
    return bool(
        page.evaluate(
            """(selector) => {
                const box = document.querySelector(selector).getBoundingClientRect();
                const bar = document.querySelector(".quick-nav").getBoundingClientRect();
                return box.top >= 0 && box.bottom <= Math.min(innerHeight, bar.top);
            }""",
            selector,
        )
    )


def test_a_parent_finds_a_person_by_country_and_town_without_javascript(visit: Open) -> None:
    page = visit(javascript=False).go()
    page.get_by_role("navigation", name="Quick help").get_by_role("link", name="Find an instructor").click()
    page.locator("main").get_by_role("link", name="United Kingdom", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Infant massage instructors: United Kingdom")
    page.get_by_role("link", name="Thomas Okafor").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thomas Okafor")
    page.locator("main").get_by_role("link", name="Manchester", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Infant massage instructors: Manchester, United Kingdom")


def test_a_link_opened_cold_on_a_phone_shows_who_where_and_how_to_book(visit: Open) -> None:
    page = visit(360, 740).go(MARIA)
    for selector in (
        "main h1",
        ".profile__fact--place",
        ".profile__fact--languages",
        ".profile__badge",
        ".profile__contact .button",
    ):
        assert on_the_first_screen(page, selector), selector


def test_languages_and_online_classes_are_lists_of_their_own(visit: Open) -> None:
    page = visit(javascript=False).go("instructors/")
    page.locator("main").get_by_role("link", name="Spanish", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Infant massage instructors who teach in Spanish")
    expect(page.get_by_role("link", name="Maria García").first).to_be_visible()
    page.go_back()
    page.get_by_role("link", name=re.compile("^Online classes")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Infant massage classes online")


def test_a_country_without_a_chapter_still_has_a_next_step(visit: Open) -> None:
    page = visit().go("instructors/jp/")
    expect(page.get_by_role("heading", name="Nobody near you?")).to_be_visible()
    link = page.get_by_role("link", name="International Association of Infant Massage")
    expect(link).to_have_attribute("href", re.compile("^https://iaim.net"))


def test_the_badge_goes_when_the_certificate_has_ended_on_a_page_nobody_rebuilt(visit: Open) -> None:
    look = visit()
    page = look.go("instructors/emine-yildiz-koeln/")
    last_day = page.locator("[data-module=certificate]").get_attribute("data-until")
    look.page.clock.set_fixed_time(f"{last_day}T23:00:00")
    page.reload()
    expect(page.locator(".profile__badge")).to_contain_text("Certificate valid until")
    look.page.clock.set_fixed_time(datetime.fromisoformat(f"{last_day}T01:00:00") + timedelta(days=1))
    page.reload()
    expect(page.locator(".profile__badge")).to_have_count(0)
    expect(page.locator(".profile__warning")).to_contain_text("The certificate on our list ended on")
    look.check()


def test_an_entry_nobody_confirmed_is_marked_in_the_browser_too(visit: Open) -> None:
    look = visit()
    look.page.clock.set_fixed_time("2027-09-11T12:00:00")
    page = look.go(MARIA)
    expect(page.locator(".profile__warning")).to_contain_text("Nobody has confirmed this entry")


def test_a_course_that_is_over_is_no_longer_offered(visit: Open) -> None:
    look = visit()
    look.page.clock.set_fixed_time("2027-02-20T12:00:00")
    page = look.go(MARIA)
    expect(page.locator(".course:visible")).to_have_count(1)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Add to your calendar").click()
    assert starts(saved.value) == [datetime(2027, 3, 2, 18, 30)]


def test_an_expired_certificate_has_no_badge_at_all(visit: Open) -> None:
    page = visit(javascript=False).go("instructors/amina-yusuf-leeds/")
    expect(page.locator(".profile__badge")).to_have_count(0)
    expect(page.locator(".profile__warning")).to_be_visible()


def test_contacts_and_calendar_are_kept_without_javascript(visit: Open) -> None:
    look = visit(javascript=False)
    page = look.go(MARIA)
    with page.expect_download() as saved:
        page.get_by_role("link", name="Add to contacts").click()
    assert saved.value.suggested_filename == "maria-garcia-london.vcf"
    assert saved.value.path().read_bytes().startswith(b"BEGIN:VCARD\r\nVERSION:4.0\r\n")
    with page.expect_download() as saved:
        page.get_by_role("link", name="Add these dates to your calendar").click()
    assert saved.value.suggested_filename == "maria-garcia-london.ics"
    assert starts(saved.value) == [datetime(2027, 1, 12, 18, 30), datetime(2027, 3, 2, 18, 30)]


def starts(saved: Download) -> list[datetime]:
    """When the classes of a calendar begin, on the wall; each has its zone explained."""
    whole = icalendar.Calendar.from_ical(saved.path().read_bytes())
    assert [str(zone["TZID"]) for zone in whole.walk("VTIMEZONE")] == ["Europe/London"]
    assert {event["DTSTART"].params["TZID"] for event in whole.walk("VEVENT")} == {"Europe/London"}
    return [event["DTSTART"].dt.replace(tzinfo=None) for event in whole.walk("VEVENT")]


def test_each_class_is_taken_into_the_calendar_alone(visit: Open) -> None:
    look = visit()
    page = look.go(MARIA)
    buttons = page.get_by_role("button", name="Add to your calendar: Baby massage, five weeks")
    expect(buttons).to_have_count(2)
    for button, day in zip(buttons.all(), (datetime(2027, 1, 12, 18, 30), datetime(2027, 3, 2, 18, 30)), strict=True):
        with page.expect_download() as saved:
            button.click()
        assert saved.value.suggested_filename == f"maria-garcia-london-{day:%Y-%m-%d}.ics"
        assert starts(saved.value) == [day]
    look.check()


def test_a_class_whose_calendar_does_not_come_at_once_is_asked_for_again(visit: Open) -> None:
    page = visit().go(MARIA)
    page.route(
        "**/classes.ics", lambda route: route.abort() if route.request.resource_type == "fetch" else route.fallback()
    )
    with page.expect_download() as saved:
        page.get_by_role("button", name="Add to your calendar").first.click()
    assert len(starts(saved.value)) == 2


def test_the_code_is_read_from_the_screen_in_both_palettes(visit: Open) -> None:
    for dark in (False, True):
        look = visit(dark=dark)
        picture = look.go(MARIA).locator("img.keep__qr")
        pixels = picture.evaluate(SHOWN)
        side = len(pixels) ** 0.5
        assert side == picture.bounding_box()["width"] == picture.evaluate("picture => picture.naturalWidth") * 4
        grey = memoryview(bytes(pixels)).cast("B", shape=[int(side), int(side)])
        assert [found.text for found in zxingcpp.read_barcodes(grey)] == [f"https://infant-massage.example/{MARIA}"]
        look.check()


SHOWN = """(picture) => {
    const canvas = document.createElement("canvas"), pen = canvas.getContext("2d");
    [canvas.width, canvas.height] = [picture.width, picture.height];
    pen.imageSmoothingEnabled = getComputedStyle(picture).imageRendering !== "pixelated";
    pen.drawImage(picture, 0, 0, picture.width, picture.height);
    return [...pen.getImageData(0, 0, picture.width, picture.height).data].filter((_, at) => at % 4 === 0);
}"""


def test_the_address_can_be_shared_and_the_page_printed(visit: Open) -> None:
    look = visit(permissions=["clipboard-read", "clipboard-write"])
    page = look.go(MARIA)
    page.evaluate("window.printed = 0; window.print = () => { window.printed += 1; }; navigator.share = undefined;")
    page.get_by_role("button", name="Share").click()
    expect(page.locator("[data-module=share] [role=status]")).to_have_text("The address is copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"https://infant-massage.example/{MARIA}"
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("window.printed") == 1
    look.check()


def test_an_email_address_reaches_the_reader_and_the_screen_reader(visit: Open) -> None:
    page = visit(javascript=False).go(MARIA)
    link = page.get_by_role("link", name="Write an e-mail")
    expect(link).to_have_attribute("href", "mailto:maria@maria-garcia.example")


def test_names_keep_their_own_direction(visit: Open) -> None:
    page = visit().go("instructors/mona-abdallah-cairo/")
    name = page.locator("h1 bdi")
    assert name.evaluate("part => getComputedStyle(part).direction") == "rtl"
    assert page.evaluate("getComputedStyle(document.body).direction") == "ltr"


def test_an_address_of_a_person_who_left_gets_a_kind_word_and_a_way_on(visit: Open) -> None:
    look = visit()
    look.page.goto(f"{look.address}instructors/somebody-who-left/", wait_until="load")
    expect(look.page.get_by_role("heading", level=1)).to_have_text("This person may no longer be listed")
    look.page.locator("main").get_by_role("link", name="list of instructors").click()
    assert look.page.url.endswith("/instructors/")
    plain = visit(javascript=False)
    plain.page.goto(f"{plain.address}instructors/somebody-who-left/", wait_until="load")
    expect(plain.page.locator("main")).to_contain_text("That person may no longer be listed.")


def test_the_search_finds_people_and_places(visit: Open) -> None:
    look = visit()
    page = look.go()
    page.get_by_role("button", name="Search").click()
    for words, target in (
        ("Okafor", "thomas-okafor-manchester"),
        ("Manchester", "gb/manchester"),
        ("李", ""),
        ("García", "maria-garcia"),
    ):
        page.get_by_role("searchbox").fill(words)
        expect(page.get_by_role("status")).to_contain_text("found", timeout=15_000)
        if target:
            expect(page.locator(f".search__result a[href*='{target}']").first).to_be_visible()
    look.check()
