"""What a feed lists, in RSS or Atom."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urldefrag, urljoin

from dateline.errors import UnreadableFile
from dateline.feeds.client import Answer
from dateline.readers.dates import read_date

_FAULTS = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)
"""What feedparser stumbles with over bytes that nobody foresaw; it promises nothing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article that a feed lists; `feed` is the feed's address, `id` what the feed calls the entry."""

    feed: str
    id: str
    link: str
    title: str | None
    published: date | None

    @property
    def keys(self) -> tuple[str, ...]:
        """What it is known by: its id within the feed, and its link wherever that is listed."""
        return (f"{self.feed} {self.id}", self.link)


def read_feed(answer: Answer, feed: str) -> list[Entry]:
    """The entries of a feed, each once; raises UnreadableFile for what is no feed. Nothing is fetched."""
    headers = {"content-location": answer.url, "content-type": answer.headers.get("content-type", "")}
    told = _told(answer.body, headers, feed)
    if not told.get("version") and not told["entries"]:
        raise UnreadableFile(feed, f"no RSS or Atom feed{_complaint(told)}")
    return list({entry.keys: entry for entry in _entries(told["entries"], feed, answer.url)}.values())


def _told(body: bytes, headers: dict[str, str], feed: str) -> Any:
    import feedparser

    try:
        return feedparser.parse(
            io.BytesIO(body), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except _FAULTS as error:
        raise UnreadableFile(feed, f"a feed that cannot be read: {type(error).__name__}: {error}") from None


def _complaint(told: Any) -> str:
    error = told.get("bozo_exception")
    return f": {error}" if error else ""


def _entries(listed: list[Any], feed: str, base: str) -> Iterator[Entry]:
    """Those without a link stand for no page."""
    for each in listed:
        link = _plain(each.get("link"))
        if link:
            address = urldefrag(urljoin(base, link)).url
            title = _plain(each.get("title"))
            yield Entry(feed, _plain(each.get("id")) or address, address, title or None, _day(each))


def _plain(written: str | None) -> str:
    """Without control characters, which not every database takes."""
    return "".join(letter if letter.isprintable() else " " for letter in written or "").strip()


def _day(listed: Any) -> date | None:
    """The day as written, which is that of the publisher's own clock."""
    written = listed.get("published") or listed.get("updated")
    try:
        return read_date(written) if written else None
    except ValueError:
        return None
