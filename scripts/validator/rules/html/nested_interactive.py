"""Something to click stands inside a link or a button.

Which of the two a click means is chance, and a screen reader tells of one only.

Bad:
    <a href="/classes/"><button>Classes</button></a>

Good:
    <a href="/classes/" class="button">Classes</a>
"""

from collections.abc import Iterator
from typing import Final

from turbohtml import Element

from validator.finding import Finding
from validator.parse.html import HtmlPage, above, place_of
from validator.project import Project

CODE = "H208"
LEVEL = "error"
_TAGS: Final = (
    *("a", "audio", "button", "details", "embed", "iframe", "img", "input", "label", "select", "textarea", "video"),
)
_ONLY_WITH: Final = {"a": "href", "audio": "controls", "video": "controls", "img": "usemap"}


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    if not page.html("a", "button"):
        return
    tags = _TAGS if page.html("table", "object") else _TAGS[1:]  # elsewhere browsers end a link before the next
    inner = [element for tag in tags for element in page.html(tag) if _is_active(element)]
    inner += [element for element in page.having("tabindex") if element.tag not in _TAGS]
    for element in inner:
        outer = next((one for one in above(element) if _is_holder(one)), None)
        if outer is not None:
            message = f"<{element.tag}> stands in a <{outer.tag}>, and both are there to be clicked"
            yield Finding(place_of(element), message, "take one of the two out, or put them side by side", element.tag)


def _is_holder(element: Element) -> bool:
    return element.tag == "button" or (element.tag == "a" and element.attr("href") is not None)


def _is_active(element: Element) -> bool:
    if element.tag == "input":
        return (element.attr("type") or "").lower() != "hidden"
    asked = _ONLY_WITH.get(element.tag)
    return asked is None or element.attr(asked) is not None
