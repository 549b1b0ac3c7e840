"""Door: what a person types → the validator → a report and an exit code.  ``python scripts/validate.py --help``.

Exit 0 clean, 1 errors were found, 2 it could not run.
"""

from __future__ import annotations

import sys
from pathlib import Path

from records.door import guarded
from validator.command import run

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """The exit code.  Whatever happens, the user sees a sentence and no traceback."""
    return guarded(lambda: run(sys.argv[1:], ROOT), "validate", "stopped; the report is not complete")


if __name__ == "__main__":
    sys.exit(main())
