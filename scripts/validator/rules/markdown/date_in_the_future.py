"""A field that tells a day in the past names one that is still to come.

Readers cannot rely on a page that was "updated" tomorrow.

Bad:
    updated: 2027-01-01

Good:
    updated: 2026-01-01
"""

from collections.abc import Iterator

from validator.finding import Finding
from validator.parse.fields import past_days
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M404"
LEVEL = "warning"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for field, day in past_days(page.front_matter):
        is_told_by_the_house = bool(project.settings.groups) and field.name == "last_reviewed"
        if day > project.today and not is_told_by_the_house:
            yield Finding(
                field.place, f"{field.name} is {day}, and that day is still to come", "mend the date", str(day)
            )
