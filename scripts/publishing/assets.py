"""Components in folders → one stylesheet and one script for the browser, named by their content.

A component is `components/<name>/<name>.css` and `.mjs`; a module exports `start(root)`, called once for every element
with `data-module="<name>"`. Other `.mjs` files of a component are fetched by it when they are needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import jinja2

_EXPORT: Final = re.compile(r"^export (?=function start\()", re.MULTILINE)
_COMMENT: Final = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_STARTER: Final = """
for (const root of document.querySelectorAll("[data-module]")) modules[root.dataset.module]?.(root);
"""


def component_files(overrides: Path, suffix: str) -> list[Path]:
    """The main file with `suffix` of every component, in the order of their names."""
    return [path for path in sorted(overrides.glob(f"components/*/*{suffix}")) if path.stem == path.parent.name]


def stylesheet(theme: str, tokens: str, sheets: Iterable[str]) -> str:
    """One stylesheet: the theme's, our values, then our parts in the order given."""
    own = _COMMENT.sub("", "\n".join((tokens, *sheets)))
    return f"{theme.rsplit('/*#', 1)[0]}\n{own}"


def module_script(modules: dict[str, str]) -> str:
    """One ES module that holds the given component modules (name → source) and starts each on its elements."""
    parts = [
        f'modules["{name}"] = (() => {{\n{_EXPORT.sub("", code)}\nreturn start;\n}})();'
        for name, code in modules.items()
    ]
    return "\n".join(("const modules = {};", *parts, _STARTER))


def make_assets(overrides: Path, theme: str, **values: Any) -> dict[str, tuple[str, str]]:
    """Name → address and text of each asset; `theme` is Material's stylesheet, `values` fill the tokens."""
    tokens = jinja2.Template((overrides / "styles/tokens.css").read_text(encoding="utf-8")).render(values)
    styles = overrides / "styles"
    ordered = (styles / "page.css", *component_files(overrides, ".css"), styles / "print.css")
    sheets = [path.read_text(encoding="utf-8") for path in ordered]
    modules = {path.stem: path.read_text(encoding="utf-8") for path in component_files(overrides, ".mjs")}
    texts = {
        ("stylesheet", ".css"): stylesheet(theme, tokens, sheets),
        ("boot", ".js"): (overrides / "behaviour/boot.js").read_text(encoding="utf-8"),
        ("modules", ".mjs"): module_script(modules),
        ("search", ".mjs"): (overrides / "components/search/engine.mjs").read_text(encoding="utf-8"),
    }
    return {stem: (named_by_content(stem, suffix, text), text) for (stem, suffix), text in texts.items()}


def named_by_content(stem: str, suffix: str, text: str) -> str:
    """The address of an asset; it changes with the text, so browsers may keep a copy for ever."""
    return f"assets/{stem}.{sha256(text.encode()).hexdigest()[:10]}{suffix}"
