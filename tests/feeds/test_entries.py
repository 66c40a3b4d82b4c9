"""Feeds in their many forms, as entries; nothing but their bytes is looked at."""

from datetime import date

import pytest

from dateline.errors import UnreadableFile
from dateline.feeds.client import Answer
from dateline.feeds.entries import Entry, read_feed

FEED = "https://news.example/world/feed"

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>
<entry><id>tag:news.example,2023:17</id><title>Port shelled</title><link href="../a#top"/>
<updated>2023-05-02T23:30:00-04:00</updated></entry></feed>"""


def _read(written: str | bytes, **headers: str) -> list[Entry]:
    body = written.encode() if isinstance(written, str) else written
    return read_feed(Answer(FEED, 200, headers, body), FEED)


def _rss(*items: str) -> str:
    listed = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss version="2.0"><channel><title>News</title>{listed}</channel></rss>'


def test_an_atom_entry() -> None:
    (entry,) = _read(ATOM)
    assert entry == Entry(FEED, "tag:news.example,2023:17", "https://news.example/a", "Port shelled", date(2023, 5, 2))
    assert entry.keys == (f"{FEED} tag:news.example,2023:17", "https://news.example/a")


def test_an_rss_item_without_id_is_known_by_its_link() -> None:
    (entry,) = _read(_rss("<link> https://news.example/a </link>"))
    assert (entry.id, entry.link) == ("https://news.example/a", "https://news.example/a")
    assert (entry.title, entry.published) == (None, None)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Tue, 02 May 2023 23:30:00 -0400", date(2023, 5, 2)),
        ("2023-05-02T01:00:00+09:00", date(2023, 5, 2)),
        ("some day", None),
    ],
)
def test_a_day_is_that_of_the_publisher_s_clock(written: str, day: date | None) -> None:
    (entry,) = _read(_rss(f"<link>https://news.example/a</link><pubDate>{written}</pubDate>"))
    assert entry.published == day


def test_an_item_without_a_link_is_passed_over_and_one_listed_twice_is_there_once() -> None:
    item = "<link>https://news.example/a</link><guid>1</guid>"
    assert len(_read(_rss("<title>Quiet day</title>", item, item))) == 1


def test_an_empty_feed_is_a_feed() -> None:
    assert _read(_rss()) == []


def test_a_feed_that_breaks_off_gives_what_is_there() -> None:
    whole = _rss("<link>https://news.example/a</link>", "<link>https://news.example/b</link>")
    links = [entry.link for entry in _read(whole[: whole.index("https://news.example/b")])]
    assert links[:1] == ["https://news.example/a"]


def test_a_feed_in_another_encoding_is_read_as_its_header_says() -> None:
    written = _rss("<title>Unruhe in Köln</title><link>https://news.example/a</link>").encode("latin-1")
    (entry,) = _read(written, **{"content-type": "application/rss+xml; charset=iso-8859-1"})
    assert entry.title == "Unruhe in Köln"


@pytest.mark.parametrize("written", ["", "<html><body>Not found</body></html>", "plain words", b"\x00\xff\x00", "{}"])
def test_what_is_no_feed_is_told(written: str | bytes) -> None:
    with pytest.raises(UnreadableFile, match=f"^{FEED}: no RSS or Atom feed"):
        _read(written)


def test_control_characters_are_left_out() -> None:
    (entry,) = _read(_rss("<link>https://news.example/a\x07</link><title>Port&#1; shelled</title><"))
    assert (entry.link, entry.title) == ("https://news.example/a", "Port  shelled")


def test_a_link_that_is_no_address_is_none() -> None:
    assert _read(ATOM.replace("../a#top", "http://[news/")) == []


def test_bytes_that_the_parser_stumbles_over_are_told() -> None:
    with pytest.raises(UnreadableFile, match=f"^{FEED}: a feed that cannot be read"):
        _read(b"<?xml version='1.0' encoding='utf-\x90'?>" + _rss().encode())


def test_an_entity_that_names_a_file_is_not_read() -> None:
    doctype = '<!DOCTYPE rss [<!ENTITY inside SYSTEM "file:///etc/hostname">]>'
    (entry,) = _read(doctype + _rss("<title>A&inside;B</title><link>https://news.example/a</link>"))
    assert entry.title in ("AB", "A&inside;B")
