"""A script takes in a module that is not there.

The browser then runs neither: everything that the script should do stays away.  Only `import` and `export … from` with
the address of a file are looked at, in scripts that a page loads as modules and in what they take in.

Bad:
    import { open } from "./menue.mjs";

Good:
    import { open } from "./menu.mjs";
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.project import Project
from validator.site import Facts, Site

CODE = "W113"
LEVEL = "error"


def check(site: Site, project: Project) -> Iterator[Finding]:
    for path, url, place in site.reach.imports:
        target = site.target(Facts(path, "", ()), url)
        if target.fault in ("missing", "no-index", "wrong-case"):
            like = target.path or site.names.nearest(target.looked_for)
            shown = site.written_as(Facts(path, "", ()), url, like)
            shown = shown if shown.startswith(("/", ".")) else f"./{shown}"
            message = f"this script takes in {quoted(url)}, and the site has no such file"
            yield Finding(place, message, f"write {quoted(shown)}" if like else "add the file", url, path)
