"""docs/<language>/_shared/words.yml: the short words that templates print, so that no template holds prose."""

from __future__ import annotations

from pathlib import Path

from records.loading import load_record
from records.problem import Problem


def load_words(path: Path, root: Path) -> tuple[dict[str, str], list[Problem]]:
    """The words by name, or every reason why the file is not accepted. Every value must be one text."""
    record, problems = load_record(path, root)
    if record is None or not isinstance(record.data, dict):
        return {}, problems
    words = {name: text for name, text in record.data.items() if isinstance(text, str)}
    for name in record.data.keys() - words.keys():
        line, column = record.place((name,))
        fix = "write one short text after the colon"
        problems.append(Problem(record.path, line, column, "not-a-word", f'"{name}" has no text', fix))
    return words, problems
