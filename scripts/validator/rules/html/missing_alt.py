"""A picture has no text for those who do not see it.

A screen reader reads out the name of the file, or is silent about what the picture says.

Bad:
    <img src="hold.jpg">

Good:
    <img src="hold.jpg" alt="A father holds his baby on his forearm">
"""

from collections.abc import Iterator

from turbohtml import Element

from validator.finding import Finding
from validator.parse.html import HtmlPage, above, place_of
from validator.parse.names import labelled, name_of, spaced, text_in
from validator.project import Project

CODE = "H301"
LEVEL = "error"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for element in page.html("img"):
        if element.attr("alt") is None and not _does_without(element, page):
            message = "the picture has no alt, so those who do not see it hear the name of its file, or nothing"
            fix = 'describe it in alt=, or write alt="" if it only decorates'
            yield Finding(place_of(element), message, fix, element.attr("src") or "")
    for element in page.html("area"):
        if element.attr("href") is not None and not name_of(element, page) and not element.attr("alt"):
            message = "this part of an image map is a link without a name"
            yield Finding(place_of(element), message, "say in alt= where it leads", element.attr("href") or "")
    for element in page.html("input"):
        is_image = (element.attr("type") or "").lower() == "image"
        if is_image and not spaced(element.attr("alt")) and not name_of(element, page) and not page.is_hidden(element):
            message = "this picture is a button, and has no alt that says what it does"
            yield Finding(place_of(element), message, "say in alt= what it does", element.attr("src") or "")


def _does_without(element: Element, page: HtmlPage) -> bool:
    """Whether those who hear the page are not told of it, or are told in another way (HTML standard, 4.8.4.4)."""
    if (element.attr("role") or "").lower() in ("presentation", "none") or spaced(element.attr("title")):
        return True
    if labelled(element, page) or page.is_hidden(element):
        return True
    return _is_only_one_of_captioned_figure(element, page) or _is_pixel(element)


def _is_only_one_of_captioned_figure(element: Element, page: HtmlPage) -> bool:
    figure = next((one for one in above(element) if one.tag == "figure"), None)
    captions = [one for one in figure.children if getattr(one, "tag", "") == "figcaption"] if figure else []
    return bool(captions) and bool(text_in(captions[0], page)) and len(figure.find_all("img")) == 1  # type: ignore[union-attr, arg-type]


def _is_pixel(element: Element) -> bool:
    return all(element.attr(side) in ("0", "1", "0px", "1px") for side in ("width", "height"))
