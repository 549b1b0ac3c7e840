"""The first paragraph of a page is not its main message.

A tired parent reads the first lines; search results and cards show the main message, and both must say the same.

Bad:
    # Does massage help with colic?

    There are many views on this.

Good:
    # Does massage help with colic?

    Some parents find it soothing, but studies disagree.
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding, Place
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "D403"
LEVEL = "error"
GROUP = "house"
BLOCKS = frozenset({"p", "h2", "h3", "ul", "ol", "dl", "table", "blockquote", "pre"})


def check(project: Project, _: Project) -> Iterator[Finding]:
    for page, matter, _problems in project.house.front_matter:
        if matter and first_paragraph(page) != matter.main_message:
            message = f"the first paragraph below the title is not the main message, {quoted(matter.main_message)}"
            place = page.value_place("main_message") or Place()
            yield Finding(place, message, "begin the page with it, word for word", matter.main_message, page.path)


def first_paragraph(page: MarkdownPage) -> str:
    """The text of the paragraph that follows the first heading; "" when something else follows."""
    elements = iter(page.elements)
    next((one for one in elements if one.tag == "h1"), None)
    after = next((one for one in elements if one.tag in BLOCKS), None)
    return page.text_of(after) if after is not None and after.tag == "p" else ""
