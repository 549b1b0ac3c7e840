"""For code scanning: SARIF 2.1.0, with the documentation of every rule that ran."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final

from records.problem import Problem

from validator.documentation import explained
from validator.report import Report
from validator.reporters.cleaning import as_uri, whole
from validator.rule import Rule

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT: Final = "%SRCROOT%"


def sarif(report: Report) -> str:
    """The report; ASCII only, so that no terminal can spoil it."""
    numbers = {rule.code: number for number, rule in enumerate(report.rules)}
    run = {
        "tool": {"driver": {"name": "validate", "rules": [_rule(rule) for rule in report.rules]}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which the validator was started."}}},
        "invocations": [{"executionSuccessful": True, **_notes(report.skipped)}],
        "results": list(_results(report.problems, numbers)),
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": " ".join(rule.paragraphs)},
        "help": {"text": explained(rule)},
        "defaultConfiguration": {"level": rule.level},
        "properties": {"tags": [rule.kind, rule.group]},
    }


def _notes(skipped: Sequence[str]) -> dict[str, Any]:
    notes = [{"level": "note", "message": {"text": one}} for one in skipped]
    return {"toolExecutionNotifications": notes} if notes else {}


def _results(problems: Sequence[Problem], numbers: dict[str, int]) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for problem in problems:
        same = "\n".join((problem.code, problem.path, problem.written or problem.message))
        seen[same] += 1
        print_ = hashlib.sha256(f"{same}\n{seen[same]}".encode("utf-8", "replace")).hexdigest()
        number = {"ruleIndex": numbers[problem.code]} if problem.code in numbers else {}
        fix = f"\nfix: {problem.fix}" if problem.fix else ""
        yield {
            "ruleId": problem.code or problem.rule,
            **number,
            "level": problem.level,
            "message": {"text": whole(problem.message + fix)},
            "locations": [{"physicalLocation": _location(problem)}],
            "partialFingerprints": {"sameFault/v1": print_},
        }


def _location(problem: Problem) -> dict[str, Any]:
    base = {} if problem.path.startswith("/") else {"uriBaseId": _ROOT}
    return {
        "artifactLocation": {"uri": as_uri(problem.path), **base},
        "region": {"startLine": problem.line, "startColumn": problem.column},
    }
