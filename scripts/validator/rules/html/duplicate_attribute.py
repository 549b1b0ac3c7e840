"""An attribute is written twice in one tag.

Browsers keep the first and drop the second, whatever it says.

Bad:
    <a class="button" href="/classes/" class="wide">Classes</a>

Good:
    <a class="button wide" href="/classes/">Classes</a>
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.faults import faults_of
from validator.parse.html import HtmlPage
from validator.project import Project

CODE = "H002"
LEVEL = "error"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for fault in faults_of(page, "duplicate-attribute"):
        message = f"the attribute {quoted(fault.written)} stands already in this tag; browsers drop this second one"
        yield Finding(fault.place, message, "join the two, or take one out", fault.written)
