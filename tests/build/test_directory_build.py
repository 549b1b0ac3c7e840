"""The directory as a whole build makes it: everybody in every listing, and nobody in any after removal."""

from __future__ import annotations

import base64
import gzip
import json
import re
import shutil
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest
import zxingcpp
from build.test_build import SUMMARY, digest
from conftest import ROOT, build_site, edit
from directory.load import INSTRUCTORS
from directory.outputs.escape import data_uri
from directory.outputs.profile import hidden_from_harvesters
from pixels import lines_of
from records.reader import parse
from records.source import Source, read_source

WORLD = re.compile("instructors/find/(towns|postcodes)-")
"""Files that hold all towns of the world, whoever lives there."""
HEAVIEST = Path(__file__).parent / "heaviest"
PEOPLE = sorted((ROOT / INSTRUCTORS).glob("*/*.yml"))


def listed(site: Path) -> list[dict[str, Any]]:
    """Everyone on the site, as the open data tells them."""
    people: list[dict[str, Any]] = json.loads((site / "instructors/data/directory.json").read_text("utf-8"))["people"]
    return people


def pages(site: Path) -> dict[str, str]:
    """The page of everyone on the site, by id."""
    ids = [person["id"] for person in listed(site)]
    return {id_: (site / "instructors" / id_ / "index.html").read_text("utf-8") for id_ in ids}


def test_everybody_has_a_page_and_stands_in_every_listing(site: Path) -> None:
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    search = {entry["location"] for entry in json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"]}
    classes = {person["id"]: person["classes"] for person in listed(site)}
    for path in PEOPLE:
        folder = site / "instructors" / path.stem
        if path.stem not in classes:
            assert not folder.exists()  # not confirmed for two years
            continue
        own = ["classes.ics", "index.html"] if classes[path.stem] else ["index.html"]
        assert sorted(one.name for one in folder.iterdir()) == own
        assert f"/instructors/{path.stem}/</loc>" in sitemap
        assert f"instructors/{path.stem}/" in search
    assert len(classes) > 40
    assert 10 < len([id_ for id_, coming in classes.items() if coming]) < len(classes)


def test_a_person_is_reached_in_two_taps_from_the_finder(site: Path) -> None:
    """Finder → country (or language, or online) → person; a town page is one tap more and never needed."""
    finder = (site / "instructors/index.html").read_text("utf-8")
    countries = re.findall(r'href="\.\./(instructors/[a-z]{2}/)"', finder)
    reached = set()
    for country in countries:
        reached |= set(
            re.findall(r'href="\.\./\.\./instructors/([a-z0-9-]{3,})/"', (site / country / "index.html").read_text())
        )
    assert pages(site).keys() <= reached


def test_profiles_are_light(site: Path) -> None:
    for id_, page in pages(site).items():
        assert len(page.encode()) <= 12_288, id_
        assert len(gzip.compress(page.encode())) <= 5_000, id_


def test_the_heaviest_profiles_among_ten_thousand_are_light_too(project: Path, tmp_path: Path) -> None:
    """Of those that `tests/benchmarks/people.py 10000` makes up: long names and towns, three classes, other scripts."""
    shutil.copytree(HEAVIEST, project / INSTRUCTORS, dirs_exist_ok=True)
    built = tmp_path / "built"
    done = build_site("mkdocs", built, root=project)
    assert done.returncode == 0, done.stdout + done.stderr
    ids = [path.stem for path in HEAVIEST.glob("*/*.yml")]
    sizes = {id_: (built / "instructors" / id_ / "index.html").stat().st_size for id_ in ids}
    assert len(sizes) == 8
    assert {id_: size for id_, size in sizes.items() if size > 12_288} == {}


def test_the_code_on_every_page_leads_to_the_page(site: Path) -> None:
    for id_, page in pages(site).items():
        (png,) = re.findall('<img class="keep__qr" src="data:image/png;base64,([^"]+)"', page)
        (address,) = re.findall('<link rel="canonical" href="([^"]+)"', page)
        lines = [b"".join(b"\0\xff"[bit == "1" :][:1] * 4 for bit in line) for line in lines_of(base64.b64decode(png))]
        pixels = memoryview(b"".join(line * 4 for line in lines)).cast("B", shape=[len(lines) * 4, len(lines) * 4])
        assert [found.text for found in zxingcpp.read_barcodes(pixels)] == [address]
        assert address.endswith(f"/instructors/{id_}/")


def test_the_contact_on_every_page_is_that_of_the_page(site: Path) -> None:
    for id_, page in pages(site).items():
        (address,) = re.findall('href="data:text/vcard;charset=utf-8,([^"]+)" download="([^"]+)"', page)
        card = unquote(unescape(address[0])).replace("\r\n ", "").split("\r\n")
        assert address[1] == f"{id_}.vcf"
        assert f"FN:{unescape(re.findall('<h1><bdi>(.*?)</bdi></h1>', page)[0])}".replace(",", "\\,") in card
        assert any(line.startswith("URL:") and line.endswith(f"/instructors/{id_}/") for line in card)


def test_no_e_mail_address_of_a_person_is_in_clear_anywhere(site: Path) -> None:
    """Only the site's own address may be, which also stands behind the name of an entry in a calendar."""
    found = set()
    for path in site.rglob("*"):
        if path.is_file() and path.suffix in {".html", ".json", ".geojson", ".csv", ".ics", ".xml"}:
            found |= set(re.findall(r"[\w.+-]+@[\w-]+\.[\w.]+", path.read_bytes().decode().replace("\r\n ", "")))
    assert {address for address in found if not address.endswith("@infant-massage.example")} <= set(), found
    page = (site / "instructors/maria-garcia-london/index.html").read_text("utf-8")
    assert 'href="mailto:maria@maria-garcia.example"' in unescape(page)


def texts_of(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in texts_of(one)]
    if isinstance(value, list):
        return [text for one in value for text in texts_of(one)]
    return [value] if isinstance(value, str) else []


def personal_traces(path: Path, others: str) -> list[bytes]:
    """What is this person's alone, in every form an output could hold it."""
    source = read_source(path, ROOT)
    assert isinstance(source, Source)
    record, _ = parse(source)
    assert record
    own = {
        f"{path.stem}/",
        f"{path.stem}.vcf",
        f"{path.stem}.ics",
        *(text for text in texts_of(record.data) if len(text) > 5 and text not in others),
    }
    forms: set[bytes] = set()
    for text in own:
        forms |= {text.encode(), quote(text).encode(), json.dumps(text)[1:-1].encode(), text.encode("utf-16-le")}
        forms |= {"".join(f"&#{ord(character)};" for character in text).encode()}
        forms |= {hidden_from_harvesters(text).encode(), data_uri(text, "").partition(",")[2].encode()}
        for shift in range(3):  # the inside of its base64 form, at each alignment
            forms.add(base64.b64encode(b"x" * shift + text.encode())[4:-4])
    return [form for form in forms if len(form) > 5]


@pytest.mark.parametrize("gone", ["lucja-zolkiewska-krakow", "mona-abdallah-cairo", "maria-garcia-london-2"])
def test_a_removed_person_leaves_no_trace_in_the_next_build(project: Path, site: Path, gone: str) -> None:
    (path,) = (project / INSTRUCTORS).glob(f"*/{gone}.yml")
    others = "".join(
        one.read_text("utf-8")
        for one in (project / "docs").rglob("*.*")
        if one != path and one.suffix in {".yml", ".md"}
    )
    traces = personal_traces(ROOT / path.relative_to(project), others)
    assert len(traces) > 20
    shutil.copytree(site, project / "site")
    before = b"".join(one.read_bytes() for one in (project / "site").rglob("*") if one.is_file())
    assert sum(trace in before for trace in traces) >= 3
    path.unlink()
    done = build_site("mkdocs", project / "site", root=project)
    assert done.returncode == 0, done.stdout + done.stderr
    after = {one.relative_to(project / "site").as_posix(): one for one in (project / "site").rglob("*")}
    assert [name for name in after if gone in name.split("/")] == []
    of_people = {name: one for name, one in after.items() if one.is_file() and not WORLD.match(name)}
    left = [(name, trace) for name, one in of_people.items() for trace in traces if trace in one.read_bytes()]
    assert left == []


def test_one_bad_file_costs_nobody_else_their_page_and_stops_the_site(project: Path, site: Path) -> None:
    edit(project / INSTRUCTORS / "gb/maria-garcia-london.yml", "consent_on: 2026-03-02\n", "")
    report = "docs/data/instructors/gb/maria-garcia-london.yml:"
    strict = build_site("mkdocs", project / "site", root=project)
    assert strict.returncode != 0
    assert report in strict.stdout + strict.stderr
    assert "consent_on" in strict.stdout + strict.stderr
    assert not (project / "site").exists()
    kind = build_site("mkdocs", project / "site", "--no-strict", root=project)
    assert kind.returncode == 0
    assert pages(project / "site").keys() == pages(site).keys() - {"maria-garcia-london"}


def test_samples_are_never_published_at_a_real_address(project: Path) -> None:
    edit(project / "docs/data/chapter.yml", "https://infant-massage.example/", "https://www.babymassage-real.org/")
    done = build_site("mkdocs", project / "site", root=project)
    assert done.returncode != 0
    words = done.stdout + done.stderr
    assert words.count("error published-sample") == len(PEOPLE)
    assert (
        "docs/data/instructors/gb/maria-garcia-london.yml:1:1: error published-sample: this person is a sample" in words
    )
    assert not (project / "site").exists()


def test_samples_say_so_on_every_page_they_are_on(site: Path) -> None:
    for path in site.glob("instructors/**/index.html"):
        text = path.read_text("utf-8")
        assert "made-up sample" in text, path
    for page in pages(site).values():
        assert "NOTE:This%20is%20a%20made-up%20sample" in page
    for path in site.glob("instructors/*/classes.ics"):
        calendar = path.read_bytes().decode().replace("\r\n ", "")
        assert calendar.count("DESCRIPTION:This is a made-up sample") == calendar.count("BEGIN:VEVENT") > 0, path


def test_adding_a_person_changes_only_their_files_and_the_lists_they_are_on(project: Path, site: Path) -> None:
    new = (project / INSTRUCTORS / "ie/ciara-de-burca-dublin.yml").read_text("utf-8").replace("Ciara", "Niamh")
    (project / INSTRUCTORS / "ie/niamh-de-burca-dublin.yml").write_text(new, encoding="utf-8")
    done = build_site("mkdocs", project / "site", root=project)
    assert done.returncode == 0, done.stdout + done.stderr
    old, now = digest(site), digest(project / "site")
    changed = {name for name in old.keys() | now.keys() if old.get(name) != now.get(name)}
    expected = re.compile(
        r"instructors/(niamh-de-burca-dublin/(index\.html|classes\.ics)|ie/(dublin/)?index\.html|index\.html|data/.*|online/.*"
        r"|language/[a-z-]+/index\.html|find/(people|names)/[0-9a-f]+\.json)|sitemap\.xml|search/search_index\.json"
    )
    assert [name for name in changed if not expected.fullmatch(name)] == []
    assert SUMMARY.search(done.stdout)
