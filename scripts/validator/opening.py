"""Folders → a `Project` to be looked at."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from records.problem import Problem

from validator.project import Project
from validator.settings import read_settings
from validator.site import Site
from validator.sources import Sources, find_sources


def open_project(root: Path, today: date, *, site: Path | None = None, only_site: bool = False) -> Project:
    """The project at `root`: its settings, its sources and its built site, as far as they are there.

    `site` is another folder of built files than the one mkdocs.yml names; with `only_site` no sources are looked at.
    """
    settings, problems = read_settings(root)
    found = None if only_site else find_sources(root)
    sources = found if isinstance(found, Sources) else None
    project = Project(root, today, settings, sources, problems=problems)
    project.problems += [found] if isinstance(found, Problem) else []
    folder = site or root / (sources.config.site_dir if sources else "site")
    if folder.is_dir():
        project.site = Site(folder, sources.config.site_url if sources else "")
    else:
        project.skipped.append(f"{folder.name}/ is not built")
    return project
