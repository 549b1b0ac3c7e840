"""Folders → a `Project` to be looked at."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from records.problem import Problem

from validator.project import Project
from validator.rule import GENERAL, all_rules
from validator.settings import Settings, read_settings, wrong_names
from validator.site import Site
from validator.sources import Sources, find_sources


def open_project(root: Path, today: date, *, site: Path | None = None, with_site: bool = True) -> Project:
    """The project at `root`: its settings, its sources and, `with_site`, its built site, as far as they are there.

    `site` is another folder of built files than the one mkdocs.yml names.
    """
    settings, problems = read_settings(root)
    problems += wrong_names(root, settings, _names(), _groups())
    found = find_sources(root)
    sources = found if isinstance(found, Sources) else None
    problems += [found] if isinstance(found, Problem) else []
    project = Project(root, today, settings, sources, problems=problems)
    if with_site:
        _add_site(project, site or root / (sources.config.site_dir if sources else "site"))
    return project


def open_site(folder: Path, today: date) -> Project:
    """A folder of built files, whatever made it; nothing else is known of it."""
    return Project(folder, today, Settings(), None, Site(folder))


def _add_site(project: Project, folder: Path) -> None:
    if folder.is_dir():
        project.site = Site(folder, project.sources.config.site_url if project.sources else "")
    else:
        project.skipped.append(f"{folder.name}/ is not built")


def _names() -> frozenset[str]:
    return frozenset(name for rule in all_rules() for name in (rule.name, rule.code))


def _groups() -> frozenset[str]:
    return frozenset(rule.group for rule in all_rules()) - {GENERAL}
