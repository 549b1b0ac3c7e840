"""mkdocs.yml → what decides how pages are read and where they are published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import yaml

from validator.finding import Place
from validator.parse.mkdocs_yaml import Settings, place_of, places_of, value_of

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
NAMING_PLUGINS: Final = frozenset({"autorefs", "mkdocstrings", "macros", "roamlinks", "ezlinks", "alias", "xref"})


class NavEntry(NamedTuple):
    """One page or address in `nav`; `title` is empty where none is given.

    `path` is the file it stands in, where that is another one that mkdocs.yml inherits from.
    """

    target: str
    title: str
    place: Place
    path: str = ""


@dataclass(frozen=True)
class Config:
    """What the validator needs of mkdocs.yml; `plugins` are names, `places` the place of each top-level key."""

    site_url: str = ""
    docs_dir: str = "docs"
    site_dir: str = "site"
    theme: str = "mkdocs"
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
    named_files: tuple[NavEntry, ...] = ()
    """Files that settings name: `title` is the setting, such as "extra_css" or "hooks"."""
    redirects: Mapping[str, str] = field(default_factory=dict)
    """What the plugin mkdocs-redirects is told: the old page, and the new one or an address."""
    places: Mapping[str, Place] = field(default_factory=dict)

    @property
    def resolves_names(self) -> bool:
        """Whether a plugin finds the address of `[text][name]` for a name that the page does not define."""
        return any(name.rpartition("/")[2] in NAMING_PLUGINS for name in self.plugins)

    @property
    def adds_pages(self) -> bool:
        """Whether a plugin is there to write pages."""
        return any(name.rpartition("/")[2] in WRITING_PLUGINS for name in self.plugins)

    @property
    def arranges_nav(self) -> bool:
        """Whether a plugin may put pages into the menu that `nav` does not name."""
        return any(name not in SILENT_PLUGINS for name in self.plugins)

    @property
    def is_open_ended(self) -> bool:
        """Whether plugins or hooks may add pages and words that no file holds."""
        return bool(self.hooks) or any(name not in SILENT_PLUGINS for name in self.plugins)


WRITING_PLUGINS: Final = frozenset(
    {"gen-files", "blog", "api-autonav", "autoapi", "mkdoxy", "monorepo", "multirepo", "mkdocs-jupyter", "tags", "rss"}
    | {"include_dir_to_nav", "coverage", "swagger-ui-tag", "i18n", "projects", "print-site", "with-pdf", "same-dir"}
)
"""Plugins that write pages of their own."""
NAMED_FILES: Final = (("extra_css",), ("extra_javascript",), ("hooks",), ("theme", "logo"), ("theme", "favicon"))


def config_of(chain: list[Settings]) -> Config:
    """The configuration that a file and those it inherits from make together; the first weighs most."""
    given: Mapping[str, Any] = {}
    for settings in reversed(chain):
        given = _merged(given, settings.values)
    return _config(given, chain)


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """As MkDocs does: tables are merged name by name, everything else is replaced."""
    both = dict(below)
    for name, value in above.items():
        lower = both.get(name)
        both[name] = _merged(lower, value) if isinstance(lower, dict) and isinstance(value, dict) else value
    return both


def _config(given: Mapping[str, Any], chain: list[Settings]) -> Config:
    theme = given.get("theme")
    theme = theme if isinstance(theme, dict) else {"name": theme or "mkdocs"}
    extensions, settings = _extensions(given.get("markdown_extensions") or [])
    return Config(
        site_url=str(given.get("site_url") or ""),
        docs_dir=str(given.get("docs_dir") or "docs"),
        site_dir=str(given.get("site_dir") or "site"),
        theme=str(theme.get("name") or ""),
        custom_dir=str(theme.get("custom_dir") or ""),
        use_directory_urls=given.get("use_directory_urls", True) is not False,
        nav=tuple(_entries(chain, "nav")) if given.get("nav") else None,
        extensions=extensions,
        extension_settings=settings,
        plugins=tuple(_names(given.get("plugins", ["search"]))),
        hooks=tuple(map(str, given.get("hooks") or ())),
        exclude_docs=str(given.get("exclude_docs") or ""),
        draft_docs=str(given.get("draft_docs") or ""),
        not_in_nav=str(given.get("not_in_nav") or ""),
        absolute_links_are_docs=_links(given).get("absolute_links") == "relative_to_docs",
        named_files=tuple(_named_files(chain)),
        redirects=_redirects(given.get("plugins")),
        places=places_of(chain[0].node),
    )


def _links(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """The table `validation.links`, or an empty one."""
    validation = given.get("validation")
    links = validation.get("links") if isinstance(validation, dict) else None
    return links if isinstance(links, dict) else {}


def _entries(chain: list[Settings], *keys: str) -> Iterator[NavEntry]:
    """The texts below a setting of the first file that has it."""
    for settings in chain:
        node = settings.node
        for key in keys:
            node = value_of(node, key)
        if node is not None:
            yield from _nav(node, "" if settings is chain[0] else settings.path)
            return


def _names(given: Any) -> Iterator[str]:
    """Names of a list (or mapping) whose items are names or `name: settings`."""
    for item in given or ():
        yield from map(str, item) if isinstance(item, dict) else [str(item)]


def _redirects(plugins: Any) -> dict[str, str]:
    """The table `redirect_maps` of the plugin `redirects`."""
    pairs = plugins.items() if isinstance(plugins, dict) else _of_items(plugins)
    for name, settings in pairs:
        table = settings.get("redirect_maps") if name == "redirects" and isinstance(settings, dict) else None
        if isinstance(table, dict):
            return {str(old): str(new) for old, new in table.items()}
    return {}


def _of_items(plugins: Any) -> Iterator[tuple[Any, Any]]:
    for item in plugins if isinstance(plugins, list) else ():
        yield from item.items() if isinstance(item, dict) else ()


def _extensions(given: Any) -> tuple[tuple[str, ...], dict[str, Mapping[str, Any]]]:
    settings: dict[str, Mapping[str, Any]] = {}
    for item in given.items() if isinstance(given, dict) else given:
        pairs: list[tuple[Any, Any]] = list(item.items()) if isinstance(item, dict) else [(item, {})]
        pairs = [item] if isinstance(item, tuple) else pairs
        settings |= {str(name): value if isinstance(value, dict) else {} for name, value in pairs}
    names = dict.fromkeys([*DEFAULT_EXTENSIONS, *settings])
    return tuple(names), settings


def _nav(node: yaml.Node | None, path: str, title: str = "") -> Iterator[NavEntry]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _nav(item, path)
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _nav(value, path, str(name.value))
    elif isinstance(node, yaml.ScalarNode) and node.value and not node.tag.endswith(":null"):
        yield NavEntry(node.value, title, place_of(node), path)


def _named_files(chain: list[Settings]) -> Iterator[NavEntry]:
    for keys in NAMED_FILES:
        yield from (entry._replace(title=".".join(keys)) for entry in _entries(chain, *keys) if _is_file(entry))


def _is_file(entry: NavEntry) -> bool:
    """`{path: extra.mjs, type: module}` names a file, and a `type` besides."""
    return entry.title in ("", "path")
