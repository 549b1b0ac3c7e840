"""Who may import whom: only the door knows MkDocs, packages know only what lies below them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from conftest import ROOT

SCRIPTS = ROOT / "scripts"
DOORS = {"mkdocs_hooks", "instructors", "review", "validate"}
BELOW = {
    "records": set(),
    "evidence": {"records"},
    "pages": {"records", "evidence"},
    "directory": {"records"},
    "publishing": set(),
    "validator": {"records", "directory", "evidence", "pages"},
}
OURS = set(BELOW) | DOORS


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    found |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    return {name.split(".")[0] for name in found}


MODULES = sorted(SCRIPTS.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=[path.relative_to(SCRIPTS).as_posix() for path in MODULES])
def test_a_module_imports_only_what_lies_below_it(path: Path) -> None:
    owner = path.relative_to(SCRIPTS).parts[0].removesuffix(".py")
    names = imports(path)
    if owner in DOORS:
        assert names & DOORS == set()
    else:
        assert names & OURS <= BELOW[owner] | {owner}
        assert "mkdocs" not in names
    assert owner == "mkdocs_hooks" or not {name for name in names if "mkdocs" in name}


def test_scripts_hold_doors_and_packages_only() -> None:
    loose = {path.stem for path in SCRIPTS.glob("*.py")}
    packages = {path.name for path in SCRIPTS.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert loose <= DOORS
    assert packages <= set(BELOW)
