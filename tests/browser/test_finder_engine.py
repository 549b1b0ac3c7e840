"""The finder's engine in the real browser, on the real gazetteer: what is typed is found, and the nearest are nearest.

`tests/directory/finder/queries.tsv` holds what families type and what should come first.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import product
from math import asin, cos, radians, sin, sqrt
from typing import Any
from unicodedata import category

import pytest
from benchmarks.finder_site import (
    SUGGEST,
    TODAY,
    ask_queries,
    generated,
    open_finder,
    pieces,
    read,
    samples,
    serving,
    write_site,
)
from directory.choices import ClassStatus
from directory.directory import Directory
from directory.gazetteer import TABLE
from directory.model import Instructor
from directory.outputs.finder.keys import key
from playwright.sync_api import Browser, Page

RIGHT = {"typo": 0.9}
"""The share of a kind of query that must be answered right; all together must be 97 in a hundred."""
FILTERS: list[dict[str, Any]] = [
    {},
    {"language": "en"},
    {"language": "es"},
    {"language": "cy"},
    {"features": ["evening"]},
    {"features": ["weekend", "group"]},
    {"features": ["fathers", "step-free"]},
    {"language": "de", "features": ["online"]},
    {"language": "pt", "features": ["evening", "home-visit"]},
    {"features": ["no-such-thing"]},
]


@pytest.fixture(scope="module", params=["samples", "two thousand"])
def directory(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Directory:
    return samples() if request.param == "samples" else generated(2000, tmp_path_factory.mktemp("people"))


@pytest.fixture(scope="module")
def page(directory: Directory, tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Page]:
    """A page with `finder`, whose home is Great Britain as the project's is."""
    folder = write_site(pieces(directory), tmp_path_factory.mktemp("finder"))
    with serving(folder) as address, browser.new_context() as context:
        yield open_finder(context.new_page(), address)


@pytest.fixture(scope="module")
def lone(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Page]:
    """Likewise with the sample people only, for what does not depend on people."""
    folder = write_site(pieces(samples()), tmp_path_factory.mktemp("finder"))
    with serving(folder) as address, browser.new_context() as context:
        yield open_finder(context.new_page(), address)


# Keys -----------------------------------------------------------------------------------------------------------------


def test_the_key_is_the_same_here_and_in_the_browser_for_every_spelling_of_the_gazetteer(lone: Page) -> None:
    lines = [line.split("\t") for line in read(TABLE).split("\n")[1:-1]]
    spellings = sorted({one for line in lines for column in (1, 2, 5, 6, 7) for one in line[column].split("|")})
    theirs = lone.evaluate("spellings => spellings.map(engine.key)", spellings)
    assert [pair for pair in zip(spellings, theirs, strict=True) if key(pair[0]) != pair[1]] == []


def test_the_key_is_the_same_for_any_text(lone: Page) -> None:
    """Except for characters that only one of the two has heard of, since each knows another version of Unicode."""
    draw = random.Random(9)
    ranges = [(0x20, 0x250), (0x250, 0x600), (0x600, 0x1100), (0x1E00, 0x2200), (0x3000, 0x3100), (0xAC00, 0xAD00)]
    texts = [
        "".join(chr(draw.randrange(*draw.choice(ranges))) for _ in range(draw.randrange(1, 9))) for _ in range(5000)
    ]
    known = [text for text in texts if not any(category(one) == "Cn" for one in text)]
    theirs = lone.evaluate(r"texts => texts.map((text) => (/\p{Cn}/u.test(text) ? null : engine.key(text)))", known)
    compared = [pair for pair in zip(known, theirs, strict=True) if pair[1] is not None]
    assert len(compared) > 2000
    assert [pair for pair in compared if key(pair[0]) != pair[1]] == []


# Queries --------------------------------------------------------------------------------------------------------------


def test_what_families_type_is_answered_right(lone: Page) -> None:
    asked, wrong = ask_queries(lone)
    missed = Counter(line.partition(":")[0] for line in wrong)
    for kind, share in RIGHT.items():
        assert missed[kind] <= asked[kind] * (1 - share), "\n".join(wrong)
    assert asked.total() >= 220
    assert len(wrong) <= asked.total() * 0.03, "\n".join(wrong)


def test_one_typo_anywhere_in_any_town_is_mostly_forgiven(lone: Page) -> None:
    """400 towns, bigger ones more often; some typos make the name of another town, so not all can be right."""
    draw = random.Random(11)
    towns = [line.split("\t") for line in read(TABLE).split("\n")[1:-1]]
    towns = [town for town in towns if len(town[1]) > 3]
    chosen = draw.choices(towns, [int(town[8]) for town in towns], k=400)
    typed = [with_typo(town[1], draw) for town in chosen]
    wanted = [["town", town[1], town[0], float(town[3]), float(town[4])] for town in chosen]
    wrong = [
        f"{one!r} should give {right}, gives {given}"
        for one, right, given in zip(typed, wanted, lone.evaluate(SUGGEST, typed), strict=True)
        if right != given[:5]
    ]
    assert len(wrong) <= 40, "\n".join(wrong)


def with_typo(name: str, draw: random.Random) -> str:
    place, letter = draw.randrange(len(name) - 1), draw.choice("abcdefghijklmnopqrstuvwxyz")
    start, rest = name[:place], name[place:]
    return start + draw.choice([rest[1:], letter + rest, letter + rest[1:], rest[1] + rest[0] + rest[2:]])


@pytest.mark.parametrize(
    ("typed", "options", "answers"),
    [
        (
            "newport",
            {"limit": 2, "names": False},
            [("Newport", "Cardiff", "GB", True), ("Newport", "Portsmouth", "GB", True)],
        ),
        ("köln", {"names": False}, [("Köln", "", "DE", True)]),
        ("Köln", {}, [("Köln", "", "DE", True), ("Köln", "", "", False)]),  # the last leads to people of that name
        ("peth", {"limit": 1}, [("Perth", "", "AU", False)]),  # and not a Pethāpur of twenty thousand
        ("ab", {}, []),
        ("東", {"limit": 1, "names": False}, [("Tokyo", "", "JP", False)]),
        ("zürich", {"names": False}, [("Zürich", "", "CH", True)]),
    ],
)
def test_suggestions_tell_namesakes_apart_and_leave_districts_out(
    lone: Page, typed: str, options: dict[str, Any], answers: list[tuple[Any, ...]]
) -> None:
    given = lone.evaluate("([typed, options]) => finder.suggest(typed, options)", [typed, options])
    assert [(one["name"], one["near"], one["country"], one["exact"]) for one in given] == answers


@pytest.mark.parametrize("typed", ["thomas okafor manchester", "Manchester Okafor", "thomas okfor", "Tomas Okafor"])
def test_a_person_is_found_with_their_town_and_with_a_slip(lone: Page, typed: str) -> None:
    given = lone.evaluate("typed => finder.suggest(typed)", typed)
    assert [one["id"] for one in given][:1] == ["thomas-okafor-manchester"]


def test_a_suggestion_has_everything_a_page_shows(lone: Page) -> None:
    town, person, area = (
        lone.evaluate("text => finder.suggest(text).then(([first]) => [first])", text)
        for text in ("cologne", "elin morgan", "n16 8hb")
    )
    assert town == [
        {
            "kind": "town",
            "name": "Köln",
            "matched": "Cologne",
            "near": "",
            "country": "DE",
            "lat": 50.93,
            "lon": 6.95,
            "id": "",
            "exact": True,
        }
    ]
    assert person == [
        {
            "kind": "person",
            "name": "Elin Morgan",
            "matched": "",
            "near": "Newport",
            "country": "GB",
            "lat": None,
            "lon": None,
            "id": "elin-morgan-newport",
            "exact": True,
        }
    ]
    assert [(one["kind"], one["name"], one["country"], one["exact"]) for one in area] == [
        ("postcode", "N16", "GB", True)
    ]


# Near -----------------------------------------------------------------------------------------------------------------


def km_between(lat: float, lon: float, person: Instructor) -> float:
    """Haversine."""
    spot = person.coordinates
    assert spot
    up, across = radians(spot.lat - lat) / 2, radians(spot.lon - lon) / 2
    return (
        2 * 6371.0088 * asin(min(1, sqrt(sin(up) ** 2 + cos(radians(lat)) * cos(radians(spot.lat)) * sin(across) ** 2)))
    )


def has(person: Instructor, name: str) -> bool:
    kinds = {"evening": lambda start: start.hour >= 17, "weekend": lambda start: start.weekday() > 4}
    if name not in kinds:
        return name in {*person.formats, *person.special, *person.access}
    coming = [one for one in person.classes if one.status != ClassStatus.CANCELLED and not is_over(one)]
    return any(kinds[name](one.start) for one in coming)


def is_over(course: Any) -> bool:
    days = (TODAY - course.end.date()).days
    return bool(days > (course.weeks - 1) * 7)


def fits(person: Instructor, wish: dict[str, Any]) -> bool:
    language = wish.get("language", "")
    speaks = not language or any(tag == language or tag.startswith(f"{language}-") for tag in person.languages)
    return speaks and all(has(person, name) for name in wish.get("features", []))


def points(directory: Directory) -> list[tuple[float, float]]:
    """Towns of people, and anywhere on the globe, its edges too."""
    draw = random.Random(3)
    spots = [one.coordinates for one in directory.people if one.coordinates]
    near = [(spot.lat, spot.lon) for spot in draw.sample(spots, 12)]
    anywhere = [(draw.uniform(-90, 90), draw.uniform(-180, 180)) for _ in range(12)]
    return [*near, *anywhere, (90, 0), (-90, 20), (0, 180), (0, -180), (-18.1, 179.9), (65.5, -179.5)]


IN_REACH_KM = 50


def near(page: Page, questions: list[Any], options: dict[str, Any]) -> list[Any]:
    ask = """
    async ([questions, options]) => {
      const answers = [];
      for (const [[lat, lon], wish] of questions) {
        const { people, complete, radius } = await finder.nearest({ lat, lon, country: "" }, wish, options);
        answers.push([people.map(({ id, km }) => [id, km]), complete, radius === Infinity ? null : radius]);
      }
      return answers;
    }
    """
    answers: list[Any] = page.evaluate(ask, [questions, options])
    return answers


def by_force(directory: Directory, place: tuple[float, float], wish: dict[str, Any]) -> list[tuple[float, str]]:
    fitting = [one for one in directory.people if one.coordinates and fits(one, wish)]
    return sorted((km_between(*place, one), one.id) for one in fitting)


def test_the_nearest_are_those_that_a_look_at_everybody_finds(page: Page, directory: Directory) -> None:
    questions = list(product(points(directory), FILTERS))
    for (place, wish), (given, complete, _) in zip(questions, near(page, questions, {"most": 10**9}), strict=True):
        everybody = by_force(directory, place, wish)
        assert [round(km, 6) for _, km in given] == [round(km, 6) for km, _ in everybody[:12]], (place, wish)
        assert {(round(km, 6), id_) for id_, km in given} <= {(round(km, 6), id_) for km, id_ in everybody}
        assert complete == (len(everybody) <= 12 and everyone_is_placed(directory, wish))


def everyone_is_placed(directory: Directory, wish: dict[str, Any]) -> bool:
    return not any(fits(one, wish) for one in directory.people if not one.coordinates)


def test_a_list_from_few_tiles_misses_nobody_within_its_radius(page: Page, directory: Directory) -> None:
    questions = list(product(points(directory), FILTERS))
    for (place, wish), (given, _, radius) in zip(questions, near(page, questions, {}), strict=True):
        everybody = by_force(directory, place, wish)
        sure = [id_ for km, id_ in everybody if radius is None or km < radius - 1e-6][:12]
        assert set(sure) <= {id_ for id_, _ in given}, (place, wish)
        assert bool(given) == bool(everybody)


def test_a_page_lists_the_nearest_or_says_that_nobody_is_in_reach(page: Page, directory: Directory) -> None:
    ask = """
    async (questions) => {
      const lists = [];
      for (const [[lat, lon], { language = "", features = [] }] of questions) {
        const found = await people(finder, { place: { lat, lon, country: "" }, language, features }, 0);
        lists.push([found.people.map(({ km }) => km), found.far]);
      }
      return lists;
    }
    """
    questions = list(product(points(directory), FILTERS))
    lists = page.evaluate(ask, questions)
    for (place, wish), (given, is_far) in zip(questions, lists, strict=True):
        everybody = [round(km, 6) for km, _ in by_force(directory, place, wish)]
        assert bool(given) == bool(everybody), (place, wish)
        if is_far:
            assert everybody[0] > IN_REACH_KM, (place, wish)
        else:
            assert [round(km, 6) for km in given] == everybody[: len(given)], (place, wish)
    assert any(is_far for _, is_far in lists) == (len(directory.people) > 1000)  # few people are one tile


def test_no_tile_is_thought_farther_than_the_nearest_person_in_it(page: Page, directory: Directory) -> None:
    """Else a tile would be skipped that should be read."""
    measure = """
    async (places) => {
      const { path, tiles } = index.people;
      const faults = [];
      for (const [number, name] of (tiles.hashes.match(/.{8}/g) ?? []).entries()) {
        const { rows } = await (await fetch(`/${path}${name}.json`)).json();
        const box = Object.fromEntries(["south", "west", "north", "east"].map((side) => [side, tiles[side][number]]));
        for (const [lat, lon] of places) {
          const nearest = Math.min(...rows.map((row) => globe.kmBetween({ lat, lon }, { lat: row[4], lon: row[5] })));
          if (globe.kmToBox({ lat, lon }, box) > nearest + 1e-6) faults.push([lat, lon, name]);
        }
      }
      return faults;
    }
    """
    assert page.evaluate(measure, points(directory)) == []


def test_the_distance_to_a_box_is_that_to_its_nearest_point(lone: Page) -> None:
    """Compared with the nearest of many points on its edge, for boxes of all sizes and places anywhere."""
    draw = random.Random(4)
    cases = []
    for _ in range(300):
        south, west = draw.uniform(-90, 89), draw.uniform(-180, 179)
        size = draw.choice([0.1, 5, 60, 180])
        box = {"south": south, "west": west, "north": min(90, south + size), "east": min(180, west + 2 * size)}
        cases.append([{"lat": draw.uniform(-90, 90), "lon": draw.uniform(-180, 180)}, box])
    measure = """
    (cases) => cases.map(([place, { south, west, north, east }]) => {
      const steps = Array.from({ length: 401 }, (_, step) => step / 400);
      const edge = steps.flatMap((share) => {
        const [lat, lon] = [south + (north - south) * share, west + (east - west) * share];
        return [{ lat, lon: west }, { lat, lon: east }, { lat: south, lon }, { lat: north, lon }];
      });
      const inside = place.lat >= south && place.lat <= north && place.lon >= west && place.lon <= east;
      const tried = inside ? 0 : Math.min(...edge.map((point) => globe.kmBetween(place, point)));
      return [globe.kmToBox(place, { south, west, north, east }), tried];
    })
    """
    for case, (worked_out, tried) in zip(cases, lone.evaluate(measure, cases), strict=True):
        assert worked_out <= tried + 1e-6, case
        assert tried - worked_out <= 60, case  # the steps of the edge are up to a hundred kilometres long


def test_everybody_is_found_without_a_place(page: Page, directory: Directory) -> None:
    for wish in FILTERS:
        given = page.evaluate("wish => finder.everyone(wish, { wanted: 10000 })", wish)
        assert {one["id"] for one in given["people"]} == {one.id for one in directory.people if fits(one, wish)}
        assert (given["complete"], {one["km"] for one in given["people"]} <= {None}) == (True, True)
    some = page.evaluate("finder.everyone({}, { wanted: 3 })")
    assert (len(some["people"]), some["complete"]) == (3, False)


def test_a_result_has_everything_a_page_shows(lone: Page) -> None:
    cardiff = {"lat": 51.48, "lon": -3.18, "country": "GB"}
    ask = "([place, wish]) => finder.nearest(place, wish, { wanted: 1 }).then(({ people }) => people)"
    person = {
        "id": "gwenllian-rhys-cardiff",
        "name": "Gwenllian Rhys",
        "town": "Cardiff",
        "country": "GB",
        "km": 0,
        "languages": ["cy", "en"],
        "features": ["group", "online", "step-free", "parking", "evening"],
        "next": "2027-01-20T10:00",
        "doubtful": False,
    }
    assert lone.evaluate(ask, [cardiff, {}]) == [person]
    assert lone.evaluate(ask, [cardiff, {"features": ["evening"]}]) == [{**person, "next": "2027-02-08T19:30"}]


def test_on_a_later_day_old_entries_are_doubtful_and_classes_that_are_over_do_not_count(lone: Page) -> None:
    ask = """
    (today) => engine.connect({ base: location.origin, index, today }).everyone({}, { wanted: 99 })
      .then(({ people }) => people.find(({ id }) => id === "gwenllian-rhys-cardiff"))
    """
    days = ["2027-02-08", "2027-02-09", "2027-03-01", "2027-03-02", "2027-09-10", "2027-09-11"]
    shown = [
        (one["next"], "evening" in one["features"], one["doubtful"])
        for one in (lone.evaluate(ask, day) for day in days)
    ]
    assert shown == [
        ("2027-02-08T19:30", True, False),
        ("", True, False),  # the course has begun, and is not over
        ("", True, False),
        ("", False, False),
        ("", False, False),
        ("", False, True),
    ]


# Requests -------------------------------------------------------------------------------------------------------------

COUNT = """
async (use) => {
  const asked = [];
  const fetchJson = async (address) => {
    asked.push(new URL(address).pathname.replace(/-?[0-9a-f]{8,10}(?=[/.])/, "").replace(/\\d+(?=.json)/, "n"));
    return (await fetch(address)).json();
  };
  await use(connectFinder({ fetchJson }));
  return asked.sort();
}
"""
FIND = "/instructors/find"


@pytest.mark.parametrize(
    ("use", "asked"),
    [
        ('f => f.suggest("cardiff")', [f"{FIND}/towns/n.json"]),
        ('f => f.called("cardiff")', [f"{FIND}/names/.json"]),
        ('f => f.suggest("okafor")', [f"{FIND}/names/.json", f"{FIND}/towns/n.json"]),
        (
            'f => f.suggest("okafor", { names: false })',
            [f"{FIND}/towns/end-n.json", f"{FIND}/towns/middle-n.json", f"{FIND}/towns/n.json"],
        ),
        ('f => Promise.all([f.suggest("cardiff"), f.suggest("cardiff")])', [f"{FIND}/towns/n.json"]),
        ('f => f.suggest("birmignham")', [f"{FIND}/names/.json", f"{FIND}/towns/end-n.json", f"{FIND}/towns/n.json"]),
        (
            'f => f.suggest("pabis", { names: false })',
            [f"{FIND}/towns/end-n.json", f"{FIND}/towns/middle-n.json", f"{FIND}/towns/n.json"],
        ),
        ('f => f.suggest("n16 8hb")', [f"{FIND}/postcodes/n.json"]),
        ('f => f.suggest("ca")', []),
        ('f => f.nearest({ lat: 51.5, lon: -3 }, { features: ["evening"] })', [f"{FIND}/people/.json"]),
        ('f => f.nearest({ lat: 51.5, lon: -3 }, { language: "tlh" })', []),
    ],
)
def test_a_question_costs_few_requests(lone: Page, use: str, asked: list[str]) -> None:
    assert lone.evaluate(f"({COUNT})({use})") == asked


@pytest.fixture
def failing(lone: Page) -> Iterator[Callable[[str], None]]:
    """`failing("404")` or `failing("offline")` until the end of the test."""

    def fail(how: str) -> None:
        lone.route("**/find/**", lambda route: route.fulfill(status=404) if how == "404" else route.abort())

    yield fail
    lone.unroute("**/find/**")


@pytest.mark.parametrize(("how", "name"), [("404", "Gone"), ("offline", "Offline")])
def test_a_piece_that_cannot_be_had_says_why_and_is_asked_for_again(
    lone: Page, failing: Callable[[str], None], how: str, name: str
) -> None:
    ask = 'window.other.suggest("leeds").then(([{ name }]) => name, ({ name }) => name)'
    failing(how)
    assert lone.evaluate(f"window.other = connectFinder({{}}); {ask}") == name
    lone.unroute("**/find/**")
    assert lone.evaluate(ask) == "Leeds"
