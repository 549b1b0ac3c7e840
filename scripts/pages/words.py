"""docs/<language>/_shared/words.yml: the short words that templates print, so that no template holds prose."""

from __future__ import annotations

from pathlib import Path

from records.problem import Problem
from records.reader import parse
from records.source import read_source


def load_words(path: Path, root: Path) -> tuple[dict[str, str], list[Problem]]:
    """The words by name, or every reason why the file is not accepted. Every value must be one text."""
    source = read_source(path, root)
    if isinstance(source, Problem):
        return {}, [source]
    record, problems = parse(source)
    if record is None or not isinstance(record.data, dict):
        return {}, problems
    words = {name: text for name, text in record.data.items() if isinstance(text, str)}
    for name in record.data.keys() - words.keys():
        line, column = record.place((name,))
        fix = "write one short text after the colon"
        problems.append(Problem(source.path, line, column, "not-a-word", f'"{name}" has no text', fix))
    return words, problems
