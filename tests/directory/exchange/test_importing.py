"""A table and what it does to people's files.  The cases are in cases/import.yml: everything that is printed,
and every file that changes."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "import.yml").read_text("utf-8"))
PEOPLE = "docs/data/instructors/"

Tree = Callable[[], dict[str, bytes]]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_an_import_prints_and_writes(case: dict[str, Any], project: Path, run: Callable[..., Any], tree: Tree) -> None:
    for path, text in case.get("people", {}).items():
        (project / PEOPLE / path).write_text(text, "utf-8")
    for path, text in {"members.csv": case["table"], **case.get("beside", {})}.items():
        Path(path).write_text(text, "utf-8", newline="")
    before = tree()
    ran = run("import", "members.csv", *case.get("options", []))
    assert ran.prints == case["prints"]
    assert ran.code == case.get("exit", 0)
    assert _difference(before, tree()) == case.get("files", {})


def _difference(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> dict[str, str | None]:
    """The text of every file that changed or came, None for one that went; all others have the same bytes."""
    changed = {path for path in {*before, *after} if before.get(path) != after.get(path)}
    texts = {path: after[path].decode("utf-8") if path in after else None for path in changed}
    return {path.removeprefix(PEOPLE): text for path, text in texts.items()}
