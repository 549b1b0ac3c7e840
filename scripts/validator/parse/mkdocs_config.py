"""mkdocs.yml → what decides how pages are read and where they are published.

MkDocs's own loader runs what a file asks for (`!!python/name`); a validator of strange projects must not.  So names are
resolved only in packages that are made for MkDocs, and every other tag becomes the text it stands before.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, Final

import yaml

from validator.finding import Place

TRUSTED: Final = frozenset({"pymdownx", "markdown", "material", "materialx"})
DEFAULT_EXTENSIONS: Final = ("toc", "tables", "fenced_code")
SILENT_PLUGINS: Final = frozenset(
    {"search", "material/search", "social", "material/social", "offline", "material/offline", "privacy", "optimize"}
    | {"material/privacy", "material/optimize", "minify", "git-revision-date", "git-revision-date-localized", "typeset"}
    | {
        "git-authors",
        "git-committers",
        "glightbox",
        "mike",
        "redirects",
        "meta",
        "material/meta",
        "info",
        "table-reader",
    }
)
"""Plugins that add no pages and no words: with only these, what the files say is what readers get."""


@dataclass(frozen=True)
class NavEntry:
    """One page or address in `nav`; `title` is empty where none is given."""

    target: str
    title: str
    place: Place


@dataclass(frozen=True)
class Config:
    """What the validator needs of mkdocs.yml; `plugins` are names, `places` the place of each top-level key."""

    site_url: str = ""
    docs_dir: str = "docs"
    site_dir: str = "site"
    custom_dir: str = ""
    use_directory_urls: bool = True
    nav: tuple[NavEntry, ...] | None = None
    extensions: tuple[str, ...] = DEFAULT_EXTENSIONS
    extension_settings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    plugins: tuple[str, ...] = ("search",)
    hooks: tuple[str, ...] = ()
    exclude_docs: str = ""
    draft_docs: str = ""
    not_in_nav: str = ""
    absolute_links_are_docs: bool = False
    places: Mapping[str, Place] = field(default_factory=dict)

    @property
    def is_open_ended(self) -> bool:
        """Whether plugins or hooks may add pages and words that no file holds."""
        return bool(self.hooks) or any(name not in SILENT_PLUGINS for name in self.plugins)


class _Loader(yaml.SafeLoader):
    """Every tag it does not know becomes plain values."""


def _name(loader: _Loader, suffix: str, node: yaml.Node) -> Any:
    """`!!python/name:pymdownx.slugs.slugify`; what is not trusted becomes its name."""
    module, _, attribute = suffix.rpartition(".")
    if module.partition(".")[0] not in TRUSTED:
        return suffix
    try:
        return getattr(import_module(module), attribute)
    except (ImportError, AttributeError):
        return suffix


def _applied(loader: _Loader, suffix: str, node: yaml.Node) -> Any:
    """`!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}`."""
    made = _name(loader, suffix, node)
    given = loader.construct_mapping(node, deep=True) if isinstance(node, yaml.MappingNode) else {}
    return made(*given.get("args", ()), **given.get("kwds", {})) if callable(made) else suffix


def _environment(loader: _Loader, suffix: str, node: yaml.Node) -> Any:
    """`!ENV [NAME, default]`."""
    names = loader.construct_sequence(node) if isinstance(node, yaml.SequenceNode) else [node.value]
    values = [os.environ[name] for name in names if isinstance(name, str) and name in os.environ]
    return yaml.safe_load(values[0]) if values else (names[-1] if len(names) > 1 else None)


def _plain(loader: _Loader, suffix: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node, deep=True)
    return loader.construct_sequence(node, deep=True) if isinstance(node, yaml.SequenceNode) else node.value


_Loader.add_multi_constructor("tag:yaml.org,2002:python/name:", _name)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/object/apply:", _applied)
_Loader.add_multi_constructor("!ENV", _environment)
_Loader.add_multi_constructor("", _plain)


def read_config(text: str, parent: Mapping[str, Any] | None = None) -> Config:
    """The configuration; raises `yaml.YAMLError` (with a mark) or `ValueError` when `text` is none."""
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        given = loader.construct_document(node) if node else {}
    finally:
        loader.dispose()
    if not isinstance(given, dict):
        raise ValueError("the settings are written as `name: value` lines")
    return _config({**(parent or {}), **given}, node)


def _config(given: Mapping[str, Any], node: yaml.Node | None) -> Config:
    theme = given.get("theme")
    links = (given.get("validation") or {}).get("links") or {}
    extensions, settings = _extensions(given.get("markdown_extensions") or [])
    return Config(
        site_url=str(given.get("site_url") or ""),
        docs_dir=str(given.get("docs_dir") or "docs"),
        site_dir=str(given.get("site_dir") or "site"),
        custom_dir=str(theme.get("custom_dir") or "") if isinstance(theme, dict) else "",
        use_directory_urls=given.get("use_directory_urls", True) is not False,
        nav=tuple(_nav(_value(node, "nav"))) if given.get("nav") else None,
        extensions=extensions,
        extension_settings=settings,
        plugins=tuple(_names(given.get("plugins", ["search"]))),
        hooks=tuple(map(str, given.get("hooks") or ())),
        exclude_docs=str(given.get("exclude_docs") or ""),
        draft_docs=str(given.get("draft_docs") or ""),
        not_in_nav=str(given.get("not_in_nav") or ""),
        absolute_links_are_docs=isinstance(links, dict) and links.get("absolute_links") == "relative_to_docs",
        places=dict(_places(node)),
    )


def _names(given: Any) -> Iterator[str]:
    """Names of a list (or mapping) whose items are names or `name: settings`."""
    for item in given or ():
        yield from map(str, item) if isinstance(item, dict) else [str(item)]


def _extensions(given: Any) -> tuple[tuple[str, ...], dict[str, Mapping[str, Any]]]:
    settings: dict[str, Mapping[str, Any]] = {}
    for item in given.items() if isinstance(given, dict) else given:
        pairs: list[tuple[Any, Any]] = list(item.items()) if isinstance(item, dict) else [(item, {})]
        pairs = [item] if isinstance(item, tuple) else pairs
        settings |= {str(name): value if isinstance(value, dict) else {} for name, value in pairs}
    names = dict.fromkeys([*DEFAULT_EXTENSIONS, *settings])
    return tuple(names), settings


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs: list[tuple[yaml.Node, yaml.Node]] = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)


def _places(node: yaml.Node | None) -> Iterator[tuple[str, Place]]:
    for name, _ in node.value if isinstance(node, yaml.MappingNode) else []:
        yield str(name.value), _place(name)


def _place(node: yaml.Node) -> Place:
    return Place(node.start_mark.line + 1, node.start_mark.column + 1)


def _nav(node: yaml.Node | None, title: str = "") -> Iterator[NavEntry]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _nav(item)
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _nav(value, str(name.value))
    elif isinstance(node, yaml.ScalarNode) and node.value:
        yield NavEntry(node.value, title, _place(node))
