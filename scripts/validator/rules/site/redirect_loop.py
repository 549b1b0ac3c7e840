"""A redirect leads back to where it began.

Browsers go round a few times and then show an error; nobody gets to the page.

Bad:
    <meta http-equiv="refresh" content="0; url=/b/">

Good:
    <meta http-equiv="refresh" content="0; url=/families/">
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.project import Project
from validator.redirecting import place_of, steps_of, way_from
from validator.site import Site

CODE = "W108"
LEVEL = "error"


def check(site: Site, project: Project) -> Iterator[Finding]:
    steps = {step.key: step for step in steps_of(site)}
    for step in steps.values():
        way = way_from(site, step, steps)
        if len(way) > 1 and way[-1] is step:
            round_trip = " → ".join(quoted(one.url) for one in way[:-1])
            message = f"this redirect comes back to itself: {round_trip}"
            yield Finding(place_of(site, step), message, "let it lead to a page that stays", step.url, step.path)
