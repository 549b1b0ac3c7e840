"""A run through the zoo: what every misbehaving server is taken for, in one run within its 120 seconds.

A row is an animal, the path that it is asked for, the kind of verdict, and its reason or, where it has moved, where to.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from validator.external import Kind, Options, Verdict, check_external
from zoo.keeper import ANIMALS, Zoo

OK, MOVED, SUSPECT, UNSURE = Kind.OK, Kind.MOVED, Kind.SUSPECT, Kind.UNSURE
SLOW = "it gave no answer within 8 seconds"
NO_HTTP = "its answer is not HTTP, or broke off"
PRIVATE = "after 1 redirect canary.zoo leads to 127.0.0.1, which is a private address, and was not contacted"
AWAY = "its robots.txt asks programs to stay away, and it was not asked for"

ROWS = [
    ("well", "/page", OK, ""),
    ("well", "/page?q=1", OK, ""),
    ("well", "/page#here", OK, ""),
    ("says-nothing-more", "/page", OK, ""),
    ("speaks-an-unknown-charset", "/page", OK, ""),
    # slow and endless
    ("never-answers", "/page", UNSURE, SLOW),
    ("answers-all-but-head-never", "/page", OK, ""),
    ("drips-headers", "/page", UNSURE, SLOW),
    ("drips-its-page", "/page", OK, ""),
    ("endless-headers", "/page", UNSURE, NO_HTTP),
    ("one-endless-header", "/page", UNSURE, NO_HTTP),
    ("says-continue-for-ever", "/page", UNSURE, NO_HTTP),
    ("huge-page", "/page", OK, ""),
    ("endless-chunks", "/page", OK, ""),
    ("gzip-bomb", "/page", OK, ""),
    # sent elsewhere
    ("moved", "/page", MOVED, "http://well.zoo/new"),
    ("moved", "/page#place", MOVED, "http://well.zoo/new#place"),
    ("moved", "/with-a-place", MOVED, "http://well.zoo/new#there"),
    ("moved", "/with-a-place#mine", MOVED, "http://well.zoo/new#there"),
    ("moved", "/in-two-steps", MOVED, "http://well.zoo/new"),
    ("moved", "/to-the-start", MOVED, "http://well.zoo/"),
    ("moved", "/then-for-now", MOVED, "http://redirects.zoo/page"),
    ("moved", "/with-a-password", MOVED, "http://well.zoo/new"),
    ("moved", "/caf\xe9", MOVED, "http://well.zoo/men%C3%BC"),
    ("moved", "/to-nothing", SUSPECT, "after 1 redirect it answers 404 (not found)"),
    ("redirects", "/page", OK, ""),
    ("redirects", "/loop", UNSURE, "it redirects more than 5 times"),
    ("redirects", "/4", OK, ""),
    ("redirects", "/5", UNSURE, "it redirects more than 5 times"),
    ("redirects", "/6", UNSURE, "it redirects more than 5 times"),
    ("redirects", "/private", UNSURE, "it redirects, and 127.0.0.1 is a private address: not followed"),
    ("redirects", "/private-number", UNSURE, "it redirects, and 127.0.0.1 is a private address: not followed"),
    ("redirects", "/private-hex", UNSURE, "it redirects, and 127.0.0.1 is a private address: not followed"),
    ("redirects", "/private-mapped", UNSURE, "it redirects, and ::ffff:7f00:1 is a private address: not followed"),
    ("redirects", "/private-cloud", UNSURE, "it redirects, and 169.254.169.254 is a private address: not followed"),
    (
        "redirects",
        "/private-localhost",
        UNSURE,
        "it redirects, and localhost is a name inside a network of one's own: not followed",
    ),
    ("redirects", "/private-name", UNSURE, PRIVATE),
    ("redirects", "/file", UNSURE, "it redirects, and file: is no address of the web: not followed"),
    ("redirects", "/gopher", UNSURE, "it redirects, and gopher: is no address of the web: not followed"),
    ("redirects", "/script", UNSURE, "it redirects, and javascript: is no address of the web: not followed"),
    ("redirects", "/nonsense", UNSURE, "it redirects, and it is no address: not followed"),
    ("redirects-without-an-address", "/page", UNSURE, "it answers 301"),
    # refused
    ("gone", "/404", SUSPECT, "it answers 404 (not found)"),
    ("gone", "/410", SUSPECT, "it answers 410 (gone)"),
    ("gone", "/400", UNSURE, "it answers 400"),
    ("gone", "/401", UNSURE, "it answers 401"),
    ("gone", "/403", UNSURE, "it answers 403"),
    ("gone", "/418", UNSURE, "it answers 418"),
    ("gone", "/451", UNSURE, "it answers 451"),
    ("gone", "/500", UNSURE, "it answers 500"),
    ("gone", "/502", UNSURE, "it answers 502"),
    ("gone", "/503", UNSURE, "it answers 503"),
    ("gone", "/999", UNSURE, "it answers 999"),
    ("gone", "/304", UNSURE, "it answers 304"),
    ("refuses-programs", "/page", UNSURE, "it answers 403"),
    ("refuses-head-with-403", "/page", OK, ""),
    ("refuses-head-with-404", "/page", OK, ""),
    ("refuses-head-with-405", "/page", OK, ""),
    ("refuses-head-with-501", "/page", OK, ""),
    ("breaks-at-head", "/page", OK, ""),
    ("sends-a-page-to-head", "/page", OK, ""),
    ("busy-for-a-day", "/page", UNSURE, "it answers 429 and asks to wait for 1440 minutes"),
    ("busy-for-a-moment", "/page", OK, ""),
    ("busy-whenever-asked", "/page", UNSURE, "it answers 429"),
    ("down-until-later", "/page", UNSURE, "it answers 503 and asks to wait for 527040 minutes"),
    ("down-until-now", "/page", OK, ""),
    # not HTTP
    ("hangs-up", "/page", UNSURE, NO_HTTP),
    ("empty-answer", "/page", UNSURE, NO_HTTP),
    ("speaks-gibberish", "/page", UNSURE, NO_HTTP),
    ("speaks-http-0-9", "/page", UNSURE, NO_HTTP),
    ("speaks-ssh", "/page", UNSURE, NO_HTTP),
    ("wrong-status", "/page", UNSURE, NO_HTTP),
    ("breaks-in-its-headers", "/page", UNSURE, NO_HTTP),
    ("breaks-in-its-page", "/page", OK, ""),
    ("promises-too-much", "/page", OK, ""),
    ("promises-too-little", "/page", OK, ""),
    ("contradicts-itself", "/page", UNSURE, NO_HTTP),
    ("many-cookies", "/page", OK, ""),
    ("too-many-cookies", "/page", UNSURE, NO_HTTP),
    ("changes-protocols", "/page", UNSURE, NO_HTTP),
    # certificates
    ("tls-well", "/page", OK, ""),
    ("tls-well", "/for-now-to-http", OK, ""),
    ("tls-well", "/for-good-to-http", MOVED, "http://well.zoo/page"),
    ("tls-expired", "/page", UNSURE, "its certificate is not trusted: certificate has expired"),
    ("tls-stranger", "/page", UNSURE, "its certificate is not trusted: self-signed certificate"),
    (
        "tls-of-another",
        "/page",
        UNSURE,
        "its certificate is not trusted: Hostname mismatch, certificate is not valid for 'tls-of-another.zoo'.",
    ),
    ("tls-never-shakes-hands", "/page", UNSURE, "no connection could be made within 4 seconds"),
    ("tls-drips", "/page", UNSURE, "no connection could be made within 4 seconds"),
    ("tls-in-plain-words", "/page", UNSURE, "no secure connection could be made"),
    # robots.txt
    ("keeps-robots-out", "/page", UNSURE, AWAY),
    ("keeps-robots-out", "/elsewhere", OK, ""),
    ("keeps-us-out", "/page", UNSURE, AWAY),
    ("hangs-at-robots", "/page", UNSURE, SLOW),
    ("huge-robots", "/page", UNSURE, AWAY),
    ("huge-robots", "/elsewhere", OK, ""),
    ("gibberish-robots", "/page", OK, ""),
    (
        "broken-robots",
        "/page",
        UNSURE,
        "its robots.txt cannot be read (it answers 500), so it was not asked for",
    ),
    ("forbidden-robots", "/page", OK, ""),
    ("private-robots", "/page", OK, ""),
    ("robots-in-a-circle", "/page", OK, ""),
    (
        "wants-a-moment-between-pages",
        "/page",
        UNSURE,
        "its robots.txt asks programs to wait 2.5 seconds between pages",
    ),
    (
        "wants-a-day-between-pages",
        "/page",
        UNSURE,
        "its robots.txt asks programs to wait 86400 seconds between pages",
    ),
]


@pytest.fixture(scope="module")
def verdicts(animals: Zoo, patient: Callable[..., Options]) -> dict[str, Verdict]:
    """Of one run with all of them.  Were it longer than 120 seconds, some would be told that their turn did not come."""
    addresses = [animals.address(name, path) for name, path, _, _ in ROWS]
    return {verdict.address: verdict for verdict in check_external(addresses, patient())}


@pytest.mark.parametrize(("name", "path", "kind", "said"), ROWS, ids=[f"{row[0]}{row[1]}" for row in ROWS])
def test_every_animal_is_taken_for_what_it_is(
    animals: Zoo, verdicts: dict[str, Verdict], name: str, path: str, kind: Kind, said: str
) -> None:
    found = verdicts[animals.address(name, path)]
    assert (found.kind, found.new or found.reason) == (kind, with_port(said, animals))


def test_every_animal_is_asked() -> None:
    assert {row[0] for row in ROWS} == set(ANIMALS)


def test_the_run_came_to_its_end_and_the_canary_was_never_touched(animals: Zoo, verdicts: dict[str, Verdict]) -> None:
    assert len(verdicts) == len({row[:2] for row in ROWS})
    assert [verdict for verdict in verdicts.values() if "turn" in verdict.reason] == []
    assert animals.canary == []


def test_nothing_of_a_reader_is_sent(animals: Zoo, verdicts: dict[str, Verdict]) -> None:
    sent = {name for *_, headers in animals.asked for name in headers}
    assert sent == {"host", "user-agent", "accept", "accept-encoding", "connection"}


def with_port(said: str, animals: Zoo) -> str:
    """The new address, as it is in this zoo."""
    if not said.startswith("http://"):
        return said
    name, _, path = said.removeprefix("http://").partition(".zoo")
    return animals.address(name, path)
