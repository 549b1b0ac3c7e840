"""Web addresses, e-mail addresses and telephone numbers that can be followed without harm.

Browsers and Python read addresses differently, and an address can be made to look like another; so only a
plain subset is accepted, which every program reads in the same way.  Sources: WHATWG URL, RFC 3986, UTS #39
§5, E.164.
"""

from __future__ import annotations

import re
from typing import Annotated, Final

from pydantic_core import PydanticCustomError

from records.characters import escaped, spoofs
from records.fault import FromText, fault
from records.hosts import check_host
from records.problem import quoted

LONGEST_URL: Final = 2000
LONGEST_EMAIL: Final = 254

_FORBIDDEN: Final = re.compile(r'[\s<>"\\^`{|}]')
_PARTS: Final = re.compile(r"(https?)://([^/?#]*)([^#]*)(#.*)?", re.IGNORECASE)
_LOCAL: Final = r"[A-Za-z0-9_%+'-]+(?:\.[A-Za-z0-9_%+'-]+)*"


def https_url(text: str) -> str:
    """``https://…`` with the scheme and the host in lower case.  Raises a fault for everything else."""
    scheme, rest = _split(text)
    if scheme == "http":
        raise _unfit("http:// can be read and changed on its way", f"write https://{rest}")
    return f"{scheme}://{rest}"


def web_url(text: str) -> str:
    """As ``https_url``, and ``http://`` addresses of old sites too."""
    scheme, rest = _split(text)
    return f"{scheme}://{rest}"


def _split(text: str) -> tuple[str, str]:
    """The scheme, and the rest with its host in lower case, of a web address that is safe to follow."""
    _check_characters(text)
    found = _PARTS.fullmatch(text)
    if not found:
        raise _unfit("a web address begins with https://", _with_scheme(text))
    scheme, host, rest = found[1].lower(), found[2], found[3] + (found[4] or "")
    if "@" in host:
        real = host.rsplit("@", 1)[1]
        raise _unfit(f"what stands before @ hides that it leads to {quoted(real)}", f"write {scheme}://{real}{rest}")
    if re.search("%(?![0-9A-Fa-f]{2})", rest):
        raise _unfit('after "%" two digits of a code must follow', "copy it again from the bar of your browser")
    name, port = _port(host)
    return scheme, f"{check_host(name)}{port}{rest}"


def _check_characters(text: str) -> None:
    """Refuses what a reader cannot see, what programs read in different ways, and far too much."""
    if len(text) > LONGEST_URL:
        why = f"it has {len(text)} characters, and at most {LONGEST_URL} are safe"
        raise _unfit(why, "link to a page with a shorter address")
    for offset, what in spoofs(text.replace("\t", " ").replace("\n", " ")):
        why = f"{what} ({escaped(text[offset])}) stands in it"
        raise fault("hidden-character", why, "copy the address again, by hand if need be")
    if bad := _FORBIDDEN.search(text):
        fix = "write %20 in its place" if bad[0] == " " else "delete it, or copy the address again"
        raise _unfit(f"it has {quoted(bad[0])} in it, which addresses cannot hold", fix)


def _with_scheme(text: str) -> str:
    bare = re.fullmatch(r"(?://)?((?:[\w-]+\.)+[\w-]+(?:/.*)?)", text)
    return f"write https://{bare[1]}" if bare else "copy it from the bar of your browser, from https:// on"


def _port(host: str) -> tuple[str, str]:
    name, colon, port = host.partition(":")
    if not colon or host.startswith("["):
        return host, ""
    if not re.fullmatch("[1-9][0-9]{0,4}", port) or int(port) > 65535:
        raise _unfit(f'after ":" stands {quoted(port)}, which is no port', f"write {name} without it")
    return name, f":{port}"


def _unfit(why: str, fix: str) -> PydanticCustomError:
    return fault("not-a-web-address", why, fix)


def email(text: str) -> str:
    """``name@domain``: one plain address, no display name, no quotes; the domain in lower case."""
    found = re.fullmatch(f"({_LOCAL})@([^@\\s]+)", text)
    if not found or len(found[1]) > 64 or len(text) > LONGEST_EMAIL:
        inside = re.fullmatch(rf"\s*(?:mailto:|[^<>@]*<)?({_LOCAL}@[A-Za-z0-9.-]+)>?\s*", text[:LONGEST_EMAIL])
        fix = f"write {inside[1]}" if inside and inside[1] != text else "write it like anna@example.org"
        raise fault("not-an-email", "an e-mail address is name@domain and nothing else", fix)
    for offset, what in spoofs(text):
        raise fault("hidden-character", f"{what} ({escaped(text[offset])}) stands in it", "type it again by hand")
    return f"{found[1]}@{check_host(found[2])}"


def phone(text: str) -> str:
    """``+44 1632 960123``: E.164 with single spaces, kept as written."""
    digits = re.sub("[^0-9]", "", text)
    if re.fullmatch(r"\+[1-9][0-9]*(?: [0-9]+)*", text) and 7 <= len(digits) <= 15:
        return text
    why = "a number that can be called from everywhere is +, country, number"
    raise fault("not-a-phone-number", why, _meant_phone(text))


def _meant_phone(text: str) -> str:
    """The same number in international form, when its country can be seen."""
    bare = text[:40].strip().removeprefix("tel:").replace("(0)", "")
    bare = re.sub("^00(?=[1-9])", "+", bare)
    groups = re.findall("[0-9]+", bare)
    if re.fullmatch(r"\+[1-9][0-9 ./()-]*", bare) and 7 <= len("".join(groups)) <= 15:
        return f"write +{' '.join(groups)}"
    if re.fullmatch("0[1-9][0-9 ./()-]*", bare):
        return "put + and the code of the country in place of the first 0, like +44 1632 960123"
    return "write it like +44 1632 960123"


HttpsUrl = Annotated[str, FromText(https_url, {"type": "string", "pattern": "^https://", "maxLength": LONGEST_URL})]
WebUrl = Annotated[str, FromText(web_url, {"type": "string", "pattern": "^https?://", "maxLength": LONGEST_URL})]
Email = Annotated[
    str, FromText(email, {"type": "string", "pattern": "^[^@\\s]+@[^@\\s]+$", "maxLength": LONGEST_EMAIL})
]
Phone = Annotated[
    str,
    FromText(phone, {"type": "string", "pattern": "^\\+[1-9][0-9]*( [0-9]+)*$", "examples": ["+44 1632 960123"]}),
]
