"""An element is obsolete: the HTML standard says that it must not be used.

Browsers may drop it, and what blinks or scrolls by itself cannot be read by everybody.

Bad:
    <center>Welcome</center>

Good:
    <p class="centred">Welcome</p>
"""

from collections.abc import Iterator
from typing import Final

from validator.finding import Finding
from validator.parse.html import HtmlPage, place_of
from validator.project import Project

CODE = "H601"
LEVEL = "warning"
_OBSOLETE: Final = (
    *("acronym", "applet", "basefont", "bgsound", "big", "blink", "center", "dir", "font", "frame", "frameset"),
    *("keygen", "listing", "marquee", "menuitem", "nobr", "noembed", "noframes"),
    *("param", "plaintext", "rb", "rtc", "strike", "tt", "xmp"),
)


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for tag in _OBSOLETE if not page.written.isdisjoint(_OBSOLETE) else ():
        for element in page.html(tag):
            message = f"<{tag}> is obsolete, and browsers need not know it any more"
            yield Finding(place_of(element), message, "use a style, or an element that says what is meant", tag)
