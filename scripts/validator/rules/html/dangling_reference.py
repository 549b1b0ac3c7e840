"""An attribute names an id that no element of the page has, or one of the wrong kind.

A label, a description, a list of choices or the header of a cell is then lost to those who need it.

Bad:
    <label for="postcode">Postcode</label> <input id="post-code">

Good:
    <label for="post-code">Postcode</label> <input id="post-code">
"""

from collections.abc import Iterator
from typing import Final

from records.problem import quoted
from turbohtml import Element

from validator.finding import Finding
from validator.parse.html import HtmlPage, place_of
from validator.project import Project

CODE = "H105"
LEVEL = "error"
_ANY: Final = (
    *("aria-activedescendant", "aria-controls", "aria-describedby", "aria-details", "aria-errormessage"),
    *("aria-flowto", "aria-labelledby", "aria-owns", "headers", "itemref", "popovertarget", "commandfor"),
)
_SHOWN_LATER: Final = frozenset({"aria-controls", "aria-owns", "aria-activedescendant", "aria-errormessage"})
"""May name what a script adds when a reader opens it."""
_LABELABLE: Final = frozenset({"button", "input", "meter", "output", "progress", "select", "textarea"})
_KINDS: Final = {"for": _LABELABLE, "form": {"form"}, "list": {"datalist"}, "headers": {"td", "th"}}


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    used = [(element, name) for name in _ANY for element in page.having(name)]
    used += [(element, "for") for element in page.html("label", "output")]
    used += [(element, "list") for element in page.having("list") if element.tag == "input"]
    used += [(element, "form") for element in page.having("form") if element.tag in _LABELABLE | {"object", "fieldset"}]
    for element, attribute in used:
        value = element.attr(attribute)
        if (
            value
            and element not in page.shadowed
            and not (attribute in _SHOWN_LATER and _comes_later(element, attribute))
        ):
            yield from _faults(page, element, attribute, value)


def _comes_later(element: Element, attribute: str) -> bool:
    if attribute == "aria-errormessage":
        return (element.attr("aria-invalid") or "false").lower() == "false"
    told = (element.attr(name) for name in ("aria-expanded", "aria-selected", "aria-pressed", "aria-haspopup", "role"))
    return any(one and one.lower() in ("false", "menu", "listbox", "dialog", "combobox", "true") for one in told)


def _faults(page: HtmlPage, element: Element, attribute: str, value: str) -> Iterator[Finding]:
    place = place_of(element, attribute)
    is_list = attribute.startswith("aria-") or attribute in ("headers", "itemref") or element.tag == "output"
    for name in value.split() if is_list and attribute != "form" else [value]:
        found = page.by_id.get(name)
        if not found:
            message = f"{attribute} names {quoted(name)}, and no element of the page has this id"
            yield Finding(place, message, "name the id of the element that is meant", name)
        elif fault := _wrong_kind(found[0], element, attribute):
            yield Finding(place, f"{attribute} names {quoted(name)}, {fault}", "name the element that is meant", name)


def _wrong_kind(found: Element, element: Element, attribute: str) -> str:
    kinds = _KINDS.get(attribute) if element.tag != "output" or attribute == "form" else None
    if kinds is None or "-" in found.tag:
        return ""
    if found.tag not in kinds:
        asked = "a field of a form" if len(kinds) > 2 else " or ".join(f"<{one}>" for one in sorted(kinds))
        return f"and that is <{found.tag}>, not {asked}"
    if found.tag == "input" and (found.attr("type") or "").lower() == "hidden":
        return "a hidden field, which no label can have"
    return ""
