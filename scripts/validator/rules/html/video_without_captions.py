"""A film has no captions.

Who does not hear, or holds a sleeping baby, misses what is said (WCAG 2.2, 1.2.2).

Bad:
    <video src="strokes.mp4" controls></video>

Good:
    <video src="strokes.mp4" controls><track kind="captions" src="strokes.vtt" srclang="en"></video>
"""

from collections.abc import Iterator
from typing import Final

from turbohtml import Element

from validator.finding import Finding
from validator.parse.html import HtmlPage, place_of
from validator.project import Project

CODE = "H308"
LEVEL = "warning"
_KINDS: Final = frozenset({"captions", "subtitles", ""})


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for element in page.html("video"):
        if element.attr("muted") is not None or page.is_hidden(element) or not _has_film(element):
            continue
        if not any((one.attr("kind") or "").lower() in _KINDS for one in element.iter_elements("track")):
            message = "the film has no captions for those who do not hear it"
            yield Finding(place_of(element), message, 'add <track kind="captions" src="…"> to it', "video")


def _has_film(element: Element) -> bool:
    return element.attr("src") is not None or any(True for _ in element.iter_elements("source"))
