"""The modules that a script takes in before it runs: `import … from "./x.mjs"`, `export … from`, `import "./x.mjs"`.

Only addresses of files (`./`, `../`, `/`) are given; names such as "lit" are settled by an import map or a bundler.
What `import(…)` asks for while the script runs is left out, since it may never be asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from validator.finding import Place

_DEAD: Final = re.compile(
    r"""//[^\n]*|/\*.*?\*/|`(?:[^`\\]|\\.)*`|(?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')""", re.S
)
_FROM: Final = re.compile(
    r"""(?:^|[;}\n])\s*(?:import|export)\b(?:[^"'`;()=.]*?[\s}*]from|)\s*(?P<quote>["'])(?P<url>\.{0,2}/(?!/)[^"'\s\\]*)(?P=quote)"""
)


def imports_of(text: str) -> Iterator[tuple[str, Place]]:
    """The address of each module and where it stands; comments and templates hold none."""
    code = _DEAD.sub(lambda found: found[0] if found["text"] else re.sub(r"[^\n]", " ", found[0]), text)
    for found in _FROM.finditer(code):
        at = found.start("url")
        yield found["url"], Place(code.count("\n", 0, at) + 1, at - code.rfind("\n", 0, at))
