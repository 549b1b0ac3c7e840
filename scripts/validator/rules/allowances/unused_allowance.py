"""An `allow` silences nothing: what it was for has been mended.

Left where it is, it would hide the next fault of the kind.  One is reported only when every rule of the name has run,
so never in a run with `--only`, and for a rule of built pages only when the site is built.

Bad:
    <!-- allow M101: the page comes in May -->
    Read about [your family](families.md).

Good:
    <!-- allow M101: the page comes in May -->
    Read about [your family](familes.md).
"""

from collections.abc import Iterator

from validator.allowances import Allowance
from validator.finding import Finding
from validator.project import Project

CODE = "A103"
LEVEL = "warning"


def check(allowance: Allowance, project: Project) -> Iterator[Finding]:
    if allowance.was_heard and allowance.reason and not allowance.silenced:
        message = f'"allow {allowance.name}" silences nothing any more, and would hide the next fault of that kind'
        yield Finding(allowance.place, message, "take it out", allowance.name)
