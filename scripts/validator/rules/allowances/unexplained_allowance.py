"""An `allow` gives no reason, so it silences nothing.

Whoever reads the page in a year must be able to tell whether the reason still holds.

Bad:
    <!-- allow broken-link -->

Good:
    <!-- allow broken-link: the page comes in May -->
"""

from collections.abc import Iterator

from validator.allowances import Allowance
from validator.finding import Finding
from validator.project import Project

CODE = "A101"
LEVEL = "error"


def check(allowance: Allowance, project: Project) -> Iterator[Finding]:
    if allowance.rules and not allowance.reason:
        message = f'"allow {allowance.name}" gives no reason, so it silences nothing'
        fix = f"write why after a colon, like <!-- allow {allowance.name}: the page comes in May -->"
        if allowance.lines is None:
            fix = 'write why, like reason = "the page comes in May"'
        yield Finding(allowance.place, message, fix, allowance.name)
