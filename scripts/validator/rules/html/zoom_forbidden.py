"""The page forbids its readers to enlarge it.

Who sees badly cannot read it on a phone (WCAG 2.2, 1.4.4).

Bad:
    <meta name="viewport" content="width=device-width, user-scalable=no">

Good:
    <meta name="viewport" content="width=device-width, initial-scale=1">
"""

import re
from collections.abc import Iterator
from typing import Final

from validator.finding import Finding
from validator.parse.html import HtmlPage, place_of
from validator.project import Project

CODE = "H309"
LEVEL = "error"
_PAIR: Final = re.compile(r"([a-z-]+)\s*=\s*([^\s,;=]+)")
_ENOUGH: Final = 2


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for element in page.metas.get("viewport", ()):
        content = element.attr("content") or ""
        told = dict(_PAIR.findall(content.lower()))
        for name in ("user-scalable", "maximum-scale"):
            if _forbids(name, told.get(name)):
                message = f"{name}={told[name]} keeps readers from enlarging the page"
                yield Finding(place_of(element, "content"), message, f"take {name} out", content)


def _forbids(name: str, value: str | None) -> bool:
    if value is None:
        return False
    if name == "user-scalable":
        return value == "no" or (_number(value) is not None and abs(_number(value) or 0) < 1)
    number = _number(value)
    return value == "yes" or (number is not None and 0 <= number < _ENOUGH)


def _number(value: str) -> float | None:
    found = re.match(r"[+-]?[0-9]+(?:\.[0-9]*)?|[+-]?\.[0-9]+", value)
    return float(found[0]) if found else None
