"""The finder's files as a whole: as their schema says, and the same from every build."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from benchmarks.finder_site import generated, pieces
from conftest import ROOT
from directory.directory import Directory
from directory.outputs.finder import Files
from directory.outputs.finder.schema import PATH, NamePiece, PeoplePiece, PostcodePiece, schema_text
from pydantic import TypeAdapter

KINDS = {"/names/": NamePiece, "/people/": PeoplePiece, "/postcodes-": PostcodePiece}
LARGEST = {"/names/": 20_480, "/people/": 24_576, "/postcodes-": 10_240}
"""Bytes of a piece when compressed."""
DIGEST = """
import hashlib, json
from benchmarks.finder_site import pieces, samples
made = pieces(samples())
print(hashlib.sha256(json.dumps([made.files, made.index]).encode()).hexdigest())
"""


@pytest.fixture(scope="module", params=["samples", "two thousand"])
def made(request: pytest.FixtureRequest, sample_people: Directory, tmp_path_factory: pytest.TempPathFactory) -> Files:
    few = request.param == "samples"
    return pieces(sample_people if few else generated(2000, tmp_path_factory.mktemp("people")))


def test_pieces_are_as_the_schema_says_and_small(made: Files) -> None:
    for part, kind in KINDS.items():
        texts = {path: text for path, text in made.files.items() if part in path}
        assert texts
        for path, text in texts.items():
            TypeAdapter(kind).validate_json(text, strict=True)  # the schema is made of these types
            assert len(gzip.compress(text.encode(), 9)) <= LARGEST[part], path


def test_the_published_schema_describes_index_and_pieces(made: Files) -> None:
    judge = jsonschema.Draft202012Validator(json.loads(made.files[PATH]))
    judge.check_schema(judge.schema)
    firsts = [
        next(json.loads(text) for path, text in made.files.items() if part in path) for part in ("/towns-", *KINDS)
    ]
    assert [judge.is_valid(one) for one in (made.index, *firsts)] == [True] * 5


def test_the_schema_refuses_what_nobody_decided_to_publish(made: Files) -> None:
    judge = jsonschema.Draft202012Validator(json.loads(schema_text()))
    assert not judge.is_valid({**made.index, "emails": []})


def test_the_index_of_a_small_list_is_small(sample_people: Directory) -> None:
    text = json.dumps(pieces(sample_people).index, ensure_ascii=False, separators=(",", ":"))
    assert len(gzip.compress(text.encode(), 9)) <= 1_500


def test_every_build_makes_the_same_files() -> None:
    paths = os.pathsep.join(str(ROOT / folder) for folder in ("scripts", "tests"))
    digests = {
        subprocess.run(
            [sys.executable, "-c", DIGEST],
            env={**os.environ, "PYTHONPATH": paths, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_files_lie_where_no_person_and_no_country_can(made: Files) -> None:
    assert {Path(path).parts[:2] for path in made.files} == {("instructors", "find"), ("instructors", "data")}
