"""Addresses and numbers that belong to nobody, the only ones that a sample person may have.

A sample that rings a real telephone harms a real person, so the model checks each one.
"""

from __future__ import annotations

import re
from typing import Final

from records.hosts import host_of, is_for_examples

_NUMBERS: Final = re.compile(
    "|".join(
        (
            "441632960[0-9]{3}|442079460[0-9]{3}|447700900[0-9]{3}",  # Ofcom, numbers for drama use
            "1[2-9][0-9]{2}55501[0-9]{2}",  # NANPA, 555-0100 to 555-0199 in every area
            "61[2378](5550|7010)[0-9]{4}",  # ACMA, numbers for creative works
            "3532091[0-9]{5}",  # ComReg, 020 91X XXXX for drama use
            "33(19900|26191|35301|46571|53649|63998)[0-9]{4}",  # ARCEP decision 2018-0881, 2.5.12
            "49(3023125|6990009|4066969|2214710|8999998)[0-9]{3}",  # Bundesnetzagentur, Mitteilung 148/2021
            "4670174069[0-9]|4670174060[5-9]|467017406[1-8][0-9]",  # PTS, 070-174 06 05 to 070-174 06 99
        )
    )
)


def is_fiction_phone(phone: str) -> bool:
    """Whether a number in E.164 is kept for films and books by the regulator of its country."""
    return bool(_NUMBERS.fullmatch(re.sub("[^0-9]", "", phone)))


def is_fiction_address(address: str) -> bool:
    """Whether a web or e-mail address lies in a domain that is kept for examples."""
    return is_for_examples(host_of(address))
