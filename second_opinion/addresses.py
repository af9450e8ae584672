"""Which network addresses may be called: those of the open internet, unless the operator set it otherwise."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

LookUp = Callable[[str, int], Awaitable[Sequence[str]]]
"""From a name and a port to the addresses behind it."""

_OPEN_SIX = ip_network("2000::/3")


class PrivateAddressError(Exception):
    """The name leads into a private network, to this machine or to nowhere in particular."""


async def look_up(host: str, port: int) -> list[str]:
    """Ask the system; raises OSError if nobody knows the name."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def is_public(address: str) -> bool:
    """Whether anybody on the internet would reach the same machine there."""
    number = ip_address(address)
    public = number.is_global and not number.is_multicast
    return public and (isinstance(number, IPv4Address) or _is_plain(number))


def _is_plain(number: IPv6Address) -> bool:
    """6to4 and Teredo carry another address within, which may be a private one; NAT64 lies outside of 2000::/3."""
    return number in _OPEN_SIX and number.sixtofour is None and number.teredo is None


async def allowed(host: str, port: int, look_up: LookUp, *, private: bool) -> Sequence[str]:
    """Look the name up, once; a single address that is not public makes the name refused."""
    addresses = await look_up(host, port)
    if not addresses:
        raise OSError(f"no address is known for {host}")
    if not private and not all(map(is_public, addresses)):
        raise PrivateAddressError(host)
    return addresses
