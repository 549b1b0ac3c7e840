"""`--fix`: shows what changes, changes it, and tells what is left."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TextIO

from records.problem import Problem

from validator.mending import Mended, Plan, diff_of, planned, write_all
from validator.project import Project
from validator.report import counted


def rehearsed(project: Project, problems: list[Problem], prefix: str, shown: TextIO) -> list[Problem]:
    """Shows on `shown` what `fixed` would change, and changes nothing; all problems are left."""
    plan = planned(project, problems)
    _show(plan.files, prefix, shown)
    print(f"would mend {_number(plan.files)}", file=shown)
    return problems


def fixed(project: Project, problems: list[Problem], prefix: str, shown: TextIO) -> list[Problem]:
    """Mends the files of `project`, shows on `shown` how, and returns the problems that are left.

    A file that cannot be written, or was changed since it was read, is left alone; standard error says so.
    """
    plan = planned(project, problems)
    done, left = _written(project, plan)
    _show(done, prefix, shown)
    print(f"mended {_number(done)}", file=shown)
    if done and project.site:
        print(f"note: {project.site.root.name}/ is as it was; build it again to see the change there", file=sys.stderr)
    return sorted(left)


def _written(project: Project, plan: Plan) -> tuple[list[Mended], list[Problem]]:
    done, left = [], list(plan.left)
    for file, why in write_all(project.root, plan.files):
        if why:
            print(f"note: {why}", file=sys.stderr)
            left += file.problems
        else:
            done.append(file)
    return done, left


def _show(files: Iterable[Mended], prefix: str, shown: TextIO) -> None:
    shown.writelines(_diffs(files, prefix))


def _diffs(files: Iterable[Mended], prefix: str) -> Iterator[str]:
    return (diff_of(f"{prefix}{file.path}", file.before, file.after) for file in files)


def _number(files: Iterable[Mended]) -> str:
    """`3 problems in 2 files`."""
    found = list(files)
    problems = sum(len(file.problems) for file in found)
    return f"{counted(problems, 'problem')} in {counted(len(found), 'file')}" if found else "nothing"
