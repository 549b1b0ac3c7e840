"""A preview of ten thousand people that starts and changes at once.

Pages are made when they are asked for, and the system tells of changed files, so that nobody has to look at ten
thousand of them twice a second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from watchdog import events
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

CHANGES = [events.FileModifiedEvent, events.FileCreatedEvent, events.FileDeletedEvent, events.FileMovedEvent]
"""Opening a file to read it is none."""
PAUSE: Final = 0.03
"""Seconds without another change after which a build begins: editors that save in several steps take less."""


class ChangeObserver(Observer):  # type: ignore[misc, valid-type]
    """Tells its handlers of changes of files, as soon as the system knows of them."""

    def schedule(self, event_handler: events.FileSystemEventHandler, path: str, **options: Any) -> ObservedWatch:
        watch: ObservedWatch = super().schedule(event_handler, path, **options, event_filter=CHANGES)
        return watch


def made_when_asked(app: WSGIApplication | None, make: Callable[[str], bool]) -> WSGIApplication:
    """`app`, but where it finds nothing, `make` may write the file for the path, and `app` is asked again.

    `app` is asked first, because it waits for a build that is under way.
    """

    if app is None:
        raise ValueError("the server that shows the preview answers nothing yet")

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        said: list[Any] = []

        def listen(*status_and_headers: Any) -> Any:
            said[:] = status_and_headers
            return lambda data: None

        body = app(environ, listen)
        if (
            said
            and said[0].startswith("404")
            and make(environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace"))
        ):
            return app(environ, start_response)
        start_response(*said)
        return body

    return answer
