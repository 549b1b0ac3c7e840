"""People whose files hold every trick: shown as the words they are, on every page they reach, and nothing else happens."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import icalendar
import pytest
from browser.conftest import WATCH_POLICY
from conftest import ROOT, Handler, build_site, copy_project
from directory.load import INSTRUCTORS
from playwright.sync_api import Browser

TRICKS = [
    "<script>window.__pwned=1</script>",
    "<img src=x onerror=__pwned=1>",
    "<svg/onload=__pwned=1>",
    "<details open ontoggle=__pwned=1>",
    "<input autofocus onfocus=__pwned=1>",
    '<iframe srcdoc="<script>parent.__pwned=1</script>">',
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<base href=//evil.example>",
    "<form action=//evil.example>a",
    "<style>body{display:none}</style>",
    '<p style="position:fixed;inset:0">a',
    "<link rel=stylesheet href=//evil.example>",
    "<a id=modules>a",
    "<!-- a",
    "<textarea>a",
    "<title>a",
    "[x](javascript:__pwned=1)",
    "![x](x){onerror=__pwned=1}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{% include 'main.html' %} a",
    "</script><script>__pwned=1</script>",
    "<!--<script>a",
    "]]>a",
    "a⟦title⟧⟦content⟧",
    "Tom & Jerry &amp; Co",
    "a;TEL:+1999",
    "BEGIN:VEVENT a",
    "END:VEVENT\\nEND:VCALENDAR",
    'a"onmouseover="__pwned=1',
    "a'onmouseover='__pwned=1",
    '=HYPERLINK("http://e.example","x")',
    "@SUM(1)a",
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A site in which everybody is hostile, and its address."""
    project = copy_project(tmp_path_factory.mktemp("hostile"))
    template = (project / INSTRUCTORS / "gb/maria-garcia-london.yml").read_text("utf-8")
    for file in (project / INSTRUCTORS).glob("*/*.yml"):
        file.unlink()
    for number, trick in enumerate(TRICKS):
        text = template.replace("name: Maria García", f"name: {json.dumps(trick)}\npronouns: {json.dumps(trick[:40])}")
        text = text.replace("region: Greater London", f"region: {json.dumps(trick)}").replace(
            "town: London", f"town: {json.dumps('L' + trick)}"
        )
        text = text.replace("title: Baby massage, five weeks", f"title: {json.dumps(trick)}")
        text = text.replace("place: The library, upstairs", f"place: {json.dumps(trick)}")
        text = text[: text.index("about:")] + f"about: {json.dumps(trick)}\n"
        text = text.replace("country: GB\n", "country: GB\ncoordinates: { lat: 51.51, lon: -0.13 }\n")
        (project / INSTRUCTORS / f"gb/person-{number:02}.yml").write_text(text, encoding="utf-8")
    done = build_site("mkdocs", project / "site", root=project)
    assert done.returncode == 0, done.stdout + done.stderr
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(project / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield project / "site", f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def test_hostile_words_are_shown_and_do_nothing(hostile: tuple[Path, str], browser: Browser) -> None:
    site, address = hostile
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.add_init_script(WATCH_POLICY)
    page = context.new_page()
    faults: list[str] = []
    page.on("dialog", lambda dialog: faults.append(f"dialog {dialog.message}"))
    page.on("pageerror", lambda error: faults.append(f"error {error}"))
    page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    page.on(
        "request", lambda request: None if request.url.startswith((address, "data:")) else faults.append(request.url)
    )
    page.on("popup", lambda _: faults.append("popup"))
    for number, trick in enumerate(TRICKS):
        page.goto(f"{address}instructors/person-{number:02}/", wait_until="load")
        shown = {
            "name": page.locator("main h1").inner_text(),
            "class": page.locator(".course__title").first.inner_text(),
            "about": page.locator(".profile__about").inner_text(),
            "town": page.locator(".profile__fact--place bdi").first.inner_text(),
        }
        expected = " ".join(trick.split())
        assert shown == {"name": expected, "class": expected, "about": expected, "town": f"L{expected}"}
        assert page.locator("footer.site-footer").is_visible(), trick
        assert trick in page.title()
        data = [json.loads(text) for text in page.locator("script[type='application/ld+json']").all_text_contents()]
        assert any(node.get("mainEntity", {}).get("name") == trick for graph in data for node in graph["@graph"])
        faults += page.evaluate("window.policyViolations")
        assert page.evaluate("window.__pwned") is None, trick
        assert faults == [], trick
    for path in ["instructors/gb/", "instructors/", "instructors/language/en/"]:
        page.goto(address + path, wait_until="load")
        assert page.locator("footer.site-footer").is_visible()
        faults += page.evaluate("window.policyViolations")
    names = page.locator(".person-card__name").all_inner_texts()
    assert sorted(names) == sorted(" ".join(trick.split()) for trick in TRICKS)
    assert faults == []
    assert page.evaluate("window.__pwned") is None
    listed = json.loads((site / "instructors/data/directory.json").read_text("utf-8"))["people"]
    assert sorted(person["name"] for person in listed) == sorted(TRICKS)
    context.close()


def test_a_class_with_hostile_words_is_taken_into_the_calendar_alone(
    hostile: tuple[Path, str], browser: Browser
) -> None:
    _, address = hostile
    page = browser.new_page()
    saved_as = {}
    for number, trick in enumerate(TRICKS):
        page.goto(f"{address}instructors/person-{number:02}/", wait_until="load")
        with page.expect_download() as saved:
            page.locator(".course button").last.click()
        calendar = icalendar.Calendar.from_ical(saved.value.path().read_bytes())
        saved_as[trick] = [(event["SUMMARY"], event["LOCATION"], event.errors) for event in calendar.walk("VEVENT")]
    page.context.close()
    assert saved_as == {trick: [(trick, trick, [])] for trick in TRICKS}


def test_the_search_shows_hostile_words_as_words(hostile: tuple[Path, str], browser: Browser) -> None:
    _, address = hostile
    context = browser.new_context()
    context.add_init_script(WATCH_POLICY)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("button", name="Search").click()
    for words in ("pwned", "script", "evil", "alert <img src=x onerror=__pwned=1>"):
        page.get_by_role("searchbox").fill(words)
        page.wait_for_timeout(700)
        assert page.locator(".search__results img, .search__results script, .search__results iframe").count() == 0
    assert page.evaluate("window.__pwned") is None
    assert page.evaluate("window.policyViolations") == []
    context.close()


def test_the_project_itself_has_no_hostile_person() -> None:
    assert not list((ROOT / INSTRUCTORS).glob("*/person-*.yml"))
