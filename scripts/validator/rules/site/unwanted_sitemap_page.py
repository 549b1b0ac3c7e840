"""A sitemap lists a page that does not want to be found: it moves readers on, asks not to be listed, or names another.

The list says "show this page", the page says "do not"; search engines report it as a fault.

Bad:
    <meta name="robots" content="noindex">

Good:
    <meta name="robots" content="index">
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.listing import entries_of, why_unwanted
from validator.project import Project
from validator.site import Site

CODE = "W402"
LEVEL = "warning"


def check(site: Site, project: Project) -> Iterator[Finding]:
    for entry in entries_of(site):
        page = site.pages.get(entry.target.path)
        if page and not entry.target.fault and (why := why_unwanted(site, page)):
            url = entry.address.url
            place = site.place(entry.sitemap, entry.address)
            message = f"the sitemap lists {quoted(url)}, and that page {why}"
            yield Finding(place, message, "take the address out of the sitemap", url, entry.sitemap.path)
