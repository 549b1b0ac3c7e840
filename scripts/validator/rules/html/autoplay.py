"""Sound starts by itself, and the page gives no means to stop it.

It drowns out the screen reader, and wakes the baby (WCAG 2.2, 1.4.2).

Bad:
    <audio src="lullaby.mp3" autoplay></audio>

Good:
    <audio src="lullaby.mp3" controls></audio>
"""

from collections.abc import Iterator

from validator.finding import Finding
from validator.parse.html import HtmlPage, place_of
from validator.project import Project

CODE = "H307"
LEVEL = "error"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for element in page.html("audio", "video"):
        if element.attr("autoplay") is None or any(element.attr(name) is not None for name in ("controls", "muted")):
            continue
        level = "warning" if element.tag == "video" else ""
        message = f"this <{element.tag}> plays by itself, and nothing on it stops its sound"
        yield Finding(place_of(element, "autoplay"), message, "write controls instead of autoplay", level=level)
