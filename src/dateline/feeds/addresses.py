"""Connections to the public internet alone: the address that is checked is the one that is connected to."""

import socket
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address

import httpcore

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


class CheckedConnections(httpcore.NetworkBackend):
    """Resolves a host, checks every address and connects to a checked one, so that no redirect or second look-up of the
    name can lead elsewhere.

    `allowed` is for tests against a server on this machine; no setting reaches it.
    """

    def __init__(self, resolve: Resolve = resolve, allowed: Callable[[str], bool] = is_public) -> None:
        self._resolve, self._allowed = resolve, allowed
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to a public address of the host; raises RefusedAddress where one of them is not public."""
        address = self._checked(host, port)
        return self._backend.connect_tcp(address, port, timeout, local_address, socket_options)

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None
    ) -> httpcore.NetworkStream:
        """Never: a feed lies on no socket of this machine."""
        raise RefusedAddress(f"{path}: a socket of this machine")

    def _checked(self, host: str, port: int) -> str:
        try:
            addresses = self._resolve(host, port)
        except OSError as error:
            raise httpcore.ConnectError(f"{host}: no such host: {error}") from error
        if not addresses:
            raise httpcore.ConnectError(f"{host}: no such host")
        if refused := [address for address in addresses if not self._allowed(address)]:
            raise RefusedAddress(f"{host} is {refused[0]}, which is not on the public internet")
        return addresses[0]
