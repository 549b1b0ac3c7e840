"""Asks every rule about everything it looks at.  Reading, parsing and matching happen once a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from records.problem import Problem

from validator.allowances import Allowance, hear, in_markup, in_page, in_settings, silence
from validator.built import Working, said_of
from validator.finding import Finding
from validator.mapping import mapped
from validator.project import Project
from validator.rule import Rule, rules_of
from validator.sources import Sources


def check(project: Project, rules: tuple[Rule, ...], working: Working | None = None) -> list[Problem]:
    """Every problem that `rules` find in `project` and nothing allows, sorted by path, line and column."""
    ordered = tuple(sorted(rules, key=lambda rule: rule.always))  # when all that is read has been read
    found = set(_findings(project, ordered, working or Working()))
    allowances = list(_allowances(project))
    kept = list(silence(mapped(found, project), allowances))
    hear(allowances, heard(project, rules))
    for allowance in allowances:
        kept += _asked(rules_of("allowances", rules), allowance, allowance.path, project)
    return sorted(kept)


def heard(project: Project, rules: Iterable[Rule]) -> list[Rule]:
    """Those of `rules` that had something to look at."""
    sources, site = project.sources, project.site
    there = {"markdown": sources, "sources": sources, "html": site, "site": site, "external": project.answers}
    return [rule for rule in rules if there.get(rule.kind, project)]


def _allowances(project: Project) -> Iterator[Allowance]:
    yield from in_settings(project.settings)
    for page in project.sources.pages.values() if project.sources else ():
        yield from in_page(page)
    for text in project.markup:
        yield from in_markup(text)


def _findings(project: Project, rules: tuple[Rule, ...], working: Working) -> Iterator[Problem]:
    if project.sources:
        yield from _in_sources(project.sources, project, rules)
    if project.site:
        by_code = {rule.code: rule for rule in rules}
        for one in said_of(project.site, project, rules, working):
            yield _problem(by_code[one.code], one.finding, one.path, project)
    yield from _asked(rules_of("data", rules), project, "", project)
    if project.answers:
        yield from _asked(rules_of("external", rules), project.answers, "", project)


def _in_sources(sources: Sources, project: Project, rules: tuple[Rule, ...]) -> Iterator[Problem]:
    asked = rules_of("markdown", rules)
    for page in sources.pages.values():
        yield from _asked(asked, page, page.path, project)
    yield from _asked(rules_of("sources", rules), sources, sources.config_path, project)


def _asked(rules: Iterable[Rule], item: Any, path: str, project: Project) -> Iterator[Problem]:
    for rule in rules:
        for finding in rule.check(item, project):
            yield _problem(rule, finding, path, project)


def _problem(rule: Rule, finding: Finding, path: str, project: Project) -> Problem:
    where = finding.path or path
    is_built = rule.kind in ("html", "site")
    return Problem(
        path=project.shown_in_site(where) if is_built else where,
        line=finding.place.line,
        column=finding.place.column,
        rule=rule.name,
        message=finding.message,
        fix=finding.fix,
        level=finding.level or rule.level,
        code=rule.code,
        written=finding.written,
        page=finding.page or (where if is_built else ""),
        mend=finding.mend,
    )
