"""The site is built as its readers' helpers build it: by command, on a changed copy where something must go wrong."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, build_site, edit

SUMMARY = re.compile(
    r"The site is ready: (?P<pages>\d+) pages, (?P<size>[\d.]+) MB, warnings (?P<warnings>\d+)"
    r" \((?P<written>\d+) files written, (?P<removed>\d+) removed\)\nLook at it: open "
)


def digest(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def test_a_build_ends_with_a_summary_and_a_second_one_writes_nothing(project: Path) -> None:
    first = build_site("mkdocs", project / "site", root=project)
    assert first.returncode == 0, first.stderr
    found = SUMMARY.search(first.stdout)
    assert found, first.stdout
    assert (found["warnings"], found["removed"]) == ("0", "0")
    assert int(found["pages"]) == len(list((project / "site").rglob("*.html")))
    second = SUMMARY.search(build_site("mkdocs", project / "site", root=project).stdout)
    assert second
    assert (second["written"], second["removed"]) == ("0", "0")
    assert sorted(path.name for path in project.iterdir()) == [
        "docs",
        "mkdocs.yml",
        "overrides",
        "scripts",
        "site",
    ]


FAULTS = {
    "a missing page": ("[a page](no-such-page.md)", "no-such-page.md"),
    "a missing anchor": ("[a place](families.md#no-such-place)", "no-such-place"),
    "a missing anchor here": ("[a place](#nowhere)", "nowhere"),
    "an absolute link": ("[a page](/families/)", "absolute link"),
    "a lost help link": ("See [help](help:emergency) now.", "docs/en/parents.md:23:11: error lost-help-link:"),
    "an unknown claim": ("[One trial](claim:colick)", "docs/en/parents.md:23:13: error unknown-claim:"),
    "an unlisted claim": ("[One trial](claim:colic)", "docs/en/parents.md:23:13: error unlisted-claim:"),
}
LOUD = [("a missing page", "--quiet"), ("a missing anchor", "--quiet"), ("a missing anchor", "--verbose")]


@pytest.mark.parametrize(("fault", "loudness"), [*((fault, "") for fault in FAULTS), *LOUD])
def test_a_faulty_page_fails_the_build_and_leaves_the_old_site_whole(
    project: Path, site: Path, fault: str, loudness: str
) -> None:
    markdown, words = FAULTS[fault]
    shutil.copytree(site, project / "site")
    before = digest(project / "site")
    edit(project / "docs/en/parents.md", "\n\n## ", f"\n\n{markdown}\n\n## ")
    done = build_site("mkdocs", project / "site", *filter(None, [loudness]), root=project)
    assert done.returncode != 0
    assert words in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert digest(project / "site") == before
    assert not list(project.glob(".site-*"))


def test_what_the_validator_calls_broken_is_not_published(
    project: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`make site` sets VALIDATE; MkDocs itself does not look at HTML that stands in a page."""
    monkeypatch.setenv("VALIDATE", "1")
    shutil.copytree(site, project / "site")
    before = digest(project / "site")
    edit(project / "docs/en/parents.md", "\n\n## ", '\n\n<a href="../nowhere/">a page</a>\n\n## ')
    done = build_site("mkdocs", project / "site", root=project)
    assert done.returncode != 0
    assert "docs/en/parents.md:23:10: error " in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert digest(project / "site") == before
    assert not list(project.glob(".site-*"))


def test_a_sound_build_is_whole_when_the_validator_sees_it(
    project: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files that stay as they are are not written again, and still count."""
    monkeypatch.setenv("VALIDATE", "1")
    shutil.copytree(site, project / "site")
    done = build_site("mkdocs", project / "site", root=project)
    assert done.returncode == 0, done.stderr
    pages = len(list(site.rglob("*.html")))
    assert re.search(rf"^0 errors.* in \d+ pages, {pages} built pages \(", done.stdout, re.MULTILINE), done.stdout
    assert "(0 files written, 0 removed)" in done.stdout
    assert digest(project / "site") == digest(site)


@pytest.mark.parametrize(
    ("file", "old", "new", "report"),
    [
        (
            "docs/en/parents.md",
            "last_reviewed: 2026-11-23",
            "last_reviewed: 2026-02-30",
            "docs/en/parents.md:10:16: error ",
        ),
        ("docs/en/parents.md", "audience: families", "audiance: families", "write audience"),
        ("docs/en/parents.md", "references: [", "references: [cheng2099, ", "cheng2099"),
        ("docs/data/evidence/claims.yml", "number: C20", "number: C19", "claims.yml:328:11: error written-twice:"),
        ("docs/data/evidence/claims.yml", "[huhtala2000, ", "[huhtala, ", "fix: write huhtala2000"),
        ("docs/data/chapter.yml", "country: GB", "country: NO", "there are no numbers for NO"),
        ("docs/data/chapter.yml", 'link: "#14524a"', 'link: "#ffd0d0"', "too little to read"),
        (
            "docs/data/chapter.yml",
            "logo: art/logo.svg",
            "logo: art/no.svg",
            'there is no SVG file "docs/en/art/no.svg"',
        ),
        ("docs/data/chapter.yml", "email: ", "email: *", "docs/data/chapter.yml:6:"),
        ("docs/en/_shared/words.yml", "skip: Skip to the text", "skip:", "docs/en/_shared/words.yml:2:"),
    ],
)
def test_a_fault_in_a_file_is_reported_at_its_line_without_a_traceback(
    project: Path, file: str, old: str, new: str, report: str
) -> None:
    edit(project / file, old, new)
    done = build_site("mkdocs", project / "site", root=project)
    assert done.returncode != 0
    assert report in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (project / "site").exists()


def test_properdocs_builds_the_same_addresses_headings_and_words(project: Path, site: Path) -> None:
    done = build_site("properdocs", project / "site", root=project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert SUMMARY.search(done.stdout)
    other = digest(project / "site")
    assert sorted(other) == sorted(digest(site))
    ids = re.compile(r'<h[1-6][^>]* id="([^"]+)"')
    for page in site.rglob("*.html"):
        twin = project / "site" / page.relative_to(site)
        assert ids.findall(page.read_text("utf-8")) == ids.findall(twin.read_text("utf-8"))
    assert other == digest(site)


def test_the_build_is_the_same_whatever_the_machine(project: Path, site: Path) -> None:
    strange = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7", "HOME": str(project)}
    for name, value in strange.items():
        os.environ[name], strange[name] = value, os.environ.get(name, "")
    try:
        assert build_site("mkdocs", project / "site", root=project).returncode == 0
    finally:
        for name, value in strange.items():
            os.environ.pop(name) if not value else os.environ.update({name: value})
    assert digest(project / "site") == digest(site)


def test_one_file_makes_the_site_another_chapters(project: Path) -> None:
    chapter = project / "docs/data/chapter.yml"
    edit(chapter, "name: Infant Massage Guide", "name: Babymassage Österreich & Freunde")
    edit(chapter, "address: https://infant-massage.example/", "address: https://massage.example/at/")
    edit(chapter, "country: GB", "country: IE")
    edit(chapter, "repository: ", "repository: https://git.example/massage/site ")
    edit(chapter, "iaim_chapter: false", "iaim_chapter: true")
    edit(chapter, 'link: "#14524a"', 'link: "#123456"')
    done = build_site("mkdocs", project / "site", root=project)
    assert done.returncode == 0, done.stdout + done.stderr
    page = (project / "site/is-now-a-good-time/index.html").read_text("utf-8")
    assert "Babymassage Österreich &amp; Freunde</title>" in page
    assert '<link rel="canonical" href="https://massage.example/at/is-now-a-good-time/">' in page
    assert re.search(r"Emergency numbers: Ireland.*?tel:112", page, re.DOTALL)
    assert "This site is run by a chapter" in page
    assert 'href="https://git.example/massage/site/edit/main/docs/en/is-now-a-good-time.md"' in page
    person = (project / "site/instructors/maria-garcia-london/index.html").read_text("utf-8")
    source = "docs/data/instructors/gb/maria-garcia-london.yml"
    assert f'href="https://git.example/massage/site/edit/main/{source}"' in person
    assert "#123456" in next((project / "site/assets").glob("stylesheet.*.css")).read_text("utf-8")
    assert 'href="/at/babies/relief/#colic"' in (project / "site/404.html").read_text("utf-8")
    assert "infant-massage.example" not in "".join(
        p.read_text("utf-8") for p in project.glob("site/**/*.html")
    ).replace("hello@infant-massage.example", "")


def test_a_review_by_a_clinician_is_shown_to_readers_and_programs(project: Path) -> None:
    edit(
        project / "docs/en/parents.md",
        "reviewed_by: not yet reviewed by a clinician",
        "reviewed_by: Ana Example, midwife",
    )
    assert build_site("mkdocs", project / "site", root=project).returncode == 0
    page = (project / "site/parents/index.html").read_text("utf-8")
    assert (
        '<dt>Checked by</dt><dd>Ana Example, midwife, <time datetime="2026-11-23">23 November 2026</time></dd>' in page
    )
    assert "No doctor, midwife or nurse has checked this page yet." not in page
    assert '"reviewedBy":{"@type":"Person","name":"Ana Example","jobTitle":"midwife"}' in page
    other = (project / "site/families/index.html").read_text("utf-8")
    assert "No doctor, midwife or nurse has checked this page yet." in other
    assert "reviewedBy" not in other


def test_the_published_files_hold_nothing_but_the_site(site: Path) -> None:
    kinds = {path.suffix for path in site.rglob("*") if path.is_file()}
    assert kinds == {
        ".html",
        ".css",
        ".js",
        ".mjs",
        ".svg",
        ".png",
        ".json",
        ".xml",
        ".ics",
        ".csv",
        ".geojson",
        ".bib",
    }
    assert not list(site.glob("_shared/*"))
    assert site != (ROOT / "site")


def test_make_names_its_four_words() -> None:
    done = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert [line.split()[1] for line in done.stdout.splitlines()] == [
        "site",
        "serve",
        "validate",
        "test",
        "lock",
    ]


def test_the_lock_files_pin_everything_by_hash_and_name_no_host() -> None:
    for name in ("requirements.lock", "requirements-test.lock"):
        text = (ROOT / name).read_text("utf-8")
        assert "://" not in text
        pinned = re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE)
        assert len(pinned) == len(re.findall(r"^\S", text, re.MULTILINE)) > 20
        assert text.count("--hash=sha256:") >= len(pinned)
        assert ("mkdocs", "1.6.1") in pinned
        assert ("mkdocs-material", "9.8.1") in pinned


def test_the_environment_of_this_test_is_the_locked_one() -> None:
    pinned = dict(
        re.findall(r"^([\w.-]+)==([^\s;]+)", (ROOT / "requirements-test.lock").read_text("utf-8"), re.MULTILINE)
    )
    shown = subprocess.run(
        [
            sys.executable,
            "-c",
            "import importlib.metadata as m, json; print(json.dumps({d.name.lower().replace('_', '-'): d.version for d in m.distributions()}))",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    installed = json.loads(shown.stdout)
    for name in ("mkdocs", "mkdocs-material", "markdown", "jinja2", "pydantic", "pytest"):
        assert installed[name] == pinned[name]
