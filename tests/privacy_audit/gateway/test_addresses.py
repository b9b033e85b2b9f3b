"""Addresses that lead back to this computer, its network or to many, in every dress."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy_audit.gateway.addresses import is_open_internet

OPEN = ["93.184.216.34", "1.1.1.1", "2606:4700:4700::1111", "2a00:1450:4009::200e"]
CLOSED = [
    "127.0.0.1", "127.255.255.254", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",  # noqa: S104 - an address to refuse
    "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "192.88.99.1",
    "::", "::1", "fe80::1", "fe80::1%eth0", "2606:4700:4700::1111%eth0", "fc00::1", "fd12::1", "ff02::1", "fec0::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1",
    "2002:7f00:1::", "2002:c0a8:101::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:db8::1", "100::1",
    "0x7f000001", "2130706433", "0177.0.0.1", "localhost", "", "127.1", " 1.1.1.1", "1.1.1.1:443", "[::1]",
]  # fmt: skip


@pytest.mark.parametrize("address", OPEN)
def test_the_open_internet(address: str) -> None:
    assert is_open_internet(address)


@pytest.mark.parametrize("address", CLOSED)
def test_everything_else(address: str) -> None:
    assert not is_open_internet(address)


@given(st.ip_addresses(v=4))
def test_a_disguised_address_is_judged_as_what_it_is(address: ipaddress.IPv4Address) -> None:
    assert is_open_internet(f"::ffff:{address}") == is_open_internet(str(address))


@given(st.text(max_size=40))
def test_any_text_is_judged(text: str) -> None:
    assert is_open_internet(text) in {True, False}
