"""The day on which a page was to be read again has passed, or comes within 30 days.

Advice on babies goes out of date, and the page itself promises that somebody looks at it by that day.  A day that is
still to come is a warning.

Bad:
    next_review: 2026-11-01

Good:
    next_review: 2028-02-10
"""

from collections.abc import Iterator
from datetime import timedelta

from validator.finding import Finding, Place
from validator.project import Project

CODE = "D402"
LEVEL = "error"
GROUP = "house"
NOTICE = timedelta(days=30)


def check(project: Project, _: Project) -> Iterator[Finding]:
    for page, matter, _problems in project.house.front_matter:
        if matter is None or matter.next_review > project.today + NOTICE:
            continue
        place, days = page.value_place("next_review") or Place(), (matter.next_review - project.today).days
        message = f"the review of this page {_when(days)}, and readers see the day"
        fix = "read the page again, then change last_reviewed and next_review"
        yield Finding(
            place, message, fix, str(matter.next_review), page.path, level="warning" if days >= 0 else "error"
        )


def _when(days: int) -> str:
    counted = f"{abs(days)} {'day' if abs(days) == 1 else 'days'}"
    return "is due today" if days == 0 else f"is due in {counted}" if days > 0 else f"was due {counted} ago"
