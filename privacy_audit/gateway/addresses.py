"""Which network addresses may be spoken to: those of the open internet, however they are disguised."""

import ipaddress
from typing import Final

# Python calls some of these global: they lead to a private address in another dress, or to many machines at once.
_DISGUISES: Final = tuple(
    ipaddress.ip_network(text)
    for text in (
        "64:ff9b::/96",  # NAT64 (RFC 6052)
        "64:ff9b:1::/48",  # NAT64 for local use (RFC 8215)
        "2002::/16",  # 6to4 (RFC 3056)
        "2001::/32",  # Teredo (RFC 4380)
        "::/96",  # IPv4-compatible (RFC 4291, given up)
        "fec0::/10",  # site-local (RFC 3879, given up)
        "192.88.99.0/24",  # relays of 6to4 (RFC 7526)
        "100.64.0.0/10",  # shared by a provider's customers (RFC 6598)
        "255.255.255.255/32",
    )
)


def is_open_internet(address: str) -> bool:
    """False for anything that is not a plain global address of one machine."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if "%" in address:  # an address with a zone is one of the own link
        return False
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped is not None:
        ip = ip.ipv4_mapped
    refused = ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_loopback or ip.is_link_local
    if refused or ip.is_private or not ip.is_global:
        return False
    return not any(ip.version == network.version and ip in network for network in _DISGUISES)
