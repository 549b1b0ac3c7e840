"""Which machines may be contacted: those that everyone can reach, and no other.

A page could lead the checker to the printer, the router or the keys of the computer it runs on; so only addresses that
the registries of IANA give to the public internet are ever connected to (iana-ipv4-special-registry,
iana-ipv6-special-registry).  The lists stand here because those of `ipaddress` differ from one Python to the next.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final

_CLOSED_4: Final = tuple(
    map(
        IPv4Network,
        (
            "0.0.0.0/8",  # this machine
            "10.0.0.0/8",
            "100.64.0.0/10",  # behind a provider's translation (CGNAT), and the metadata of some clouds
            "127.0.0.0/8",
            "169.254.0.0/16",  # link-local, and the metadata of most clouds
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",  # documentation, here and twice below
            "192.88.99.0/24",  # relays of 6to4
            "192.168.0.0/16",
            "198.18.0.0/15",  # benchmarks
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",  # multicast
            "240.0.0.0/4",  # reserved, and broadcast
        ),
    )
)
_OPEN_6: Final = IPv6Network("2000::/3")
_CLOSED_6: Final = tuple(
    map(
        IPv6Network,
        (
            "2001::/23",  # Teredo, ORCHID and other protocols
            "2001:db8::/32",  # documentation, here and below
            "2002::/16",  # 6to4: an IPv4 address in disguise
            "3fff::/20",
        ),
    )
)
_NAT64: Final = IPv6Network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether everyone can reach the machine with this IPv4 or IPv6 address; False for what is no address.

    Every form that hides an IPv4 address in an IPv6 one (mapped, compatible, 6to4, Teredo, NAT64) is not public.
    """
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv4Address):
        return not any(found in closed for closed in _CLOSED_4)
    return found.scope_id is None and found in _OPEN_6 and not any(found in closed for closed in _CLOSED_6)


def untranslated(address: str) -> str:
    """The IPv4 address in one of NAT64 (RFC 6052), which a network without IPv4 gives for each; others as they are.

    The sites that stand behind such answers are public, so it is the IPv4 address that is judged and connected to.
    """
    found = _parsed(address)
    if isinstance(found, IPv6Address) and found.scope_id is None and found in _NAT64:
        return str(IPv4Address(int(found) & 0xFFFFFFFF))
    return address


def is_number(host: str) -> bool:
    """Whether a host is the number of a machine, and no name."""
    return _parsed(host) is not None


def _parsed(address: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(address)
    except ValueError:
        return None
