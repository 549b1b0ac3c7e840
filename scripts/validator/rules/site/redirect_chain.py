"""A redirect leads to another redirect.

Each one more makes readers wait, and some programs follow none but the first.

Bad:
    <meta http-equiv="refresh" content="0; url=/old/">

Good:
    <meta http-equiv="refresh" content="0; url=/families/">
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.project import Project
from validator.redirecting import place_of, steps_of, way_from
from validator.site import Site

CODE = "W109"
LEVEL = "warning"


def check(site: Site, project: Project) -> Iterator[Finding]:
    steps = {step.key: step for step in steps_of(site)}
    for step in steps.values():
        way = way_from(site, step, steps)
        is_round = len(way) > len({one.key for one in way})
        if len(way) > 1 and not is_round:
            message = f"this redirect leads to {quoted(step.url)}, which sends readers on to {quoted(way[1].url)}"
            end = way[-1].target
            mend = site.url_path(end.path) if end.path else way[-1].url
            yield Finding(place_of(site, step), message, f"write {quoted(mend)}", step.url, step.path, mend=mend)
