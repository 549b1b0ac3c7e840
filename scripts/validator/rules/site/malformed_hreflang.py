"""A link to a translation names a language that is none.

Search engines leave the link out.  A language is written as in BCP 47: `de`, `pt-BR`, `zh-Hant`, or `x-default`.

Bad:
    <link rel="alternate" hreflang="pt_BR" href="/pt/">

Good:
    <link rel="alternate" hreflang="pt-BR" href="/pt/">
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.languages import mended
from validator.project import Project
from validator.site import Site

CODE = "W408"
LEVEL = "error"


def check(site: Site, project: Project) -> Iterator[Finding]:
    for path, facts in sorted(site.pages.items()):
        for language, address in facts.alternates:
            if (better := mended(language)) is not None:
                fix = f"write {quoted(better)}" if better else "write its code, such as de or pt-BR"
                message = f"hreflang is {quoted(language)}, and no language has that code"
                yield Finding(site.place(facts, address), message, fix, language, path)
