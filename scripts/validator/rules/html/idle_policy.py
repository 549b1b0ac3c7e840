"""A part of the page's Content-Security-Policy does nothing as it is written.

Who wrote it believes the page guarded where it is not.

Bad:
    <meta http-equiv="Content-Security-Policy" content="script-src self">

Good:
    <meta http-equiv="Content-Security-Policy" content="script-src 'self'">
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.html import HtmlPage, place_in
from validator.parse.policy import policies_of
from validator.project import Project

CODE = "H504"
LEVEL = "warning"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for policy in policies_of(page, with_idle=True):
        for written, reason in policy.idle_parts():
            message = f"{quoted(written)} in the page's Content-Security-Policy does nothing: {reason}"
            place = place_in(page.markup, policy.element, "content", written)
            yield Finding(place, message, "mend it, or take it out", written)
