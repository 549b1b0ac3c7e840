"""The page's own Content-Security-Policy does not allow something that the page has.

Browsers leave it out: a script does not run, a style is not applied, a picture does not come.

Bad:
    <meta http-equiv="Content-Security-Policy" content="script-src 'self'"> <script>start()</script>

Good:
    <meta http-equiv="Content-Security-Policy" content="script-src 'self'"> <script src="/start.js"></script>
"""

from collections.abc import Iterator

from validator.finding import Finding
from validator.parse.guarded import guarded_in
from validator.parse.html import HtmlPage
from validator.parse.origins import own_address, start_of
from validator.parse.policy import policies_of
from validator.project import Project

CODE = "H503"
LEVEL = "error"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    policies = policies_of(page)
    if not policies:
        return
    own = own_address(page, project.site.address if project.site else "")
    start = start_of(page, own)
    for one in guarded_in(page):
        directive = next((name for policy in policies if (name := one.forbidden_by(policy, own, start))), "")
        if directive:
            message = f"{one.what} is not allowed by {directive} of the page's Content-Security-Policy"
            yield Finding(one.place(), message, one.remedy, one.url or one.attribute)
