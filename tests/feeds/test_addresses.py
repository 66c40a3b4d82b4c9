"""Connections: private addresses refused, and the address that was checked is the one connected to."""

import socket
from collections.abc import Iterable, Iterator
from contextlib import closing

import httpcore
import pytest

from dateline.feeds.addresses import Admitted, CheckedConnections, RefusedAddress, Resolve, is_public, resolve

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


def _connections(*allow: str, answers: Iterable[list[str]] = ()) -> CheckedConnections:
    """Connections whose look-ups give these answers, one after the other; without any, the system's."""
    given = iter(answers)
    look_up: Resolve = (lambda host, port: next(given)) if answers else resolve
    return CheckedConnections(Admitted(allow), 60.0, look_up)


def test_a_server_on_this_machine_is_not_connected_to(port: int) -> None:
    with pytest.raises(RefusedAddress, match="which is not on the public internet"):
        _connections().connect_tcp("localhost", port)


def test_a_host_that_lies_partly_elsewhere_is_refused(port: int) -> None:
    with pytest.raises(RefusedAddress, match="127.0.0.1"):
        _connections(answers=[["93.184.215.14", "127.0.0.1"]]).connect_tcp("news.example", port)


def test_a_name_is_looked_up_once_for_check_and_connection(port: int) -> None:
    connections = _connections("127.0.0.1", answers=[["127.0.0.1"], ["127.0.0.2"]])
    stream = connections.connect_tcp("news.example", port)
    assert stream.get_extra_info("server_addr") == ("127.0.0.1", port)
    stream.close()
    with pytest.raises(RefusedAddress, match="127.0.0.2"):
        connections.connect_tcp("news.example", port)


@pytest.mark.parametrize(
    ("named", "host", "address", "is_admitted"),
    [
        ("News.Intranet", "news.intranet", "10.1.2.3", True),
        ("news.intranet", "other.intranet", "10.1.2.3", False),
        ("10.0.0.0/8", "news.intranet", "10.1.2.3", True),
        ("10.0.0.0/8", "news.intranet", "192.168.1.1", False),
        ("::1", "localhost", "::1", True),
        ("10.0.0.0/8", "news.intranet", "no address", False),
    ],
)
def test_what_a_user_names_is_admitted_and_nothing_else(named: str, host: str, address: str, is_admitted: bool) -> None:
    assert Admitted([named])(host, address) == is_admitted


def test_a_second_address_is_tried_where_nobody_answers_at_the_first(port: int) -> None:
    connections = _connections("127.0.0.0/8", answers=[["127.0.0.2", "127.0.0.1"]])
    stream = connections.connect_tcp("news.example", port)
    assert stream.get_extra_info("server_addr") == ("127.0.0.1", port)
    stream.close()


def test_a_socket_of_this_machine_is_refused() -> None:
    with pytest.raises(RefusedAddress):
        _connections().connect_unix_socket("/run/some.sock")


def test_an_unknown_host_is_told() -> None:
    with pytest.raises(httpcore.ConnectError, match="no such host"):
        _connections(answers=[[]]).connect_tcp("news.example", 80)
