"""Door: MkDocs events → the packages beside this file. The only module that imports MkDocs.

A build is made in a folder of its own and takes the place of the old site only when it is sound, so a build that fails
leaves the old site whole. Everything is loaded in `on_config`, because `mkdocs serve` reloads no module.
"""

from __future__ import annotations

import gc
import logging
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Final
from urllib.parse import urlsplit

import jinja2
from directory.gazetteer import TABLE as TOWNS
from directory.load import Memory, load
from directory.outlines import TABLE as OUTLINES
from directory.outlines import read_outlines
from directory.outputs.addresses import whole
from directory.outputs.escape import script_json
from directory.outputs.finder.tables import FinderTables
from directory.outputs.profile import Setting
from directory.outputs.shell import Shell, mark
from directory.outputs.site import DirectorySite
from directory.outputs.wording import Wording
from directory.parallel import meanwhile
from directory.samples import published_samples
from evidence.references import Reference
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from pages import evidence_page
from pages.boxes import insert_contents, lost_mark
from pages.build import Build, load_build
from pages.compiled import Compiled
from pages.components import Components, filters, locale_of
from pages.drawings import name_drawing
from pages.dress import dress, not_found, with_safety_box
from pages.front_matter import FrontMatter, read_front_matter
from pages.structured_data import page_data
from publishing.assets import make_assets
from publishing.listings import add_to_search, add_to_sitemap
from publishing.policy import meta_policy
from publishing.preview import PAUSE, ChangeObserver, made_when_asked
from publishing.replace import Published, publish, stage
from publishing.soundness import complete, look_at
from publishing.strictness import WarningCounter, listen
from records.day import today
from records.source import Source

_BLANK_LINES: Final = re.compile(r"\n\s*\n")
log = logging.getLogger("mkdocs.hooks.site")
ROOT: Final = Path(__file__).resolve().parent.parent
OVERRIDES: Final = ROOT / "overrides"
FINDER: Final = "instructors/index.md"
SHELLS: Final = {"instructors/shell.md": 2, "instructors/shell/3.md": 3, "instructors/shell/3/4.md": 4}
"""Stand-in pages that the theme renders once, by the depth of the pages made from them."""
SHELL_PAGE: Final = f"""---
title: {mark("title")}
description: {mark("description")}
template: instructor.html
shell: true
search: {{exclude: true}}
---
"""


@dataclass
class Run:
    """One run of a command; `mkdocs serve` makes many builds in it."""

    command: str = "build"
    site: Path | None = None
    staging: Path | None = None
    published: Published | None = None
    warnings: WarningCounter = field(default_factory=WarningCounter)
    build: Build | None = None
    directory: DirectorySite | None = None
    finder: FinderTables = field(default_factory=lambda: FinderTables((ROOT / TOWNS).parent))
    shells: dict[int, Shell] = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)
    compiled: Compiled = field(default_factory=Compiled)


run = Run()


def _current() -> Build:
    if run.build is None:
        raise PluginError("the build was not configured; start it with `mkdocs build` or `mkdocs serve`")
    return run.build


# Starting and ending --------------------------------------------------------------------------------------------------


def on_startup(*, command: str, dirty: bool) -> None:
    run.command = command
    gc.disable()  # a build is short, and looking for garbage among ten thousand people takes a tenth of it
    listen(run.warnings, unsaid=SHELLS)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    run.warnings.count = 0
    run.build, problems = load_build(ROOT, Path(config.docs_dir), config.theme["language"])
    if run.build is None:
        raise PluginError("\n".join(str(problem) for problem in problems))
    chapter = run.build.chapter
    config.site_name, config.site_description = chapter.name, chapter.description
    if chapter.repository:
        config.repo_url = str(chapter.repository)
        config.edit_uri = config.edit_uri or "edit/main/docs/en/"
    if run.command != "serve":
        config.site_url = str(chapter.address)
        run.site = Path(config.site_dir)
        run.staging = run.site.with_name(f".{run.site.name}-{os.getpid()}")
        config.site_dir = str(run.staging)
    run.directory = _directory(run.build, config)
    return config


def _directory(build: Build, config: MkDocsConfig) -> DirectorySite:
    people, problems = load(ROOT, today(), run.memory if run.command == "serve" else None)
    for problem in (*problems, *published_samples(people, build.chapter.address)):
        log.log(logging.WARNING if problem.level == "error" else logging.INFO, str(problem))
    language, words = config.theme["language"], build.directory_words
    components = Components(OVERRIDES, language, words=words, site_words=build.words, assets=build.assets)
    wording = Wording(words, str(locale_of(language)))
    chapter = build.chapter
    setting = Setting(config.site_url or "", chapter.name, chapter.email, chapter.repository or "", wording)
    finder, outlines = meanwhile(run.finder.files, people), read_outlines(ROOT / OUTLINES)
    return DirectorySite(people, setting, components.draw, components.parts, finder, outlines)


def on_post_build(*, config: MkDocsConfig) -> None:
    kept = _write_directory(Path(config.site_dir), config.site_url or "") if run.command != "serve" else []
    if run.staging and run.site and not (config.strict and run.warnings.count):
        (run.staging / "sitemap.xml.gz").unlink(missing_ok=True)  # hosts compress by themselves; this one differs daily
        if "VALIDATE" in os.environ:
            _validate(run.staging, run.site, kept)
        run.published = publish(run.staging, run.site, kept)


def _validate(built: Path, site: Path, kept: list[str]) -> None:
    """Stops the build, and so keeps the old site, when the validator finds an error; `make site` asks for this."""
    complete(built, site, kept)
    is_sound, report = look_at(built, site, ROOT)
    if not is_sound:
        raise PluginError(report)
    print(report)


def _write_directory(built: Path, address: str) -> list[str]:
    """Writes the directory's part of the site; the names of the files that the site holds already as they are."""
    directory, site = run.directory, run.site or built
    if directory is None or len(run.shells) < len(SHELLS):
        return []
    kept = directory.write(run.shells, lambda files: stage(files, built, site))
    add_to_sitemap(built, [(whole(page.path, address), page.changed) for page in directory.addresses()])
    add_to_search(built, [(page.path, page.title, page.text) for page in directory.searched()])
    add_to_search(built, evidence_page.searched(_current().evidence))
    return kept


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """The directory's pages are made when they are asked for; and the system tells of changes, so nothing is polled."""
    site, base = Path(config.site_dir), urlsplit(config.site_url or "/").path
    server.set_app(made_when_asked(server.get_app(), lambda path: _make(path.removeprefix(base), site)))
    watched = [config.docs_dir, *filter(None, [config.config_file_path])]
    for path in watched:
        server.unwatch(path)
    server.observer, server.build_delay = ChangeObserver(), PAUSE
    for path in watched:
        server.watch(path)
    gc.freeze()  # what the first build made is here to stay
    gc.enable()
    return server


def _make(path: str, site: Path) -> bool:
    """Writes the directory's file for an address below `site`; whether there is one."""
    name = f"{path}index.html" if path.endswith("/") else path
    text = run.directory.file(name, run.shells) if run.directory else None
    if text is not None:
        stage([(name, text.encode())], site, site)
    return text is not None


def on_shutdown() -> None:
    gc.freeze()  # or the end of Python looks for garbage among all people once more, which takes a second
    if run.staging:
        shutil.rmtree(run.staging, ignore_errors=True)
    if run.published and run.site:
        print(run.published.summary(os.path.relpath(run.site), run.warnings.count))


# Files ----------------------------------------------------------------------------------------------------------------


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    build = _current()
    theme = _take_theme_files(files, config)
    made = make_assets(OVERRIDES, theme["stylesheet"].content_string, chapter=build.chapter)
    build.assets |= {name: uri for name, (uri, _) in made.items()}
    build.assets["search_worker"] = theme["search_worker"].dest_uri
    generated = {**dict(made.values()), **evidence_page.files(build.evidence, config.site_url or "")}
    for uri, text in generated.items():
        files.append(File.generated(config, uri, content=text))
    for uri in SHELLS:
        files.append(File.generated(config, uri, content=SHELL_PAGE, inclusion=InclusionLevel.NOT_IN_NAV))
    return files


def _take_theme_files(files: Files, config: MkDocsConfig) -> dict[str, File]:
    """Material's stylesheet and search worker; of its other files only the search's word lists may be published."""
    kept: dict[str, File] = {}
    for file in [file for file in files if file.src_dir and Path(file.src_dir) != Path(config.docs_dir)]:
        path = PurePosixPath(file.src_uri)
        if path.match("assets/stylesheets/main.*.css"):
            kept["stylesheet"] = file
        if path.match("assets/javascripts/workers/search.*.js"):
            kept["search_worker"] = file
        elif config.theme["language"] == "en" or "lunr" not in path.parts:
            files.remove(file)
    return kept


# Pages ----------------------------------------------------------------------------------------------------------------


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    build, uri = _current(), page.file.src_uri
    if uri in SHELLS:
        return markdown
    known = build.known(today())
    front_matter, problems = read_front_matter(_source(page, config), known)
    for problem in problems:
        log.warning(str(problem))
    if front_matter is None:
        return markdown
    build.pages[uri] = front_matter
    return with_safety_box(build, markdown, front_matter.safety_box, depth=uri.count("/"))


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    build = _current()
    if page.file.src_uri in SHELLS:
        page.canonical_url = mark("address")
        return context | {"structured_data": Markup(mark("data"))}
    _dress(build, page, config)
    front_matter = build.pages.get(page.file.src_uri)
    if front_matter is None:
        return context
    trail = _trail(page)
    steps = [(step["title"], f"{config.site_url}{step['url']}") for step in trail]
    data = page_data(build.chapter, front_matter, page.canonical_url or "", steps)
    return context | {
        "record": front_matter,
        "author": build.chapter.team[front_matter.author],
        "trail": trail,
        "references": _references(build, page.file.src_uri, front_matter),
        "structured_data": Markup(script_json(data)),
    }


def _references(build: Build, uri: str, front_matter: FrontMatter) -> list[Reference]:
    if uri == evidence_page.SOURCE:
        return evidence_page.sources(build.evidence, front_matter.references)
    return build.evidence.references_for(front_matter.claims, front_matter.references)


def _dress(build: Build, page: Page, config: MkDocsConfig) -> None:
    sections = page.toc.items[0].children if page.toc.items and not page.is_homepage else []
    page.content = dress(build, page.content or "", page.url, sections)
    if page.file.src_uri == FINDER and run.directory:
        overview = run.directory.overview(page.url, build.chapter.country)
        page.content = insert_contents(page.content, overview)
    if problem := lost_mark(page.content, _source(page, config)):
        log.warning(str(problem))


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    depth = SHELLS.get(page.file.src_uri)
    if depth is None:
        return output
    run.shells[depth] = Shell.of_page(_BLANK_LINES.sub("\n", output))
    return ""  # an empty page is not written


def _source(page: Page, config: MkDocsConfig) -> Source:
    path = (Path(config.docs_dir) / page.file.src_uri).relative_to(ROOT).as_posix()
    return Source(path, page.file.content_string.replace("\r\n", "\n"))


def _trail(page: Page) -> list[dict[str, str]]:
    """The pages from the start page to this one; a section counts when its folder has a page of its own."""
    steps = [page]
    section = page.parent
    while section is not None:
        first = next((child for child in section.children if isinstance(child, Page) and child.is_index), None)
        if first and first is not page:
            steps.insert(0, first)
        section = section.parent
    trail = [{"title": str(step.title), "url": step.url} for step in steps]
    return trail if page.is_homepage else [{"title": _current().chapter.name, "url": ""}, *trail]


# Templates ------------------------------------------------------------------------------------------------------------


def on_env(env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    build = _current()
    env.autoescape, env.bytecode_cache = _is_ours, run.compiled
    env.filters.update(filters(config.theme["language"]))
    env.globals.update(
        chapter=build.chapter,
        words=build.words,
        directory_words=build.directory_words,
        assets=build.assets,
        policy=meta_policy() if run.command != "serve" else "",  # live reload needs its inline script
        drawing=lambda path: Markup(name_drawing(build.drawing(path) or "<svg>")),
        quick_links=_links(config.extra["quick_links"], files),
        footer_links=_links(config.extra["footer_links"], files),
        lean_links=_links(config.extra["lean_links"], files),
        not_found=Markup(not_found(build, _addresses(config, files))),
    )
    return env


def _is_ours(template: str | None) -> bool:
    """Our templates escape what they print; Material's are written for an environment that does not."""
    return template is not None and (OVERRIDES / template).is_file()


def _links(uris: list[str], files: Files) -> list[dict[str, str]]:
    links = []
    for uri in uris:
        file = files.get_file_from_path(uri)
        if file is None or file.page is None:
            log.warning(
                f'mkdocs.yml: "{uri}" stands in quick_links, lean_links or footer_links, but there is no such page'
            )
        else:
            links.append({"title": str(file.page.title), "url": file.url})
    return links


def _addresses(config: MkDocsConfig, files: Files) -> dict[str, str]:
    """Where each page stands on its host: `/babies/relief/`, or `/sub/babies/relief/` for a site in a folder."""
    base = "/" + (config.site_url or "///").split("/", 3)[-1]
    return {file.src_uri: base + ("" if file.url == "./" else file.url) for file in files.documentation_pages()}
