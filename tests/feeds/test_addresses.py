"""Connections: private addresses refused, and the address that was checked is the one connected to."""

import socket
from collections.abc import Iterator
from contextlib import closing

import httpcore
import pytest

from dateline.feeds.addresses import CheckedConnections, RefusedAddress, is_public

REFUSED = (
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "224.0.0.1", "100.64.0.1",
    "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "64:ff9b::7f00:1", "2002:7f00:1::", "fe80::1%eth0", "no address",
)  # fmt: skip


@pytest.fixture
def port() -> Iterator[int]:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        yield server.getsockname()[1]


@pytest.mark.parametrize("address", REFUSED)
def test_an_address_off_the_public_internet_is_refused(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"])
def test_a_public_address_is_not(address: str) -> None:
    assert is_public(address)


def test_a_server_on_this_machine_is_not_connected_to(port: int) -> None:
    with pytest.raises(RefusedAddress, match="which is not on the public internet"):
        CheckedConnections().connect_tcp("localhost", port)


def test_a_host_that_lies_partly_elsewhere_is_refused(port: int) -> None:
    connections = CheckedConnections(lambda host, port: ["93.184.215.14", "127.0.0.1"])
    with pytest.raises(RefusedAddress, match="127.0.0.1"):
        connections.connect_tcp("news.example", port)


def test_a_name_is_looked_up_once_for_check_and_connection(port: int) -> None:
    answers = iter([["127.0.0.1"], ["127.0.0.2"]])
    connections = CheckedConnections(lambda host, port: next(answers), lambda address: address == "127.0.0.1")
    stream = connections.connect_tcp("news.example", port)
    assert stream.get_extra_info("server_addr") == ("127.0.0.1", port)
    stream.close()
    with pytest.raises(RefusedAddress, match="127.0.0.2"):
        connections.connect_tcp("news.example", port)


def test_a_socket_of_this_machine_is_refused() -> None:
    with pytest.raises(RefusedAddress):
        CheckedConnections().connect_unix_socket("/run/some.sock")


def test_an_unknown_host_is_told() -> None:
    with pytest.raises(httpcore.ConnectError, match="no such host"):
        CheckedConnections(lambda host, port: []).connect_tcp("news.example", 80)
