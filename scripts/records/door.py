"""How a command of this project runs and ends: an exit code and, when it could not run, a sentence.  Never a traceback.

Exit 0 clean, 1 problems were found, 2 it could not run.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from typing import Final, NoReturn

CLEAN: Final = 0
PROBLEMS: Final = 1
COULD_NOT_RUN: Final = 2


class CouldNotRun(Exception):  # noqa: N818 - an answer to the user
    """Nothing was done; the first part says why, the second what to do."""

    def __init__(self, why: str, fix: str) -> None:
        super().__init__(why, fix)
        self.why, self.fix = why, fix


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, and where the help is."""

    def error(self, message: str) -> NoReturn:
        """Exit 2, with the reason on standard error."""
        self.exit(COULD_NOT_RUN, f"{message}\n    fix: see {self.prog} --help\n")


def guarded(run: Callable[[], int], name: str, stopped: str = "stopped; nothing was changed") -> int:
    """The exit code of `run`.  Whatever happens, the user of the command `name` sees a sentence."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = run()
        sys.stdout.flush()
        return code
    except CouldNotRun as reason:
        return stop(reason.why, reason.fix)
    except EOFError:
        return stop("the answers ended before the last question; nothing was changed", "answer all of them")
    except KeyboardInterrupt:
        return stop(stopped, "start again when you like")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return COULD_NOT_RUN
    except OSError as error:
        return stop(f"{error.filename or 'a file'}: {error.strerror or error}", "check the disk and the file's rights")
    except Exception:
        return stop("this is a fault of the tool, and not yours", f"report it with the file {_log(name)}")


def stop(why: str, fix: str) -> int:
    """Says on standard error why nothing was done."""
    print(f"{why}\n    fix: {fix}", file=sys.stderr)
    return COULD_NOT_RUN


def _log(name: str) -> str:
    """The name of a file with the traceback, for whoever mends the tool."""
    with tempfile.NamedTemporaryFile("w", prefix=f"{name}-", suffix=".log", delete=False, encoding="utf-8") as file:
        traceback.print_exc(file=file)
    return file.name
