"""A file has a name that addresses can hold only in disguise: `#`, `?`, `%`, a backslash or an invisible character.

`#` and `?` end the path of an address, so a link written plainly leads to another file; some hosts refuse the rest.

Bad:
    what-is-this?.html

Good:
    what-is-this.html
"""

import re
from collections.abc import Iterator
from typing import Final

from records.problem import quoted

from validator.finding import Finding, Place
from validator.project import Project
from validator.site import Site

CODE = "W112"
LEVEL = "warning"
_AWKWARD: Final = re.compile(r"[#?%\\\x00-\x1f\x7f\ud800-\udfff]|[ .](?=/)|[ .]\Z")


def check(site: Site, project: Project) -> Iterator[Finding]:
    for path in sorted(site.files):
        if found := _AWKWARD.search(path):
            message = f"the name of this file holds {quoted(found[0])}, which an address cannot hold as it is"
            yield Finding(Place(), message, "give it a name of letters, digits and hyphens", path=path)
