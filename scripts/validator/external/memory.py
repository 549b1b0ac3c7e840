"""The verdicts of former runs and of this one, and when they are written down."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Final

from validator.external.cache import UnreadableCache, read_cache, write_cache
from validator.external.options import Options
from validator.external.outcome import Outcome
from validator.external.verdict import Verdict, is_fresh, judged

NEVER: Final = datetime.min.replace(tzinfo=UTC)
_SAVED_EVERY: Final = 2.0
"""Seconds; what is lost when a run is killed."""


class Memory:
    """What is known of each address, read once and written now and then."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._verdicts: dict[str, Verdict] = {}
        self._saved = time.monotonic()
        if options.cache:
            try:
                self._verdicts = read_cache(options.cache)
            except UnreadableCache as why:
                options.note(str(why))

    def fresh(self, address: str) -> Verdict | None:
        """The verdict of a former run, if it still holds."""
        options, known = self._options, self._verdicts.get(self._key(address))
        return known if known and is_fresh(known, options.now(), options.good_for, options.unsure_for) else None

    def asked_at(self, address: str) -> datetime:
        """When it was asked for last."""
        known = self._verdicts.get(self._key(address))
        return (known.checked if known else None) or NEVER

    def judge(self, address: str, outcome: Outcome) -> Verdict:
        """The verdict on what was said of `address` now, remembered if it says something of the address."""
        key = self._key(address)
        verdict = judged(address, outcome, self._verdicts.get(key), self._options.now())
        if not outcome.is_ours:
            self._verdicts[key] = verdict
        if time.monotonic() - self._saved > _SAVED_EVERY:
            self.save()
        return verdict

    def save(self) -> None:
        """Writes the file; a disk that does not let us is told and no more."""
        self._saved = time.monotonic()
        if not self._options.cache:
            return
        try:
            write_cache(self._options.cache, self._verdicts, self._options.now())
        except OSError as error:
            self._options.note(f"{self._options.cache} cannot be written ({error.strerror}); the next run starts anew")

    def _key(self, address: str) -> str:
        """Without its fragment, if nobody looks for that."""
        return address if self._options.fragments else address.partition("#")[0]
