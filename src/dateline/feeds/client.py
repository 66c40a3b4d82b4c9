"""One request to the web, with limits on its time, its bytes and what they unpack to."""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import httpcore
import httpx

from dateline.feeds.addresses import CheckedConnections, RefusedAddress

REDIRECTS = (301, 302, 303, 307, 308)
MOST_REDIRECTS = 5
_PIECE = 65_536


class Trouble(Exception):
    """Why an address gives nothing; `passing` where another time may help."""

    def __init__(self, reason: str, passing: bool) -> None:
        super().__init__(reason)
        self.reason, self.passing = reason, passing


def address(url: str) -> httpx.URL:
    """The parts of an address; raises Trouble for what is none of the web."""
    try:
        parts = httpx.URL(url)
        if parts.scheme in ("http", "https") and parts.host:
            return parts
    except (httpx.InvalidURL, UnicodeError) as error:  # a host may be no name in any script
        raise Trouble(f"is no address on the web: {error}", passing=False) from None
    raise Trouble("is no address on the web", passing=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered; the body is empty unless the status is 200."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def leads_to(self) -> str | None:
        """The address of a redirect; raises Trouble where it is none."""
        location = self.headers.get("location")
        if self.status not in REDIRECTS or not location:
            return None
        try:
            return str(address(self.url).join(location))
        except (httpx.InvalidURL, UnicodeError) as error:
            raise Trouble(f"redirects to what is no address: {error}", passing=False) from None


class Client:
    """Asks the web without proxies, cookies that last, or redirects, over connections that are checked.

    `largest` counts the bytes of a body as it is sent, and again as it unpacks.
    """

    def __init__(self, agent: str, connections: CheckedConnections, largest: int) -> None:
        self._largest = largest
        headers = {"User-Agent": agent, "Accept-Encoding": "gzip", "Connection": "close"}
        self._http = httpx.Client(transport=_Transport(connections), trust_env=False, timeout=None, headers=headers)

    def close(self) -> None:
        """Lets go of its connections."""
        self._http.close()

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """The answer; raises Trouble where there is none, or too much of it."""
        try:
            with self._http.stream("GET", address(url), headers=headers) as response:
                body = _body(response, self._largest) if response.status_code == 200 else b""
                return Answer(url, response.status_code, response.headers, body)
        except RefusedAddress as error:
            raise Trouble(f"is refused: {error}", passing=False) from None
        except httpcore.TimeoutException:
            raise Trouble("took too long", passing=True) from None
        except (httpx.InvalidURL, httpx.HTTPError, UnicodeError) as error:  # httpx looks at where it is redirected
            raise Trouble(f"redirects to what is no address: {error}", passing=False) from None
        except httpcore.LocalProtocolError as error:
            raise Trouble(f"cannot be asked for: {error}", passing=False) from None
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise Trouble(f"cannot be reached: {error or type(error).__name__}", passing=True) from None
        finally:
            self._http.cookies.clear()


def _body(response: httpx.Response, largest: int) -> bytes:
    packed = response.headers.get("content-encoding", "identity").strip().lower()
    sent = _limited(response.iter_raw(_PIECE), largest, "is larger than")
    if packed in ("", "identity"):
        return b"".join(sent)
    if packed not in ("gzip", "x-gzip"):
        raise Trouble(f"comes packed as {packed}, which was not asked for", passing=False)
    return b"".join(_limited(_unpacked(sent), largest, "unpacks to more than"))


def _limited(pieces: Iterable[bytes], largest: int, complaint: str) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > largest:
            raise Trouble(f"{complaint} the {largest} bytes allowed", passing=False)
        yield piece


def _unpacked(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Never more than a piece at once, whatever was sent."""
    packing = zlib.decompressobj(wbits=31)
    for sent in pieces:
        piece = sent
        while piece and not packing.eof:
            try:
                yield packing.decompress(piece, _PIECE)
            except zlib.error as error:
                raise Trouble(f"is badly packed: {error}", passing=False) from None
            piece = packing.unconsumed_tail
    if not packing.eof:
        raise Trouble("is cut off", passing=True)


class _Transport(httpx.BaseTransport):
    """HTTP over checked connections, a new one for each request."""

    def __init__(self, connections: CheckedConnections) -> None:
        context = httpx.create_ssl_context(trust_env=False)
        self._pool = httpcore.ConnectionPool(context, max_keepalive_connections=0, network_backend=connections)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, with its body still to come."""
        url = request.url
        asked = httpcore.Request(
            request.method,
            httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
        )
        answered = self._pool.handle_request(asked)
        return httpx.Response(answered.status, headers=answered.headers, stream=_Body(answered))

    def close(self) -> None:
        """Lets go of its connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answered: httpcore.Response) -> None:
        self._answered = answered

    def __iter__(self) -> Iterator[bytes]:
        return self._answered.iter_stream()

    def close(self) -> None:
        self._answered.close()
