"""Bytes and things on the disk that are not a person's text file."""

import os
import threading
from pathlib import Path

import pytest
from records import Problem, Source, read_source

BYTES = {
    b"name: Zo\xeb\n": (
        "f.yml:1:9: error wrong-encoding: byte 8 (0xeb) is not UTF-8; in the old Windows encoding cp1252 it is 'ë'\n"
        '    fix: save it again as "UTF-8" in your editor'
    ),
    "a: ä\nname: ".encode() + b"\xff\n": (
        "f.yml:2:7: error wrong-encoding: byte 12 (0xff) is not UTF-8; in the old Windows encoding cp1252 it is 'ÿ'\n"
        '    fix: save it again as "UTF-8" in your editor'
    ),
    b"a: \xc0\xaf\n": (  # an overlong slash
        "f.yml:1:4: error wrong-encoding: byte 3 (0xc0) is not UTF-8; in the old Windows encoding cp1252 it is 'À'\n"
        '    fix: save it again as "UTF-8" in your editor'
    ),
    b"a: \xed\xa0\x80\n": (  # a lone surrogate
        "f.yml:1:4: error wrong-encoding: byte 3 (0xed) is not UTF-8; in the old Windows encoding cp1252 it is 'í'\n"
        '    fix: save it again as "UTF-8" in your editor'
    ),
    b"a: \x81\n": (  # undefined in cp1252 too
        'f.yml:1:4: error wrong-encoding: byte 3 (0x81) is not UTF-8\n    fix: save it again as "UTF-8" in your editor'
    ),
    "a: b".encode("utf-16"): (
        "f.yml:1:1: error wrong-encoding: this file is UTF-16, and every program here reads UTF-8\n"
        '    fix: save it again as "UTF-8" in your editor'
    ),
    "a: b".encode("utf-16-le"): (
        "f.yml:1:1: error wrong-encoding: this file is UTF-16 (little-endian), and every program here reads UTF-8\n"
        '    fix: save it again as "UTF-8" in your editor'
    ),
    "a: b".encode("utf-16-be"): (
        "f.yml:1:1: error wrong-encoding: this file is UTF-16 (big-endian), and every program here reads UTF-8\n"
        '    fix: save it again as "UTF-8" in your editor'
    ),
    "a: b".encode("utf-32"): (
        "f.yml:1:1: error wrong-encoding: this file is UTF-32, and every program here reads UTF-8\n"
        '    fix: save it again as "UTF-8" in your editor'
    ),
    b"a: b\nc: \x00\n": (
        "f.yml:2:4: error nul-byte: byte 8 is NUL, which no text contains\n    fix: delete it, or copy the text into a new file"
    ),
    b"x" * (64 * 1024 + 1): (
        "f.yml:1:1: error file-too-large: this file is larger than 64 kB, the most that is read\n"
        "    fix: keep only the record itself in this file"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("data", "report"), BYTES.items(), ids=[repr(data[:12]) for data in BYTES])
def test_bytes_that_are_no_text(tmp_path: Path, data: bytes, report: str) -> None:
    (tmp_path / "f.yml").write_bytes(data)
    assert str(read_source(tmp_path / "f.yml", tmp_path)) == report


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("name: Zoë\n".encode(), "name: Zoë\n"),
        ("\ufeffname: Zoë\n".encode(), "name: Zoë\n"),
        (b"a: b\r\nc: d\r\n", "a: b\nc: d\n"),
        (b"a: b\rc: d", "a: b\nc: d"),
        (b"x" * (64 * 1024), "x" * (64 * 1024)),
    ],
)
def test_bytes_that_are_text(tmp_path: Path, data: bytes, text: str) -> None:
    (tmp_path / "f.yml").write_bytes(data)
    assert read_source(tmp_path / "f.yml", tmp_path) == Source("f.yml", text)


def rule(path: Path, root: Path) -> str:
    answer = read_source(path, root)
    assert isinstance(answer, Problem)
    return answer.rule


def test_a_link_is_refused_wherever_it_leads(tmp_path: Path) -> None:
    (tmp_path / "real.yml").write_text("a: b")
    for name, target in (
        ("in.yml", "real.yml"),
        ("out.yml", "/etc/hostname"),
        ("zero.yml", "/dev/zero"),
        ("no.yml", "no"),
    ):
        (tmp_path / name).symlink_to(target)
        assert rule(tmp_path / name, tmp_path) == "symbolic-link"


def test_a_file_in_a_linked_folder_that_lies_elsewhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "f.yml").write_text("a: b")
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "folder").symlink_to(tmp_path / "elsewhere")
    assert rule(tmp_path / "root" / "folder" / "f.yml", tmp_path / "root") == "outside-the-project"
    assert rule(tmp_path / "elsewhere" / "f.yml", tmp_path / "root") == "outside-the-project"


def test_what_is_no_file_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    (tmp_path / "folder.yml").mkdir()
    os.mkfifo(tmp_path / "pipe.yml")
    rules: list[str] = []
    waiting = threading.Thread(target=lambda: rules.append(rule(tmp_path / "pipe.yml", tmp_path)), daemon=True)
    waiting.start()
    waiting.join(timeout=5)
    assert rules == ["not-a-file"]
    assert rule(tmp_path / "folder.yml", tmp_path) == "not-a-file"
    assert rule(Path("/dev/zero"), Path("/dev")) == "not-a-file"


def test_a_file_that_is_not_there_is_a_problem_like_others(tmp_path: Path) -> None:
    assert str(read_source(tmp_path / "gb" / "f.yml", tmp_path)) == (
        "gb/f.yml:1:1: error unreadable-file: this file cannot be read: no such file or directory\n"
        "    fix: check the name of the file"
    )


def test_a_larger_limit_can_be_asked_for(tmp_path: Path) -> None:
    (tmp_path / "f.yml").write_bytes(b"x" * 100_000)
    assert isinstance(read_source(tmp_path / "f.yml", tmp_path, limit=200_000), Source)
