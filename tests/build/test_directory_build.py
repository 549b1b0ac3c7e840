"""The directory as a whole build makes it: everybody in every listing, and nobody in any after removal."""

from __future__ import annotations

import base64
import gzip
import json
import re
import shutil
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from build.test_build import SUMMARY, digest
from conftest import ROOT, build_site, edit
from directory.load import INSTRUCTORS
from records.reader import parse
from records.source import Source, read_source

PEOPLE = sorted((ROOT / INSTRUCTORS).glob("*/*.yml"))


def test_everybody_has_two_files_and_stands_in_every_listing(site: Path) -> None:
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    search = {entry["location"] for entry in json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"]}
    listed = json.loads((site / "instructors/data/directory.json").read_text("utf-8"))
    ids = {person["id"] for person in listed["people"]}
    for path in PEOPLE:
        folder = site / "instructors" / path.stem
        if path.stem not in ids:
            assert not folder.exists()  # not confirmed for two years
            continue
        assert sorted(one.name for one in folder.iterdir()) == ["contact.vcf", "index.html"]
        assert f"/instructors/{path.stem}/</loc>" in sitemap
        assert f"instructors/{path.stem}/" in search
    assert len(ids) > 40


def test_a_person_is_reached_in_two_taps_from_the_finder(site: Path) -> None:
    """Finder → country (or language, or online) → person; a town page is one tap more and never needed."""
    finder = (site / "instructors/index.html").read_text("utf-8")
    countries = re.findall(r'href="\.\./(instructors/[a-z]{2}/)"', finder)
    reached = set()
    for country in countries:
        reached |= set(
            re.findall(r'href="\.\./\.\./instructors/([a-z0-9-]{3,})/"', (site / country / "index.html").read_text())
        )
    ids = {path.parent.name for path in site.glob("instructors/*/contact.vcf")}
    assert ids <= reached


def test_profiles_are_light(site: Path) -> None:
    sizes = [
        len(gzip.compress((path.parent / "index.html").read_bytes())) for path in site.glob("instructors/*/contact.vcf")
    ]
    assert max(sizes) <= 8_000


def test_no_e_mail_address_of_a_person_is_in_clear_anywhere(site: Path) -> None:
    """Only the site's own address may be."""
    found = set()
    for path in site.rglob("*"):
        if path.is_file() and path.suffix in {".html", ".json", ".geojson", ".csv", ".vcf", ".xml"}:
            found |= set(re.findall(r"[\w.+-]+@[\w-]+\.[\w.]+", path.read_text("utf-8")))
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
        *(text for text in texts_of(record.data) if len(text) > 5 and text not in others),
    }
    forms: set[bytes] = set()
    for text in own:
        forms |= {text.encode(), quote(text).encode(), json.dumps(text)[1:-1].encode(), text.encode("utf-16-le")}
        forms |= {"".join(f"&#{ord(character)};" for character in text).encode()}
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
    left = [
        (name, trace) for name, one in after.items() if one.is_file() for trace in traces if trace in one.read_bytes()
    ]
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
    built = {path.parent.name for path in (project / "site").glob("instructors/*/contact.vcf")}
    whole = {path.parent.name for path in site.glob("instructors/*/contact.vcf")}
    assert built == whole - {"maria-garcia-london"}


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
    for path in site.glob("instructors/*/contact.vcf"):
        assert "sample" in path.read_text("utf-8").replace("\r\n ", ""), path


def test_adding_a_person_changes_only_their_files_and_the_lists_they_are_on(project: Path, site: Path) -> None:
    new = (project / INSTRUCTORS / "ie/ciara-de-burca-dublin.yml").read_text("utf-8").replace("Ciara", "Niamh")
    (project / INSTRUCTORS / "ie/niamh-de-burca-dublin.yml").write_text(new, encoding="utf-8")
    done = build_site("mkdocs", project / "site", root=project)
    assert done.returncode == 0, done.stdout + done.stderr
    old, now = digest(site), digest(project / "site")
    changed = {name for name in old.keys() | now.keys() if old.get(name) != now.get(name)}
    expected = re.compile(
        r"instructors/(niamh-de-burca-dublin/(index\.html|contact\.vcf)|ie/(dublin/)?index\.html|index\.html|data/.*|online/.*"
        r"|language/[a-z-]+/index\.html)|sitemap\.xml|search/search_index\.json"
    )
    assert [name for name in changed if not expected.fullmatch(name)] == []
    assert SUMMARY.search(done.stdout)
