"""The day of a run."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def today() -> date:
    """Today in UTC; SOURCE_DATE_EPOCH sets it for runs that must come out the same."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).date()
