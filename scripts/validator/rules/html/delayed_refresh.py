"""The page leads on, or loads itself again, after a while.

Who reads slowly, or hears the page, is thrown out in the middle of it (WCAG 2.2, 2.2.1).

Bad:
    <meta http-equiv="refresh" content="20; url=/classes/">

Good:
    <meta http-equiv="refresh" content="0; url=/classes/">
"""

from collections.abc import Iterator
from typing import Final

from records.problem import quoted

from validator.finding import Finding
from validator.parse.addresses import refresh_of
from validator.parse.html import HtmlPage, place_of
from validator.project import Project

CODE = "H310"
LEVEL = "error"
_LONG: Final = 20 * 60 * 60
"""Seconds; a limit of more than twenty hours is none (WCAG 2.2, 2.2.1)."""


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for element in page.metas.get("=refresh", ()):
        content = element.attr("content") or ""
        found = refresh_of(content)
        if found and 0 < found[0] <= _LONG:
            what = f"leads on to {quoted(found[1])}" if found[1] else "loads itself again"
            message = f"after {found[0]} seconds the page {what}, and takes it away from who still reads"
            yield Finding(place_of(element, "content"), message, "write 0 seconds, or a link instead", content)
