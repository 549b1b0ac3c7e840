"""An image lies in the folder of the pages and is used nowhere.

It is published all the same, and who tidies up later cannot tell whether it may go.

Bad:
    ![A towel](towel.png) and a second picture, unused

Good:
    ![A towel](towel.png) and no other picture
"""

from collections.abc import Iterator

from validator.finding import Finding, Place
from validator.mentioned import unmentioned_images
from validator.project import Project
from validator.sources import Sources

CODE = "S601"
LEVEL = "warning"


def check(sources: Sources, project: Project) -> Iterator[Finding]:
    for uri in unmentioned_images(sources):
        message = "no page, style or setting of the site names this image"
        yield Finding(Place(), message, "use it, or delete it", path=sources.shown(uri))
