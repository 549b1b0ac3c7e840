"""A language tag has not the form that BCP 47 gives it.

Browsers, screen readers and search engines do not know the language then.  (Of links to the same page in other
languages the rule `malformed-hreflang` speaks.)

Bad:
    <html lang="en_GB">

Good:
    <html lang="en-GB">
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.html import HtmlPage, place_of
from validator.parse.language import is_well_formed
from validator.project import Project

CODE = "H316"
LEVEL = "error"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    told = [(element, "lang") for element in page.having("lang")]
    told += [(one, "hreflang") for one in page.html("a", "area") if one.attr("hreflang") is not None]
    told += [(element, "srclang") for element in page.html("track") if element.attr("srclang") is not None]
    for element, attribute in told:
        value = (element.attr(attribute) or "").strip()
        if value and not is_well_formed(value):
            fix = "write it with hyphens, as in en-GB" if "_" in value else "write a tag such as en or pt-BR"
            message = f"{attribute} is {quoted(value)}, which is no language tag"
            yield Finding(place_of(element, attribute), message, fix, value)
