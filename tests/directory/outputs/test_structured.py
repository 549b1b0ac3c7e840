"""What pages say to programs: what people see there, no more."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from directory.directory import Directory
from directory.model import Coordinates, Instructor
from directory.outputs import person_graph, place_graph, script_json
from hypothesis import given
from hypothesis import strategies as st

SITE = "https://infant-massage.example/"
ABOVE = [
    ("Find an instructor", "instructors/"),
    ("United Kingdom", "instructors/gb/"),
    ("London", "instructors/gb/london/"),
]
HOSTILE = yaml.safe_load((Path(__file__).parent / "hostile.yml").read_text(encoding="utf-8"))
TEXTS = st.sampled_from([text for texts in HOSTILE.values() for text in texts]) | st.text(
    st.characters(exclude_categories=()), max_size=200
)
Graph = dict[str, Any]


@pytest.fixture(scope="session")
def graph_of(directory_of: Callable[..., Directory]) -> Callable[..., Graph]:
    def graph(person: Instructor, today: date = date(2026, 11, 23)) -> Graph:
        certifier = directory_of(person).certifier(person)
        return person_graph(person, certifier, SITE, today=today, trail=ABOVE)

    return graph


def node(graph: Graph, kind: str) -> Graph:
    (found,) = [one for one in graph["@graph"] if one["@type"] == kind]
    return found


def person_in(graph: Graph) -> Graph:
    return node(graph, "ProfilePage")["mainEntity"]


@pytest.mark.parametrize(
    ("facts", "location", "url"),
    [
        ({"online": True, "place": None}, "https://zoe.example/book", None),
        ({"online": False, "place": "London"}, None, "https://zoe.example/book"),
    ],
    ids=["online, where it happens", "in a place, beside it"],
)
def test_the_page_where_one_books_is_told_once(
    facts: Graph, location: str | None, url: str | None, zoe: Instructor, graph_of: Callable[..., Graph]
) -> None:
    course = zoe.classes[0].model_copy(update={**facts, "status": "open", "booking": "https://zoe.example/book"})
    event = node(graph_of(zoe.model_copy(update={"classes": (course,)})), "EducationEvent")
    assert (event["location"].get("url"), event.get("url")) == (location, url)


BADGES = {
    "on the last day of the certificate": (date(2027, 2, 28), True),
    "on the day after": (date(2027, 3, 1), False),
    "a year after the last confirmation": (date(2027, 10, 6), False),
}


@pytest.mark.parametrize("case", BADGES)
def test_a_credential_is_told_only_while_the_badge_is_good(
    case: str, zoe: Instructor, graph_of: Callable[..., Graph]
) -> None:
    today, good = BADGES[case]
    told = person_in(graph_of(zoe, today))
    assert ("hasCertification" in told) is good
    assert told["jobTitle"] == ("Certified infant massage instructor" if good else "Infant massage instructor")


WEEKLY = "Tom & Jerry: first strokes, songs; and rest"
EVENTS = {
    "before all, where two are enough": (date(2025, 12, 1), ["Long ago", "Online for fathers"]),
    "on the day of a meeting": (date(2026, 12, 12), ["Online for fathers", WEEKLY]),
    "the day after": (date(2026, 12, 13), [WEEKLY]),
    "on the day of the last of five meetings": (date(2027, 4, 1), [WEEKLY]),
    "after that": (date(2027, 4, 2), []),
}


@pytest.mark.parametrize("case", EVENTS)
def test_the_next_class_is_told_first_and_none_that_is_over_or_cancelled(
    case: str, zoe: Instructor, graph_of: Callable[..., Graph]
) -> None:
    today, titles = EVENTS[case]
    assert [one["name"] for one in graph_of(zoe, today)["@graph"] if one["@type"] == "EducationEvent"] == titles


def test_a_course_across_a_change_of_the_clock_ends_with_the_offset_of_its_last_day(
    zoe: Instructor, graph_of: Callable[..., Graph]
) -> None:
    event = node(graph_of(zoe, date(2027, 3, 1)), "EducationEvent")
    assert (event["startDate"], event["endDate"]) == ("2027-03-04T10:30:00+00:00", "2027-04-01T12:00:00+01:00")


def test_a_class_is_given_by_the_person_of_the_page(zoe: Instructor, graph_of: Callable[..., Graph]) -> None:
    graph = graph_of(zoe)
    givers = [one["organizer"] for one in graph["@graph"] if one["@type"] == "EducationEvent"]
    assert givers == [{"@id": person_in(graph)["@id"]}] * 2


def test_the_trail_leads_from_the_search_to_the_page_above(zoe: Instructor, graph_of: Callable[..., Graph]) -> None:
    steps = node(graph_of(zoe), "BreadcrumbList")["itemListElement"]
    assert [(one["position"], one["name"], one["item"]) for one in steps] == [
        (1, "Find an instructor", f"{SITE}instructors/"),
        (2, "United Kingdom", f"{SITE}instructors/gb/"),
        (3, "London", f"{SITE}instructors/gb/london/"),
    ]


def test_what_a_person_says_of_themselves_and_prices_stay_on_the_page(
    zoe: Instructor, graph_of: Callable[..., Graph]
) -> None:
    text = json.dumps(graph_of(zoe), ensure_ascii=False)
    assert zoe.about
    assert "I sing while you massage" in zoe.about
    assert "I sing" not in text
    assert "62.5" not in text
    assert not re.search("offer|Schedule|description", text)


def test_a_list_goes_on_counting_on_its_next_page() -> None:
    graph = place_graph(
        "London (2)", "instructors/gb/london/2/", [("A", "instructors/aaa/")], SITE, trail=ABOVE, first=41
    )
    (item,) = node(graph, "CollectionPage")["mainEntity"]["itemListElement"]
    assert item == {"@type": "ListItem", "position": 41, "name": "A", "url": f"{SITE}instructors/aaa/"}


def test_neither_mail_nor_telephone_nor_an_exact_place_is_told(zoe: Instructor, graph_of: Callable[..., Graph]) -> None:
    exact = Coordinates.model_construct(lat=51.5123456, lon=-0.1298765)
    text = json.dumps(graph_of(zoe.model_copy(update={"coordinates": exact})))
    assert zoe.contact.email not in text
    assert "1632" not in text
    assert set(re.findall(r"-?\d+\.\d+", text)) == {"51.51", "-0.13"}


def test_a_website_is_told_only_when_the_person_allows_it(zoe: Instructor, graph_of: Callable[..., Graph]) -> None:
    hidden = zoe.model_copy(update={"contact": zoe.contact.model_copy(update={"show": ()})})
    assert person_in(graph_of(zoe))["sameAs"] == "https://zoe.example/babies?a=1&b=2"
    assert "sameAs" not in person_in(graph_of(hidden))


def test_only_a_sample_says_that_it_is_one(zoe: Instructor, graph_of: Callable[..., Graph]) -> None:
    assert "sample" in person_in(graph_of(zoe))["disambiguatingDescription"]
    assert "disambiguatingDescription" not in person_in(graph_of(zoe.model_copy(update={"sample": False})))


@given(text=TEXTS)
def test_every_text_comes_back_and_cannot_leave_the_script(
    zoe: Instructor, text: str, graph_of: Callable[..., Graph]
) -> None:
    course = zoe.classes[0].model_copy(update={"title": text, "place": text, "booking": text})
    hostile = zoe.model_copy(update={"name": text, "about": text, "region": text, "town": text, "classes": (course,)})
    written = script_json(graph_of(hostile))
    assert not set(written) & set("<>&\u2028\u2029\n\r")
    written.encode()
    graph = json.loads(written)
    assert person_in(graph)["name"] == text
    assert person_in(graph)["workLocation"]["address"]["addressLocality"] == text
    event = node(graph, "EducationEvent")
    assert (event["name"], event["location"]["name"]) == (text, text)
