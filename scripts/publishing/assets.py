"""Components in folders → one stylesheet and one script for the browser, named by their content.

A component is `components/<name>/<name>.css` and `.mjs`; a module exports `start(root)`, called once for every element
with `data-module="<name>"`. Its other `.mjs` files are fetched when they are needed: they import each other as
`import { … } from "./<file>.mjs"`, and the one that no other imports becomes an asset of its own, `<name>/<file>`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import jinja2

_EXPORT: Final = re.compile(r"^export (?=function start\()", re.MULTILINE)
_IMPORT: Final = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+)\.mjs";', re.MULTILINE)
_EXPORT_WORD: Final = re.compile(r"^export (?=(?:async )?function|const)", re.MULTILINE)
_EXPORT_LIST: Final = re.compile(r"^export \{([^}]*)\};", re.MULTILINE)
_EXPORTED: Final = re.compile(r"^export (?:async )?(?:function|const) (\w+)", re.MULTILINE)
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
    }
    made = {stem: (named_by_content(stem, suffix, text), text) for (stem, suffix), text in texts.items()}
    return made | fetched_modules(overrides)


def fetched_modules(overrides: Path) -> dict[str, tuple[str, str]]:
    """`search/engine` → address and text, for every module of a component that is neither its main one nor imported.

    Each is one file with all that it imports, so that a phone on a slow network asks once.
    """
    paths = [path for path in sorted(overrides.glob("components/*/*.mjs")) if path.stem != path.parent.name]
    codes = {path: path.read_text(encoding="utf-8") for path in paths}
    imported = {path.with_stem(name) for path in paths for name in _imports(codes[path])}
    bundles = {f"{path.parent.name}/{path.stem}": bundle(path, codes) for path in paths if path not in imported}
    return {name: (named_by_content(name, ".mjs", text), text) for name, text in bundles.items()}


def bundle(path: Path, codes: Mapping[Path, str]) -> str:
    """The module at `path` after those that it imports, each in a function of its own. `codes` are the sources."""
    needed: dict[Path, None] = {}

    def need(module: Path) -> None:
        for name in _imports(codes[module]):
            need(module.with_stem(name))
            needed[module.with_stem(name)] = None

    need(path)
    return "\n".join([*(_wrapped(module, codes[module]) for module in needed), _with_locals(codes[path])])


def _imports(code: str) -> list[str]:
    return [name for _, name in _IMPORT.findall(code)]


def _wrapped(module: Path, code: str) -> str:
    names = [*_EXPORTED.findall(code), *(names.strip() for names in _EXPORT_LIST.findall(code))]
    body = _with_locals(_EXPORT_LIST.sub("", _EXPORT_WORD.sub("", code)))
    return f"const {_local(module.stem)} = (() => {{\n{body}\nreturn {{ {', '.join(names)} }};\n}})();"


def _with_locals(code: str) -> str:
    return _IMPORT.sub(lambda found: f"const {{{found[1]}}} = {_local(found[2])};", code)


def _local(stem: str) -> str:
    return f"module_{stem.replace('-', '_')}"


def named_by_content(stem: str, suffix: str, text: str) -> str:
    """The address of an asset; it changes with the text, so browsers may keep a copy for ever."""
    return f"assets/{stem}.{sha256(text.encode()).hexdigest()[:10]}{suffix}"
