"""A preview compiles a template once; a saved change of it is never missed."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment
from pages.compiled import Compiled


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were compiled, in order."""
    texts: list[str] = []
    compile_ = Environment.compile

    def listening(self: Environment, source: str, *more: object) -> object:
        texts.append(source)
        return compile_(self, source, *more)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", listening)
    return texts


@pytest.mark.parametrize(
    ("builds", "drawn", "once"),
    [
        (["a {{ x }}", "a {{ x }}"], ["a 1", "a 1"], ["a {{ x }}"]),
        (["a {{ x }}", "b {{ x }}", "a {{ x }}"], ["a 1", "b 1", "a 1"], ["a {{ x }}", "b {{ x }}", "a {{ x }}"]),
    ],
    ids=["the same text", "a text that changes and changes back"],
)
def test_a_template_is_compiled_when_its_text_is_new(
    compiled: list[str], builds: list[str], drawn: list[str], once: list[str]
) -> None:
    known = Compiled()
    environments = [Environment(loader=DictLoader({"page.html": text}), bytecode_cache=known) for text in builds]
    assert [one.get_template("page.html").render(x=1) for one in environments] == drawn
    assert compiled == once
