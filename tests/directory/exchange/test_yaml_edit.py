"""A value changed in a file, everything else as it was: forms in which people write YAML."""

import pytest
from directory.exchange.applying import apply
from directory.exchange.yaml_edit import CannotEdit, edited
from directory.exchange.yaml_writer import field, inline, person_yaml
from records import Source, parse


def data_of(text: str) -> dict[str, object]:
    record, problems = parse(Source("", text.replace("\r\n", "\n")))
    assert record
    assert not problems
    assert isinstance(record.data, dict)
    return dict(record.data)


CASES = [
    ("a plain value, its comment stays", "town: Leeds  # soon\n", {"town": "York"}, "town: York  # soon\n"),
    ("a value in quotes", "town: 'Leeds'   # x\n", {"town": "a: b"}, "town: 'a: b'   # x\n"),
    ("several lines become one", "a: 1\ntown: Leeds\n  on the hill\nb: 2\n", {"a": "1", "town": "York", "b": "2"}, "a: 1\ntown: York\nb: 2\n"),
    ("a paragraph, its comment stays", "about: >-  # mine\n  one\n  two\n\nname: A\n", {"about": "three", "name": "A"}, "about: >-  # mine\n  three\n\nname: A\n"),
    ("one line becomes a paragraph", "about: one  # mine\nname: A\n", {"about": "two", "name": "A"}, "about: >-  # mine\n  two\nname: A\n"),
    ("an empty field", "region:  # none yet\ntown: A\n", {"region": "B", "town": "A"}, "# none yet\nregion: B\ntown: A\n"),
    ("brackets", "languages: [en,  es]  # x\n", {"languages": ["fr"]}, "languages: [fr]  # x\n"),
    ("brackets over lines with a comment", "languages: [\n  en,  # x\n  es]\n", {"languages": ["fr"]}, "# x\nlanguages: [fr]\n"),
    ("dashes, one in and one out", "languages:\n- en  # a\n# b\n- es\n", {"languages": ["fr", "es"]}, "languages:\n- fr  # a\n# b\n- es\n"),
    ("dashes, the last one out", "languages:\n  - en\n  - es  # b\n", {"languages": ["en"]}, "languages:\n  - en\n  # b\n"),
    ("braces", "contact: {phone: '1', email: b}  # x\n", {"contact": {"email": "c"}}, "# x\ncontact:\n  email: c\n"),
    ("from a word to fields", "price: ask  # x\nname: A\n", {"price": {"from": "1", "currency": "EUR"}, "name": "A"}, "# x\nprice:\n  from: 1\n  currency: EUR\nname: A\n"),
    ("from fields to a word", "price:\n  # x\n  from: 1\nname: A\n", {"price": "ask", "name": "A"}, "# x\nprice: ask\nname: A\n"),
    ("a new field goes where the house writes it", "name: A\n# the town\ntown: B\nzzz: 1\n", {"name": "A", "title": "T", "town": "B", "zzz": "1", "about": "w"}, "name: A\ntitle: T\n# the town\ntown: B\nabout: >-\n  w\nzzz: 1\n"),
    ("no line break at the end", "name: A", {"name": "A", "town": "B"}, "name: A\ntown: B\n"),
    ("the first field of an item out", "classes:\n  - weeks: 1\n    title: A\n", {"classes": [{"title": "A"}]}, "classes:\n  - title: A\n"),
    ("a class in the middle out", "classes:\n- title: A\n- title: B # b\n- title: C # c\n", {"classes": [{"title": "A"}, {"title": "C"}]}, "classes:\n- title: A\n# b\n- title: C # c\n"),
    ("lines of Windows", "name: A # x\r\ntown: B\r\n", {"name": "C", "region": "R", "town": "B"}, "name: C # x\r\nregion: R\r\ntown: B\r\n"),
    ("characters beyond the first plane", "# 👩‍👧 李娜\nname: 𝒳 # 😀\n", {"name": "李娜"}, "# 👩‍👧 李娜\nname: 李娜 # 😀\n"),
    ("a value that only looks like a comment", "about: 'a # b'\ntown: B\n", {"town": "B"}, "town: B\n"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "result"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_only_the_value_changes(old: str, new: dict[str, object], result: str) -> None:
    assert edited(old, new) == result  # type: ignore[arg-type]
    assert data_of(result) == new


@pytest.mark.parametrize("text", ["{name: A}\n", "", "- - a\n"])
def test_a_form_that_cannot_be_kept_is_refused(text: str) -> None:
    with pytest.raises(CannotEdit):
        edited(text, {"name": "B"})


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("NO", "NO"),
        ("0123", "0123"),
        ("+44 1632 960123", "+44 1632 960123"),
        ("O'Brien", "O'Brien"),
        ("a: b", "'a: b'"),
        ("it's # 1", "'it''s # 1'"),
        ("'t Hart", "'''t Hart'"),
        ("- a", "'- a'"),
        ("@home", "'@home'"),
        (" a ", "' a '"),
        ("a\nb", '"a\\nb"'),
        ("*a", "'*a'"),
    ],
)
def test_a_text_has_quotes_only_where_it_needs_them(text: str, written: str) -> None:
    assert inline(text) == written


def test_a_list_stands_in_brackets_until_the_line_is_full() -> None:
    assert field("languages", ["en", "a, b"], ()) == "languages: [en, 'a, b']"
    assert field("special", ["word" * 8] * 4, ()) == "special:" + ("\n  - " + "word" * 8) * 4


def test_words_are_filled_into_lines_and_read_as_one() -> None:
    words = "word " * 60 + "end"
    text = person_yaml({"about": words})
    assert max(map(len, text.splitlines())) <= 120
    assert len(text.splitlines()) == 5
    assert data_of(text) == {"about": words}


def test_a_full_disk_leaves_every_file_as_it_was(project, tree, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    """The third of four steps fails: nothing of the first two may stay."""
    before = tree()
    replaced = []

    def replace(path, target):  # type: ignore[no-untyped-def]
        replaced.append(target)
        if len(replaced) == 3:
            raise OSError(28, "No space left on device")
        return path.rename(target)

    monkeypatch.setattr("pathlib.Path.replace", replace)
    names = [f"docs/data/instructors/{name}.yml" for name in ("gb/maria-garcia-london", "fr/new", "gb/new", "ir/new")]
    with pytest.raises(OSError, match="No space"):
        apply(dict.fromkeys(names, b"name: X\n"), ["docs/data/instructors/gb/maria-garcia-london-2.yml"], project)
    assert {path: data for path, data in tree().items() if data} == before


def test_a_folder_that_leads_elsewhere_is_not_followed(project, tree, tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "elsewhere").mkdir()
    (project / "docs/data/instructors/fr").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="another place"):
        apply({"docs/data/instructors/fr/new.yml": b"name: X\n"}, [], project)
    assert list((tmp_path / "elsewhere").iterdir()) == []
