"""The way from "Find an instructor" down to a page of the directory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from markupsafe import Markup

from directory.outputs.shell import Shell, joined

Trail: TypeAlias = Sequence[tuple[str, str]]
"""Name and path, from the site's root, of each page above, the highest first."""


def trail(steps: Trail, root: str, parts: Mapping[str, Shell]) -> Markup:
    """The trail of a page whose way to the site's root is `root`; `parts` are the macros of components/trail/."""
    links = [parts["step"].fill({"name": name, "href": f"{root}{path}"}) for name, path in steps]
    return parts["trail"].fill({"steps": joined(links)})
