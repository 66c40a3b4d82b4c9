"""A round over feeds: what is new is fetched, and what was kept is not asked for again."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from dateline.errors import InputError, UnreachablePage
from dateline.feeds.feedsfile import Feed, Feeds
from dateline.feeds.round import Found
from dateline.feeds.subscription import subscribed
from dateline.model import Document
from tests.feeds.web import Time, Web


class Reader:
    """Reads feeds as `dateline watch` does, and keeps what it finds."""

    def __init__(self, web: Web, time: Time, folder: Path, *paths: str, newest: int = 100) -> None:
        feeds = [Feed(web.url(path), "The Harbour News", 5.0, newest) for path in paths or ("/feed",)]
        self._feeds = Feeds(tuple(feeds), ("127.0.0.1",), None, 5.0, 100_000, 60.0)
        self._time, self.place = time, folder / "feeds.state.json"

    def go(self, settled: bool = True) -> list[Found]:
        """One round in a program of its own."""
        with subscribed(
            self._feeds, self.place, "news.duckdb", sleep=self._time.sleep, clock=self._time.clock
        ) as subscription:
            visit = subscription.round()
            found = list(visit.found())
            for each in found if settled else ():
                visit.settle(each)
            subscription.save()
        return found


def _documents(found: Sequence[Found]) -> list[Document]:
    return [each.item for each in found if isinstance(each.item, Document)]


def _complaints(found: Sequence[Found]) -> list[str]:
    return [each.item.reason for each in found if isinstance(each.item, InputError)]


@pytest.fixture
def reader(web: Web, time: Time, tmp_path: Path) -> Reader:
    """Of a feed with two articles."""
    web.put_feed("/feed", "/a", "/b", etag='"one"')
    web.put_article("/a")
    web.put_article("/b")
    return Reader(web, time, tmp_path)


def test_new_articles_are_fetched_with_what_the_feed_says_of_them(web: Web, reader: Reader) -> None:
    first, second = _documents(reader.go())
    assert (first.id, second.id) == (web.url("/a"), web.url("/b"))
    assert first.text.startswith("Rebels shelled")
    facts = first.publication
    assert (facts.title, facts.publisher, facts.url) == ("Shells", "The Harbour News", web.url("/a"))
    assert facts.published == date(2023, 5, 2)
    assert facts.extractor and facts.page_hash


def test_an_unchanged_feed_is_not_sent_again(web: Web, reader: Reader) -> None:
    reader.go()
    assert not reader.go()
    assert web.asked_for("/feed", "/a", "/b") == ["/feed", "/a", "/b", "/feed"]
    assert web.headers[-1]["If-None-Match"] == '"one"'


def test_of_a_changed_feed_only_what_is_new_is_fetched(web: Web, reader: Reader) -> None:
    reader.go()
    web.put_feed("/feed", "/c", "/a", etag='"two"')
    web.put_article("/c")
    assert [each.id for each in _documents(reader.go())] == [web.url("/c")]


def test_what_was_not_kept_is_fetched_again(reader: Reader) -> None:
    assert len(_documents(reader.go(settled=False))) == 2
    assert len(_documents(reader.go())) == 2
    assert not reader.go()


def test_what_fails_for_good_is_told_once(web: Web, reader: Reader) -> None:
    web.put("/b", status=410)
    assert _complaints(reader.go()) == ["answers with status 410"]
    assert not reader.go()
    assert web.asked_for("/b") == ["/b"]


def test_what_fails_in_passing_is_tried_again_though_the_feed_is_unchanged(web: Web, reader: Reader) -> None:
    web.put("/b", status=500)
    (error,) = [each.item for each in reader.go() if isinstance(each.item, UnreachablePage)]
    assert error.passing and error.where == web.url("/b")
    web.put_article("/b")
    assert [each.id for each in _documents(reader.go())] == [web.url("/b")]
    assert not reader.go()
    assert web.headers[-1]["If-None-Match"] == '"one"'


def test_what_is_over_the_limit_of_a_round_comes_in_the_next(web: Web, time: Time, tmp_path: Path) -> None:
    web.put_feed("/feed", "/a", "/b", "/c", etag='"one"')
    for path in ("/a", "/b", "/c"):
        web.put_article(path)
    reader = Reader(web, time, tmp_path, newest=2)
    rounds = [[each.id for each in _documents(reader.go())] for _ in range(3)]
    assert rounds == [[web.url("/a"), web.url("/b")], [web.url("/c")], []]


def test_feeds_take_turns_and_a_page_in_two_of_them_is_fetched_once(web: Web, time: Time, tmp_path: Path) -> None:
    web.put_feed("/one", "/a", "/b")
    web.put_feed("/two", "/c", "/b")
    for path in ("/a", "/b", "/c"):
        web.put_article(path)
    reader = Reader(web, time, tmp_path, "/one", "/two")
    assert [each.id for each in _documents(reader.go())] == [web.url("/a"), web.url("/c"), web.url("/b")]
    assert not reader.go()


def test_a_page_without_an_article_or_in_another_language_is_told(web: Web, reader: Reader) -> None:
    web.put("/a", b"%PDF-1.7", content_type="application/pdf")
    web.put_article("/b", "Die Rebellen haben am Montag den Hafen der Stadt beschossen und sind wieder abgezogen. ")
    first, second = _complaints(reader.go())
    assert first == "is application/pdf, no web page"
    assert second.startswith("in another language (de)")
    assert not reader.go()


@pytest.mark.parametrize("broken", [b"<html>Gone fishing</html>", b""])
def test_a_broken_feed_is_told_until_it_is_well_again(broken: bytes, web: Web, reader: Reader) -> None:
    web.put("/feed", broken)
    for _ in range(2):
        (found,) = reader.go()
        assert found.entry is None and isinstance(found.item, InputError)
        assert found.item.where == web.url("/feed") and "no RSS or Atom feed" in found.item.reason
    web.put_feed("/feed", "/a")
    well, article = reader.go()
    assert (well.entry, well.item) == (None, None)
    assert isinstance(article.item, Document)
    assert not reader.go()


def test_a_feed_out_of_reach_costs_itself_alone(web: Web, time: Time, tmp_path: Path) -> None:
    web.put_feed("/two", "/a")
    web.put_article("/a")
    missing, article = Reader(web, time, tmp_path, "/one", "/two").go()
    assert isinstance(missing.item, UnreachablePage) and isinstance(article.item, Document)


def test_a_host_is_left_alone_over_a_restart(web: Web, time: Time, reader: Reader) -> None:
    web.put("/a", status=429, retry_after="3600")
    assert len(_complaints(reader.go())) == 2
    assert all("left alone" in each for each in _complaints(reader.go()))
    assert web.asked_for("/feed", "/a", "/b") == ["/feed", "/a"]
    time.now += 3600
    web.put_article("/a")
    assert len(_documents(reader.go())) == 2
