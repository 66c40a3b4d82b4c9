"""A web of the test's own: one server on loopback that tells what it was asked, and a clock that moves when one sleeps."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

STORY = "Rebels shelled the harbour of the northern town on Monday and left after the army answered, officials said. "


class Time:
    """Seconds since 1970, by a clock that nobody has to wait for."""

    def __init__(self, now: float = 1_700_000_000.0) -> None:
        self.now, self.slept = now, list[float]()

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@dataclass(frozen=True)
class Page:
    """What is answered at a path."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Web:
    """Pages by their paths, all others not found, and the requests as they came."""

    address: str
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)

    def url(self, path: str) -> str:
        return self.address + path

    def put(self, path: str, body: bytes = b"", status: int = 200, **headers: str) -> None:
        self.pages[path] = Page(body, status, {name.replace("_", "-"): value for name, value in headers.items()})

    def put_article(self, path: str, text: str = STORY) -> None:
        self.put(path, article(text), content_type="text/html")

    def put_feed(self, path: str, *links: str, **headers: str) -> None:
        self.put(path, rss(*links), content_type="application/rss+xml", **headers)

    def asked_for(self, *paths: str) -> list[str]:
        """The requests for these paths, in their order."""
        return [each for each in self.asked if each in paths]


def article(text: str = STORY) -> bytes:
    return f"<html><head><title>Shells</title></head><body><article><p>{text * 3}</p></article></body></html>".encode()


def rss(*links: str) -> bytes:
    items = "".join(
        f"<item><title>Of {link}</title><link>{link}</link><guid>{link}</guid>"
        "<pubDate>Tue, 02 May 2023 23:30:00 -0400</pubDate></item>"
        for link in links
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{items}</channel></rss>'.encode()


@contextmanager
def serving() -> Iterator[Web]:
    """A web that is there as long as the test needs it."""
    server = _Server(("127.0.0.1", 0), _Handler)
    web = server.web = Web(f"http://127.0.0.1:{server.server_address[1]}")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Server(ThreadingHTTPServer):
    web: Web

    def handle_error(self, request: object, client_address: object) -> None:
        """A reader who has had enough hangs up."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        web = self.server.web
        web.asked.append(self.path)
        web.headers.append(dict(self.headers))
        page = web.pages.get(self.path, Page(b"", 404))
        etag = page.headers.get("etag")
        if etag and self.headers.get("If-None-Match") == etag:
            page = Page(b"", 304, {"etag": etag})
        self.send_response(page.status)
        for name, value in page.headers.items():
            self.send_header(name, value)
        if "Content-Length" not in page.headers and page.status != 304:
            self.send_header("Content-Length", str(len(page.body)))
        self.end_headers()
        self.wfile.write(page.body)

    def log_message(self, format: str, *arguments: object) -> None:
        pass
