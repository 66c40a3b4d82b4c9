"""Connections to the public internet alone: the address that is checked is the one that is connected to."""

import socket
import time
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

import httpcore

from dateline.feeds.deadline import Left, TimedStream

Resolve = Callable[[str, int], list[str]]
"""The addresses of a host and port."""


class RefusedAddress(httpcore.ConnectError):
    """A host that lies, at least in part, outside the public internet."""


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, as the system finds them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(written: str) -> bool:
    """Whether an address is one of the public internet; an IPv4 address within an IPv6 one is looked at itself."""
    try:
        address = ip_address(written)
    except ValueError:
        return False
    embedded = _embedded(address)
    return embedded.is_global and not (embedded.is_multicast or embedded.is_reserved or embedded.is_unspecified)


_TRANSLATED = int(IPv6Address("64:ff9b::")) >> 32


def _embedded(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 one leads to: mapped, 6to4, Teredo or NAT64."""
    if isinstance(address, IPv4Address):
        return address
    if int(address) >> 32 == _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    within = address.ipv4_mapped or address.sixtofour or (address.teredo and address.teredo[1])
    return within or address


class Admitted:
    """The public internet, and what a user names beside it: hosts, addresses or networks such as `10.0.0.0/8`."""

    def __init__(self, allow: Iterable[str] = ()) -> None:
        self._hosts = {each.lower() for each in allow}
        self._networks = [network for each in self._hosts if (network := _network(each))]

    def __call__(self, host: str, address: str) -> bool:
        return host.lower() in self._hosts or is_public(address) or self._is_named(address)

    def _is_named(self, written: str) -> bool:
        try:
            address = ip_address(written)
        except ValueError:
            return False
        return any(address in network for network in self._networks)


def _network(written: str) -> IPv4Network | IPv6Network | None:
    try:
        return ip_network(written, strict=False)
    except ValueError:
        return None


class CheckedConnections(httpcore.NetworkBackend):
    """Resolves a host, checks every address and connects to a checked one, so that no redirect or second look-up of the
    name can lead elsewhere; a connection has `seconds` from its beginning to its end.
    """

    def __init__(
        self,
        admitted: Callable[[str, str], bool],
        seconds: float,
        resolve: Resolve = resolve,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._admitted, self._seconds, self._resolve, self._clock = admitted, seconds, resolve, clock
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to an admitted address of the host; raises RefusedAddress where one of them is not."""
        left = Left(self._clock, self._seconds)
        for address in (addresses := self._checked(host, port)):
            try:
                stream = self._backend.connect_tcp(address, port, left(timeout), local_address, socket_options)
                return TimedStream(stream, left)
            except httpcore.ConnectError:
                if address == addresses[-1]:
                    raise
        raise httpcore.ConnectError(f"{host}: no such host")

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None
    ) -> httpcore.NetworkStream:
        """Never: a feed lies on no socket of this machine."""
        raise RefusedAddress(f"{path}: a socket of this machine")

    def _checked(self, host: str, port: int) -> list[str]:
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host}: no such host: {error}") from error
        if refused := [address for address in addresses if not self._admitted(host, address)]:
            raise RefusedAddress(f"{host} is {refused[0]}, which is not on the public internet")
        return addresses
