"""Which machines may be contacted, and that odd spellings of the others do not help."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from validator.external.public import is_public, untranslated
from validator.external.target import NotFollowed, Target, target_of

PUBLIC = ["1.1.1.1", "9.9.9.9", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0"]
PUBLIC += ["198.17.255.255", "198.20.0.0", "223.255.255.255", "2606:4700::1111", "2001:200::1", "2a00::1"]

PRIVATE = ["0.0.0.0", "10.0.0.1", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.255.255.254", "169.254.169.254"]
PRIVATE += ["172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1"]
PRIVATE += ["198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255"]
PRIVATE += ["::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1", "64:ff9b:1::1"]
PRIVATE += ["100::1", "2001::1", "2001:10::1", "2001:20::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "5f00::1"]
PRIVATE += ["fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "2606:4700::1%1"]
PRIVATE += ["", "localhost", "127.1", "1.2.3.4.5", "example.com"]


@pytest.mark.parametrize("address", PUBLIC)
def test_everyone_can_reach_this_machine(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", PRIVATE)
def test_this_is_no_machine_for_everyone(address: str) -> None:
    assert not is_public(address)


addresses = st.one_of(
    st.ip_addresses(v=4),
    st.ip_addresses(v=6),
    st.integers(0, 2**32 - 1).map(lambda number: IPv6Address((0xFFFF << 32) | number)),
    st.integers(0, 2**32 - 1).map(lambda number: IPv6Address((0x2002 << 112) | (number << 80))),
)


@given(addresses)
def test_what_python_calls_private_is_never_public(address: IPv4Address | IPv6Address) -> None:
    """The lists of `ipaddress` grow with each Python; ours hold at least what they hold."""
    if is_public(str(address)):
        signs = (address.is_global, address.is_multicast, address.is_private, address.is_reserved, address.is_loopback)
        assert signs == (True, False, False, False, False)


@given(st.ip_addresses(v=4))
def test_an_address_of_nat64_is_judged_by_the_machine_behind_it(address: IPv4Address) -> None:
    translated = str(IPv6Address((0x64FF9B << 96) | int(address)))
    assert untranslated(translated) == str(address)
    assert not is_public(translated)


@given(addresses)
def test_other_addresses_are_as_they_are(address: IPv4Address | IPv6Address) -> None:
    assume(int(address) >> 32 != 0x64FF9B << 64)
    assert ip_address(untranslated(str(address))) == address


def spellings(address: IPv4Address) -> list[str]:
    """Ways of browsers to write the same machine."""
    number = int(address)
    first, rest = number >> 24, number & 0xFFFFFF
    return [
        str(address),
        f"{address}.",
        str(number),
        hex(number),
        f"{first}.{rest}",
        f"0x{first:x}.0{rest:o}",
        ".".join(f"0{part:o}" for part in address.packed),
        str(address).replace(".", "。"),
        "".join(f"%{ord(character):02x}" for character in str(address)),
        f"[::ffff:{address}]",
        f"[::ffff:{number >> 16:x}:{number & 0xFFFF:x}]",
        f"[64:ff9b::{address}]",
        f"[2002:{number >> 16:x}:{number & 0xFFFF:x}::]",
    ]


@given(st.one_of(*(st.ip_addresses(network=network) for network in ("127.0.0.0/8", "10.0.0.0/8", "169.254.0.0/16"))))
def test_no_spelling_of_a_private_machine_is_followed(address: IPv4Address) -> None:
    found = [target_of(f"http://user:password@{host}:8080/x") for host in spellings(address)]
    assert [one for one in found if isinstance(one, Target)] == []


NOT_FOLLOWED = [
    ("http://localhost/", "localhost is a name inside a network of one's own"),
    ("http://LOCALHOST./", "localhost. is a name inside a network of one's own"),
    ("http://a.localhost/", "a.localhost is a name inside a network of one's own"),
    ("http://printer.local/", "printer.local is a name inside a network of one's own"),
    ("http://router/", "router is a name inside a network of one's own"),
    ("http://box.home.arpa/", "box.home.arpa is a name inside a network of one's own"),
    ("https://www.example.org/", "www.example.org is kept for examples and tests"),
    ("https://a.test/", "a.test is kept for examples and tests"),
    ("http://[fd00::1]/", "fd00::1 is a private address"),
    ("file:///etc/passwd", "file: is no address of the web"),
    ("mailto:a@example.org", "mailto: is no address of the web"),
    ("http://", "it is no address"),
    ("/parents/", "it is no address"),
    ("", "it is no address"),
]


@pytest.mark.parametrize(("address", "reason"), NOT_FOLLOWED)
def test_this_is_not_followed(address: str, reason: str) -> None:
    found = target_of(address)
    assert isinstance(found, NotFollowed)
    assert found.reason == reason


def test_an_address_is_read_as_browsers_read_it_without_user_and_fragment() -> None:
    assert target_of("HTTPS://me:secret@Bücher.Zoo:8443/a b?q=é#c d") == Target(
        page="https://xn--bcher-kva.zoo:8443/a%20b?q=%C3%A9",
        scheme="https",
        host="xn--bcher-kva.zoo",
        port=8443,
        path="/a%20b?q=%C3%A9",
        fragment="c%20d",
    )
