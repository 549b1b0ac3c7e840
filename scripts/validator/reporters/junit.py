"""For build servers: JUnit XML.  Each problem is a test case; an error fails, a warning counts as skipped."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from records.characters import show
from records.problem import Problem

from validator.report import Report


def junit(report: Report) -> str:
    """The report; characters that XML cannot hold are shown as codes, and all others as ASCII."""
    number = str(max(len(report.problems), 1))
    counts = {"tests": number, "failures": str(report.errors), "errors": "0", "skipped": str(report.warnings)}
    root = Element("testsuites", {"name": "validate", **counts})
    suite = SubElement(root, "testsuite", {"name": "validate", **counts})
    for problem in report.problems:
        _add(suite, problem)
    if not report.problems:
        SubElement(suite, "testcase", classname="validate", name="no problems")
    if report.skipped:
        SubElement(suite, "system-out").text = "\n".join(report.skipped)
    indent(root)
    data: bytes = tostring(root, encoding="us-ascii", xml_declaration=True)
    return data.decode("ascii") + "\n"


def _add(suite: Element, problem: Problem) -> None:
    name = f"{problem.code} {problem.rule} in line {problem.line}, column {problem.column}"
    case = SubElement(suite, "testcase", classname=show(problem.path), name=name, file=show(problem.path))
    case.set("line", str(problem.line))
    tag = "failure" if problem.level == "error" else "skipped"
    said = SubElement(case, tag, message=show(problem.message))
    if tag == "failure":
        said.set("type", problem.rule)
    said.text = str(problem)
