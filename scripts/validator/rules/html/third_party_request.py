"""A page fetches something from another host than its own.

That host learns who reads the page; and when it fails, so does the page.

Bad:
    <script src="https://cdn.example.net/a.js"></script>

Good:
    <script src="/assets/a.js"></script>
"""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from records.problem import quoted

from validator.finding import Finding
from validator.parse.addresses import PART
from validator.parse.html import HtmlPage
from validator.parse.origins import foreign_host
from validator.project import Project

CODE = "H502"
LEVEL = "warning"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for address in page.odd_addresses:
        url = address.url.lstrip()
        if address.kind != PART or not (url[:2] in ("//", "\\\\") or url[:4].lower() == "http"):
            continue
        host = foreign_host(url, page, project.site.address if project.site else "")
        if host and not any(fnmatchcase(host, allowed) for allowed in project.settings.hosts):
            message = f"{address.label} is {quoted(address.url)}: {host} learns who reads this page"
            fix = "serve it from the site itself, or name the host in tool.validate.hosts"
            yield Finding(page.place(address), message, fix, address.url)
