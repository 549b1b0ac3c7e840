"""The few sentences that leave the site inside a contact, a calendar or a data file, where no page explains them."""

from __future__ import annotations

from typing import Final

INSTRUCTOR: Final = "Infant massage instructor"
"""What a person is, whether or not a certificate is good on the day of reading."""
TEACHES_PARENTS: Final = "Instructors teach parents how to massage their own baby. They give no medical care."
MADE_UP: Final = "This is a made-up sample, not a real person."
ONLINE: Final = "Online"
