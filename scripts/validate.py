"""Door: what a person types → the validator → a report and an exit code.  ``python scripts/validate.py --help``."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from validator.engine import check
from validator.project import Project
from validator.rule import all_rules
from validator.settings import read_settings
from validator.site import Site
from validator.sources import Sources, find_sources

if __name__ == "__main__":
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    settings, problems = read_settings(root)
    found = find_sources(root)
    sources = found if isinstance(found, Sources) else None
    project = Project(root, date.today(), settings, sources, Site(root / "site"), problems)
    for problem in check(project, all_rules()):
        print(problem)
