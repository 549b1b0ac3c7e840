r"""One escaper for each grammar.  A person's words pass exactly one of them, where they are written out.

| Where the words go              | Function                          |
| ------------------------------- | --------------------------------- |
| vCard, iCalendar: TEXT          | ``content_text``, then ``content_lines`` |
| vCard, iCalendar: URI           | ``uri``                           |
| vCard, iCalendar: language tag  | ``token``                         |
| a ``.json`` file                | ``json_text``                     |
| JSON inside ``<script>``        | ``script_json``                   |
| a cell of a CSV file            | ``cell``; ``uncell`` on the way back |
| ``data:`` address               | ``data_uri``                      |

The loader refuses control characters, so none arrives here.  Should one come all the same (a caller that
builds people by hand), it is left out, because every grammar of lines can be broken with one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import quote

LINE_OCTETS: Final = 75
"""RFC 5545 §3.1, RFC 6350 §3.2: without the line end."""

_JSON: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_LINE_ENDS: Final = re.compile("\r\n|[\r\x85\u2028\u2029]")
_CONTROLS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_SHAPELESS: Final = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_UNSAFE: Final = re.compile("[\x00-\x1f\x7f\"#&'<>@\\[\\]^`{|}]")
_URI: Final = re.compile(r"[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]*")


def plain(text: str) -> str:
    r"""``text`` with ``\n`` as its only line end and without control characters or halves of characters."""
    if text.replace("\n", "").isprintable():
        return text
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))


def content_text(text: str) -> str:
    r"""A TEXT value: ``\ ; ,`` and line ends escaped."""
    safe = plain(text).replace("\\", "\\\\")
    return safe.replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def content_lines(lines: Iterable[str]) -> str:
    """Lines of vCard or iCalendar, folded, each with CRLF."""
    return "".join([f"{line if _is_short(line) else folded(line)}\r\n" for line in lines])


def _is_short(line: str) -> bool:
    return len(line) * 4 < LINE_OCTETS or (len(line) <= LINE_OCTETS and line.isascii())


def folded(line: str) -> str:
    """``line`` in pieces of at most 75 octets, cut between characters and never inside one."""
    octets = line.encode()
    pieces, start, room = [], 0, LINE_OCTETS
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(octets[start:end])
        start, room = end, LINE_OCTETS - 1
    return b"\r\n ".join([*pieces, octets[start:]]).decode() if pieces else line


def uri(text: str) -> str:
    """A web address in the letters of RFC 3986: a host in other letters as ``xn--…``, the rest in percent signs."""
    if _URI.fullmatch(text):
        return text
    scheme, slashes, rest = text.partition("://")
    host, slash, path = rest.partition("/")
    named = ".".join(_ascii_label(label) for label in host.split(".")) + slash + path
    return quote((scheme + slashes + named).encode("utf-8", "replace"), safe="._~:/?#[]@!$&'()*+,;=%-")


def _ascii_label(label: str) -> str:
    """``köln`` → ``xn--kln-sna``, without the mapping of IDNA 2003 that makes another site of ``straße``."""
    return label if label.isascii() or not label.isprintable() else f"xn--{label.encode('punycode').decode()}"


def token(text: str) -> str:
    """The letters, digits and hyphens of ``text``: all that a language tag has."""
    return re.sub("[^A-Za-z0-9-]", "", text)


def json_text(value: Any) -> str:
    """JSON on one line in the letters as written; only what has no shape, or only half of one, becomes an escape."""
    text = _JSON.encode(value)
    if text.isprintable():
        return text
    return _SHAPELESS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def script_json(value: Any) -> str:
    """JSON that is safe inside ``<script>``: nothing in it can end the element or open a comment."""
    return json_text(value).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def data_uri(text: str, mime: str) -> str:
    """``data:text/vcard;charset=utf-8,BEGIN:VCARD…`` for a link, so that a file costs no file on the host.

    It holds no quote, no ``&``, and no ``@`` for harvesters of addresses. Letters beyond ASCII stay as they are, which
    browsers send as UTF-8.
    """
    usual = text.replace("%", "%25").replace("\r\n", "%0D%0A").replace(" ", "%20").replace("\\", "%5C")
    return f"data:{mime};charset=utf-8,{_UNSAFE.sub(lambda sign: f'%{ord(sign[0]):02X}', usual)}"
