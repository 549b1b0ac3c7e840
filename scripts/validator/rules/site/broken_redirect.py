"""A line of `_redirects` leads to no file of the site, or is no rule.

Whoever comes by an old address meets "not found" all the same.  Lines whose target depends on the address asked for
(`:splat`) are not looked up.  (A page that moves its readers on is looked at by the rule for broken links.)

Bad:
    /old/  /familes/  301

Good:
    /old/  /families/  301
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.redirects import NAME
from validator.project import Project
from validator.redirecting import rules_of
from validator.site import Facts, Site

CODE = "W110"
LEVEL = "error"


def check(site: Site, project: Project) -> Iterator[Finding]:
    root = Facts(NAME, "", ())
    for rule in rules_of(site):
        if not rule.to:
            message = f"the line for {quoted(rule.source)} names no address to send readers to"
            yield Finding(rule.place, message, "write the old address, the new one, and 301", rule.source, NAME)
        elif not rule.is_open and site.target(root, rule.to).fault in ("missing", "no-index", "wrong-case"):
            like = site.names.nearest(site.target(root, rule.to).looked_for)
            fix = f"write {quoted(site.written_as(root, rule.to, like))}" if like else "take the line out"
            message = f"this redirect leads to {quoted(rule.to)}, and the site has no such file"
            yield Finding(rule.to_place, message, fix, rule.to, NAME)
