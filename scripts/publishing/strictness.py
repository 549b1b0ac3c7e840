"""What a build says while it runs: every warning counts, however loud or quiet the command was told to be."""

from __future__ import annotations

import logging
from collections.abc import Collection

ENGINES = ("mkdocs", "properdocs")


class WarningCounter(logging.Handler):
    """Counts what strict mode counts."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


def listen(counter: WarningCounter, unsaid: Collection[str]) -> None:
    """Lets `counter` hear every engine; what the engine says of the pages in `unsaid` is for nobody."""
    for engine in ENGINES:
        logging.getLogger(engine).addHandler(counter)
        _be_strict_however_loud(engine)
        logging.getLogger(f"{engine}.commands.build").addFilter(lambda record: not _is_of(record, unsaid))


def _is_of(record: logging.LogRecord, pages: Collection[str]) -> bool:
    return any(page in record.getMessage() for page in pages)


def _be_strict_however_loud(engine: str) -> None:
    """With --quiet the engine's strict mode misses all warnings, with --verbose those about anchors; so mend both."""
    logger = logging.getLogger(engine)
    if logger.getEffectiveLevel() > logging.WARNING:
        logger.setLevel(logging.WARNING)
    logging.getLogger(f"{engine}.structure.pages").setLevel(max(logging.INFO, logger.getEffectiveLevel()))
