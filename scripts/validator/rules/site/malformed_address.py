"""An address in a style sheet, web manifest, sitemap, feed or robots.txt is none, or not a whole one where it must be.

The file that it should name is not fetched, and search engines drop the line.  (In pages the rule of the same name
among those for one page speaks.)

Bad:
    <loc>/families/</loc>

Good:
    <loc>https://example.org/families/</loc>
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.html import Address
from validator.parse.written import WHOLE
from validator.project import Project
from validator.site import Facts, Site
from validator.suggesting import finding

CODE = "W106"
LEVEL = "error"


def check(site: Site, project: Project) -> Iterator[Finding]:
    for use in site.faulty("malformed"):
        if use.page.path not in site.pages:
            message = f"{use.address.label} is {quoted(use.address.url)}, and that is no address"
            yield finding(site, use, message, "write the address as it stands in the browser")
    for facts in site.unpaged.facts:
        yield from (_relative(site, facts, one) for one in facts.addresses if one.label in WHOLE and not _is_whole(one))


def _is_whole(address: Address) -> bool:
    return address.url.lower().startswith(("http://", "https://"))


def _relative(site: Site, facts: Facts, address: Address) -> Finding:
    message = f"{address.label} is {quoted(address.url)}; it must be a whole address, since no page stands behind it"
    whole = site.url_of(site.target(facts, address.url).path) if site.has_address else ""
    fix = f"write {quoted(whole)}" if whole else "begin it with https:// and the name of the site"
    return Finding(site.place(facts, address), message, fix, address.url, facts.path)
