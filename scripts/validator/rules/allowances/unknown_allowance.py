"""An `allow` names a rule that there is not, so it silences nothing.

Bad:
    <!-- allow brokn-link: the page comes in May -->

Good:
    <!-- allow broken-link: the page comes in May -->
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.allowances import Allowance
from validator.finding import Finding
from validator.project import Project
from validator.rule import nearest_name

CODE = "A102"
LEVEL = "error"


def check(allowance: Allowance, project: Project) -> Iterator[Finding]:
    if not allowance.rules:
        like = nearest_name(allowance.name)
        fix = f"write {like}" if like else "take it out, or name one of the rules in `validate.py --list`"
        message = f"there is no rule {quoted(allowance.name)}, so this silences nothing"
        yield Finding(allowance.place, message, fix, allowance.name)
