"""An address differs from the file it means only in capital and small letters, or in how accents are stored.

On the computer where the page was written both may be the same; on the host of the site they are two names, and readers
meet "not found".

Bad:
    <img src="/art/Hands.png" alt="Two hands">

Good:
    <img src="/art/hands.png" alt="Two hands">
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.project import Project
from validator.site import Site
from validator.suggesting import finding, instead, shown

CODE = "W104"
LEVEL = "error"


def check(site: Site, project: Project) -> Iterator[Finding]:
    for use in site.faulty("wrong-case"):
        path = use.target.path
        is_case = use.target.path.lower().startswith(use.target.looked_for.rstrip("/").lower())
        how = "other capital or small letters" if is_case else "its accents stored in another Unicode form"
        message = f"{use.address.label} leads to {quoted(use.address.url)}, and the file is written with {how}"
        yield finding(site, use, message, instead(site, use, path), mend=shown(site, use, path))
