"""Two elements of a page have the same id.

A link to it leads to the first one only.  Ids that Python-Markdown makes of headings never collide; those that
somebody wrote may.

Bad:
    ## Colic { #colic }

    ## More on colic { #colic }

Good:
    ## Colic { #colic }

    ## More on colic { #more-on-colic }
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M206"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for name, place in page.repeated_ids:
        message = f"the id {quoted(name)} stands on this page already, so no link can lead here"
        yield Finding(place, message, "give this element an id of its own", name)
