"""A role or an attribute of ARIA does not exist.

Screen readers pass it over, and tell nothing of what was meant.

Bad:
    <nav aria-labeledby="menu">Pages</nav>

Good:
    <nav aria-labelledby="menu">Pages</nav>
"""

import re
from collections.abc import Iterator
from typing import Final

from records.nearest import nearest
from records.problem import quoted

from validator.finding import Finding
from validator.parse.elements import words
from validator.parse.html import HtmlPage, place_of
from validator.project import Project

CODE = "H317"
LEVEL = "error"
_ATTRIBUTES: Final = frozenset(
    {"activedescendant", "atomic", "autocomplete", "braillelabel", "brailleroledescription", "busy", "checked"}
    | {"colcount", "colindex", "colindextext", "colspan", "controls", "current", "describedby", "description"}
    | {"details", "disabled", "dropeffect", "errormessage", "expanded", "flowto", "grabbed", "haspopup", "hidden"}
    | {"invalid", "keyshortcuts", "label", "labelledby", "level", "live", "modal", "multiline", "multiselectable"}
    | {"orientation", "owns", "placeholder", "posinset", "pressed", "readonly", "relevant", "required", "actions"}
    | {"roledescription", "rowcount", "rowindex", "rowindextext", "rowspan", "selected", "setsize", "sort"}
    | {"valuemax", "valuemin", "valuenow", "valuetext"}
)
_ROLES: Final = frozenset(
    {"alert", "alertdialog", "application", "article", "banner", "blockquote", "button", "caption", "cell", "checkbox"}
    | {"code", "columnheader", "combobox", "comment", "complementary", "contentinfo", "definition", "deletion"}
    | {"dialog", "directory", "document", "emphasis", "feed", "figure", "form", "generic", "grid", "gridcell", "group"}
    | {"heading", "image", "img", "insertion", "link", "list", "listbox", "listitem", "log", "main", "mark", "marquee"}
    | {"math", "menu", "menubar", "menuitem", "menuitemcheckbox", "menuitemradio", "meter", "navigation", "none"}
    | {"note", "option", "paragraph", "presentation", "progressbar", "radio", "radiogroup", "region", "row", "rowgroup"}
    | {"rowheader", "scrollbar", "search", "searchbox", "sectionfooter", "sectionheader", "separator", "slider"}
    | {"spinbutton", "status", "strong", "subscript", "suggestion", "superscript", "switch", "tab", "table", "tablist"}
    | {"tabpanel", "term", "text", "textbox", "time", "timer", "toolbar", "tooltip", "tree", "treegrid", "treeitem"}
)
_OTHERS: Final = ("doc-", "graphics-")
_WRITTEN: Final = re.compile(r" aria-([a-z]+)[ \n\t]*=")


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for name in sorted(set(_WRITTEN.findall(page.text)) - _ATTRIBUTES):
        for element in page.having(f"aria-{name}"):
            like = nearest(name, _ATTRIBUTES)
            fix = f"write aria-{like}" if like else "take it out"
            yield Finding(place_of(element, f"aria-{name}"), f"ARIA has no attribute aria-{name}", fix, f"aria-{name}")
    for element in page.having("role"):
        told = words(element, "role")
        if told and not any(one.lower() in _ROLES or one.lower().startswith(_OTHERS) for one in told):
            message = f"ARIA has no role {quoted(' '.join(told))}"
            yield Finding(place_of(element, "role"), message, "write a role of ARIA, or take it out", told[0])
