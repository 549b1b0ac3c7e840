"""The text for those who do not see an image is the name of its file.

A screen reader reads out "I M G underscore one two three four dot J P G".

Bad:
    ![IMG_1234.jpg](IMG_1234.jpg)

Good:
    ![A baby lies on a towel](IMG_1234.jpg)
"""

from collections.abc import Iterator
from urllib.parse import unquote

from records.problem import quoted

from validator.finding import Finding
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M302"
LEVEL = "warning"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for link in page.links:
        name = unquote(link.url).partition("#")[0].rpartition("/")[2]
        alternative = (link.element.attr("alt") or "").strip()
        is_name = alternative == name or (alternative == name.rpartition(".")[0] and not alternative.isalpha())
        if link.is_image and alternative and is_name:
            message = f"{quoted(alternative)} is the name of the file, and not what the picture shows"
            yield Finding(link.place, message, "say what the picture shows", alternative)
