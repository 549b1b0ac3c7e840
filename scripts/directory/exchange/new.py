"""A new person, asked for on the terminal; each answer is judged at once by the model that judges files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from datetime import date
from pathlib import Path as File
from typing import Final, NamedTuple

from records import quoted
from records.values import Path, Value

from directory.exchange.ids import Proposer
from directory.exchange.judging import FIXES, faults, no_organisation
from directory.exchange.merging import Data, put, value_at
from directory.exchange.people import everyone
from directory.exchange.questions import CLASS, PERSON, Question
from directory.exchange.rows import bad_id
from directory.gazetteer import plain
from directory.load import INSTRUCTORS, load_organisations

MOST_CLASSES: Final = 40


class Reason(NamedTuple):
    """Why an answer does not fit."""

    message: str
    fix: str


class Interview:
    """``ask`` shows a prompt and gives one line, or raises EOFError; ``say`` prints one."""

    def __init__(self, root: File, today: date, ask: Callable[[str], str], say: Callable[[str], None]) -> None:
        self.today, self.ask, self.say = today, ask, say
        self.data: Data = {}
        self.people = everyone(root)
        self.ids = {person.id for person in self.people}
        self.proposer = Proposer(root, self.ids)
        self.organisations = [one.id for one in load_organisations(root)[0]]

    def person(self) -> str:
        """The path of the new file, after all questions; ``data`` then has the values."""
        for question in PERSON:
            if not question.only_with or question.only_with in self.data:
                self._answer(question, ())
        for number in range(MOST_CLASSES):
            if not self._class(("classes", number)):
                break
        return f"{INSTRUCTORS}/{str(self.data['country']).lower()}/{self._id()}.yml"

    def _class(self, above: Path) -> bool:
        """Whether there was one more class."""
        title, *rest = CLASS
        if not self._answer(title, above):
            return False
        for question in rest:
            self._answer(question, above)
        if not value_at(self.data, (*above, "place")):
            put(self.data, (*above, "online"), "true")
        return True

    def _answer(self, question: Question, above: Path) -> bool:
        """Asks until the answer fits; False when it was left empty."""
        path = (*above, *question.path)
        choices = self.organisations if path == ("certified_by",) else question.choices
        while True:
            text = self.ask(_prompt(question, choices)).strip()
            if not text and not question.is_needed:
                return False
            value: Value = [word for word in re.split(r"[|,;\s]+", text) if word] if question.is_list else text
            reasons = list(self._reasons(path, value, choices))
            if not reasons:
                put(self.data, path, value)
                return True
            self._tell(reasons)

    def _tell(self, reasons: Sequence[Reason]) -> None:
        for reason in reasons:
            self.say(f"  {reason.message}\n  fix: {reason.fix}")

    def _reasons(self, path: Path, value: Value, choices: Sequence[str]) -> Iterator[Reason]:
        """Why ``value`` cannot stand at ``path``, beside the answers so far."""
        if not value:
            yield Reason("an answer is needed here: every entry has it", "write it, or stop with Ctrl-C and ask first")
            return
        trial = deepcopy(self.data)
        put(trial, path, value)
        _, found = faults(trial, (), self.today)
        here = (one for at, one in found if at[: len(path)] == path)
        yield from (Reason(one.message, FIXES.get(one.rule, one.fix)) for one in here)
        if path == ("certified_by",) and (reason := no_organisation(str(value), choices)):
            yield Reason(*reason[1:])

    def _id(self) -> str:
        """The id that the volunteer agrees to or writes; nobody else has it."""
        name, town = str(self.data["name"]), str(self.data["town"])
        same = [one.id for one in self.people if _key(one.text("name"), one.text("town")) == _key(name, town)]
        if same:
            self.say(f"  {name}, {town} is listed already, as {' and '.join(same)}; stop with Ctrl-C if it is the same")
        proposal = self.proposer.propose(name, town, str(self.data["country"]))
        while True:
            prompt = f"Id: the address of the page and of QR codes, which never changes (Enter for {proposal})"
            text = self.ask(prompt).strip() or proposal
            if not (reason := self._bad_id(text)):
                return text
            self._tell([reason])

    def _bad_id(self, text: str) -> Reason | None:
        if found := bad_id(text):
            return Reason(*found[1:])
        taken = Reason(f"{quoted(text)} is another person's", "add something that tells them apart")
        return taken if text in self.ids else None


def _prompt(question: Question, choices: Sequence[str]) -> str:
    several = " (several with | between them)" if question.is_list else ""
    lines = [question.words + several + ("" if question.is_needed or "Enter" in question.words else ", or Enter")]
    return "\n".join([*lines, f"  {' | '.join(choices)}"] if choices else lines)


def _key(name: str, town: str) -> tuple[str, str]:
    return plain(name), plain(town)
