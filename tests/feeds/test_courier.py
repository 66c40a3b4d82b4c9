"""Pages fetched from a server of the test's own: politely, within limits, and never off the public internet."""

import gzip
import socket
import zlib
from contextlib import closing

import pytest

from dateline.errors import UnreachablePage
from dateline.feeds.addresses import Admitted, CheckedConnections
from dateline.feeds.client import Client
from dateline.feeds.courier import PATIENCE, Courier
from dateline.feeds.pace import Pace
from tests.feeds.web import Time, Web

LARGEST = 100_000
PAGE = b"<p>Rebels shelled the harbour.</p>"


def _courier(time: Time, *allow: str, connections: CheckedConnections | None = None) -> Courier:
    checked = connections or CheckedConnections(Admitted(allow), 60.0)
    client = Client("dateline/9 (https://project.example)", checked, LARGEST)
    return Courier(client, Pace(5.0, time.clock, time.sleep), time.clock)


@pytest.fixture
def courier(time: Time) -> Courier:
    """One who may go to the server of the test."""
    return _courier(time, "127.0.0.1")


def _refusal(courier: Courier, url: str) -> UnreachablePage:
    with pytest.raises(UnreachablePage) as told:
        courier.fetch(url)
    assert told.value.where == url
    return told.value


def test_a_page_is_asked_for_under_our_name(web: Web, courier: Courier) -> None:
    web.put("/a", PAGE)
    assert courier.fetch(web.url("/a")).body == PAGE
    assert web.headers[-1]["User-Agent"] == "dateline/9 (https://project.example)"
    assert "Cookie" not in web.headers[-1]


def test_no_cookie_lasts(web: Web, courier: Courier) -> None:
    web.put("/a", PAGE, set_cookie="reader=17")
    courier.fetch(web.url("/a"))
    courier.fetch(web.url("/a"))
    assert "Cookie" not in web.headers[-1]


def test_a_proxy_of_the_environment_is_not_used(web: Web, courier: Courier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    web.put("/a", PAGE)
    assert courier.fetch(web.url("/a")).body == PAGE


def test_a_server_that_is_not_named_is_refused(web: Web, time: Time) -> None:
    web.put("/a", PAGE)
    refused = _refusal(_courier(time), web.url("/a"))
    assert "127.0.0.1, which is not on the public internet" in refused.reason
    assert not web.asked


def test_a_redirect_to_a_private_address_is_refused(web: Web, courier: Courier) -> None:
    web.put("/a", status=302, location="http://10.0.0.1/secret")
    refused = _refusal(courier, web.url("/a"))
    assert "10.0.0.1, which is not on the public internet" in refused.reason and not refused.passing


def test_a_redirect_to_a_name_that_means_this_machine_is_refused(web: Web, time: Time) -> None:
    """The first look-up leads where the user allows, the second, of another name, does not."""
    answers = {"news.example": ["127.0.0.1"], "inside.example": ["127.0.0.2"]}
    connections = CheckedConnections(Admitted(["127.0.0.1"]), 60.0, lambda host, port: answers[host])
    port = web.address.rpartition(":")[2]
    web.put("/a", status=301, location=f"http://inside.example:{port}/b")
    web.put("/b", PAGE)
    refused = _refusal(_courier(time, connections=connections), f"http://news.example:{port}/a")
    assert "inside.example is 127.0.0.2" in refused.reason and not refused.passing
    assert "/b" not in web.asked


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_at_the_pace_of_its_host(status: int, web: Web, time: Time, courier: Courier) -> None:
    web.put("/a", status=status, location="b")
    web.put("/b", PAGE)
    answer = courier.fetch(web.url("/a"))
    assert (answer.url, answer.body) == (web.url("/b"), PAGE)
    assert time.slept == [0.0, 5.0]


def test_redirects_end(web: Web, courier: Courier) -> None:
    web.put("/a", status=302, location="/a")
    assert _refusal(courier, web.url("/a")).reason == "is redirected more than 5 times"


@pytest.mark.parametrize("location", ["ftp://news.example/a", "file:///etc/passwd", "javascript:1", "http://xn--a/"])
def test_a_redirect_off_the_web_is_refused(location: str, web: Web, courier: Courier) -> None:
    web.put("/a", status=302, location=location)
    refused = _refusal(courier, web.url("/a"))
    assert "no address" in refused.reason and not refused.passing


NO_ADDRESSES = (
    "mailto:desk@news.example", "http://", "http://[::1", "/a", "http://xn--a/", "http://news.example/\ud800",
    "http://news.example/a\nb", "http://☃.example/", f"http://news.example/{'a' * 70_000}",
)  # fmt: skip


@pytest.mark.parametrize("url", NO_ADDRESSES, ids=range(len(NO_ADDRESSES)))
def test_what_is_no_address_is_refused(url: str, courier: Courier) -> None:
    refused = _refusal(courier, url)
    assert "no address on the web" in refused.reason and not refused.passing


def test_robots_txt_is_obeyed_and_read_once(web: Web, courier: Courier) -> None:
    web.put("/robots.txt", b"User-agent: dateline\nDisallow: /secret\n\nUser-agent: *\nDisallow: /\n")
    web.put("/a", PAGE)
    web.put("/secret/a", PAGE)
    refused = _refusal(courier, web.url("/secret/a"))
    assert refused.reason == "is forbidden by robots.txt" and not refused.passing
    assert courier.fetch(web.url("/a")).body == PAGE
    assert web.asked == ["/robots.txt", "/a"]


def test_a_redirect_does_not_lead_around_robots_txt(web: Web, courier: Courier) -> None:
    web.put("/robots.txt", b"User-agent: *\nDisallow: /secret\n")
    web.put("/a", status=302, location="/secret/a")
    assert _refusal(courier, web.url("/a")).reason == "is forbidden by robots.txt"


def test_robots_txt_is_believed_for_a_day(web: Web, time: Time, courier: Courier) -> None:
    web.put("/a", PAGE)
    courier.fetch(web.url("/a"))
    web.put("/robots.txt", b"User-agent: *\nDisallow: /\n")
    courier.fetch(web.url("/a"))
    time.now += 86_400
    assert _refusal(courier, web.url("/a")).reason == "is forbidden by robots.txt"


@pytest.mark.parametrize("status", [500, 503])
def test_while_robots_txt_cannot_be_had_nothing_is_asked_for(
    status: int, web: Web, time: Time, courier: Courier
) -> None:
    web.put("/robots.txt", status=status)
    web.put("/a", PAGE)
    refused = _refusal(courier, web.url("/a"))
    assert refused.passing and "robots.txt answers with status" in refused.reason
    web.put("/robots.txt", status=404)
    time.now += 700
    assert courier.fetch(web.url("/a")).body == PAGE


def test_the_delay_of_robots_txt_counts_where_it_is_longer(web: Web, time: Time, courier: Courier) -> None:
    web.put("/robots.txt", b"User-agent: *\nCrawl-delay: 20\n")
    web.put("/a", PAGE)
    courier.fetch(web.url("/a"))
    courier.fetch(web.url("/a"), delay=30.0)
    courier.fetch(web.url("/a"))
    assert time.slept == [0.0, 20.0, 30.0]


def test_a_host_that_wants_much_time_is_asked_in_a_later_round(web: Web, time: Time, courier: Courier) -> None:
    web.put("/robots.txt", b"User-agent: *\nCrawl-delay: 3600\n")
    web.put("/a", PAGE)
    courier.fetch(web.url("/a"))
    assert _refusal(courier, web.url("/a")).passing
    time.now += 3600 - PATIENCE
    assert courier.fetch(web.url("/a")).body == PAGE
    assert time.slept == [0.0, PATIENCE]


@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_obeyed(status: int, web: Web, time: Time, courier: Courier) -> None:
    web.put("/a", status=status, retry_after="120")
    web.put("/b", PAGE)
    assert _refusal(courier, web.url("/a")).passing
    left_alone = _refusal(courier, web.url("/b"))
    assert left_alone.passing and "wants to be left alone" in left_alone.reason
    assert "/b" not in web.asked
    time.now += 120
    assert courier.fetch(web.url("/b")).body == PAGE


@pytest.mark.parametrize(
    ("status", "passing"), [(400, False), (403, False), (404, False), (410, False), (408, True), (500, True)]
)
def test_a_status_says_whether_another_time_may_help(status: int, passing: bool, web: Web, courier: Courier) -> None:
    web.put("/a", status=status)
    refused = _refusal(courier, web.url("/a"))
    assert (refused.reason, refused.passing) == (f"answers with status {status}", passing)


def test_a_page_may_come_packed(web: Web, courier: Courier) -> None:
    web.put("/a", gzip.compress(PAGE), content_encoding="gzip")
    assert courier.fetch(web.url("/a")).body == PAGE
    assert web.headers[-1]["Accept-Encoding"] == "gzip"


def test_a_page_that_is_too_large_is_refused(web: Web, courier: Courier) -> None:
    web.put("/a", bytes(LARGEST + 1))
    assert _refusal(courier, web.url("/a")).reason == f"is larger than the {LARGEST} bytes allowed"


def test_a_bomb_is_unpacked_no_further_than_allowed(web: Web, courier: Courier) -> None:
    web.put("/a", gzip.compress(bytes(50_000_000)), content_encoding="gzip")
    refused = _refusal(courier, web.url("/a"))
    assert refused.reason == f"unpacks to more than the {LARGEST} bytes allowed" and not refused.passing


@pytest.mark.parametrize(
    ("body", "packed", "reason", "passing"),
    [
        (b"plain", "gzip", "is badly packed", False),
        (gzip.compress(PAGE)[:-9], "gzip", "is cut off", True),
        (zlib.compress(PAGE), "br", "comes packed as br, which was not asked for", False),
    ],
)
def test_what_is_badly_packed_is_refused(
    body: bytes, packed: str, reason: str, passing: bool, web: Web, courier: Courier
) -> None:
    web.put("/a", body, content_encoding=packed)
    refused = _refusal(courier, web.url("/a"))
    assert refused.reason.startswith(reason) and refused.passing == passing


def test_a_body_that_breaks_off_is_refused_in_passing(web: Web, courier: Courier) -> None:
    web.put("/a", PAGE, **{"Content-Length": "5000", "Connection": "close"})
    refused = _refusal(courier, web.url("/a"))
    assert "cannot be reached" in refused.reason and refused.passing


def test_a_host_that_is_not_there_is_refused_in_passing(time: Time) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port = server.getsockname()[1]
    refused = _refusal(_courier(time, "127.0.0.1"), f"http://127.0.0.1:{port}/a")
    assert "cannot be reached" in refused.reason and refused.passing


def test_an_answer_that_takes_too_long_is_given_up(web: Web, time: Time) -> None:
    """Each look at the clock takes a second: the server is quick, and yet too slow."""
    clock = iter(range(1000))
    connections = CheckedConnections(Admitted(["127.0.0.1"]), 3.0, clock=lambda: float(next(clock)))
    web.put("/a", PAGE)
    refused = _refusal(_courier(time, connections=connections), web.url("/a"))
    assert "took too long" in refused.reason and refused.passing
