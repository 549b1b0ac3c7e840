"""The name of a machine in an address: can everyone reach it, and does it look like what it is?"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from pydantic_core import PydanticCustomError

from records.characters import script
from records.fault import fault

_PRIVATE: Final = frozenset(
    {"localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp", "private"}
    | {"onion", "invalid", "test", "arpa"}
)
_MIXED_IN_ONE_WORD: Final = (
    frozenset({"CJK", "HIRAGANA", "KATAKANA", "IDEOGRAPHIC", "LATIN"}),
    frozenset({"CJK", "BOPOMOFO", "LATIN"}),
    frozenset({"CJK", "HANGUL", "LATIN"}),
)
"""Scripts that one language mixes (UTS #39, "highly restrictive")."""

_LOOK_LIKE_LATIN: Final = frozenset("асԁеһіјӏорԛѕԝхуъьҽпгѵѡαικνορτυχ")
_FOR_EXAMPLES: Final = ("example", "example.com", "example.net", "example.org")
_LABEL: Final = re.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
_NUMBERS: Final = re.compile(r"(0x[0-9a-f]*|[0-9]*)(\.(0x[0-9a-f]*|[0-9]*))*")


def check_host(host: str) -> str:
    """The host in lower case and NFC.  Raises a fault when it is not public, or looks like another one."""
    name = unicodedata.normalize("NFC", host.lower())
    labels = name.split(".")
    if name.startswith("[") or labels[-1].isdigit() or _NUMBERS.fullmatch(name):
        raise _unfit("this is the number of a machine, and not the name of a site", "write the name of the site")
    if len(labels) < 2 or labels[-1] in _PRIVATE:
        raise _unfit("nobody outside your own network can reach it", "write the address that others use")
    if name != (plain := unicodedata.normalize("NFKC", name)):
        raise _unfit("some of its letters are other shapes of plain letters", f"write {plain} in its place")
    plain = _ascii(name)
    if not all(_LABEL.fullmatch(label) for label in plain.split(".")):
        raise _malformed()
    if any(_deceives(label, labels[-1]) for label in labels):
        why = f"its letters come from alphabets that look alike; it is really {plain}"
        raise _unfit(why, f"write {plain} in its place, if that is the site you mean")
    return name


def is_for_examples(host: str) -> bool:
    """Whether ``host`` is kept for examples by RFC 2606 and RFC 6761, so that it belongs to nobody."""
    return any(host == name or host.endswith(f".{name}") for name in _FOR_EXAMPLES)


def host_of(address: str) -> str:
    """The host of an accepted web or e-mail address, without port."""
    after = address.split("://", 1)[1] if "://" in address else address.rsplit("@", 1)[-1]
    return re.split("[/?#:]", after)[0]


def _unfit(why: str, fix: str) -> PydanticCustomError:
    return fault("not-a-public-host", why, fix)


def _malformed() -> PydanticCustomError:
    why = "a part between its dots is empty, too long, or has a sign that names of sites cannot have"
    return _unfit(why, "copy it again from the bar of your browser")


def _ascii(name: str) -> str:
    """The name as computers send it, ``xn--…``."""
    try:
        return name if name.isascii() else name.encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise _malformed() from None


def _deceives(label: str, last: str) -> bool:
    """Mixed alphabets in one part, or a part of look-alikes before an ending in Latin letters."""
    if label.isascii():
        return False
    letters = [character for character in label if unicodedata.category(character)[0] == "L"]
    scripts = {script(character) for character in letters}
    if len(scripts) > 1 and not any(scripts <= mix for mix in _MIXED_IN_ONE_WORD):
        return True
    return bool(letters) and last.isascii() and set(letters) <= _LOOK_LIKE_LATIN
