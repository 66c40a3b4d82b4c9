"""A feeds file says what to read, or what is wrong with it."""

from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.feeds.feedsfile import Feed, read_feeds

ONE = '[[feed]]\nurl = "https://news.example/feed"\n'


def _file(folder: Path, written: str) -> Path:
    path = folder / "feeds.toml"
    path.write_text(written, "utf8")
    return path


def test_a_url_is_all_that_a_feed_needs(tmp_path: Path) -> None:
    feeds = read_feeds(_file(tmp_path, ONE))
    assert feeds.feeds == (Feed("https://news.example/feed", None, 5.0, 100),)
    assert (feeds.allow, feeds.delay, feeds.largest, feeds.seconds) == ((), 5.0, 3_000_000, 60)


def test_a_feed_takes_what_holds_for_all_but_a_shorter_delay(tmp_path: Path) -> None:
    common = 'delay = 10\nnewest = 7\nallow = ["127.0.0.1"]\ncontact = "https://project.example"\n'
    second = '[[feed]]\nurl = "https://b.example/"\npublisher = "B"\ndelay = 1\nnewest = 3\n'
    third = '[[feed]]\nurl = "https://c.example/"\ndelay = 20\n'
    feeds = read_feeds(_file(tmp_path, common + ONE + second + third))
    assert [(each.delay, each.newest) for each in feeds.feeds] == [(10, 7), (10, 3), (20, 7)]
    assert feeds.feeds[1].publisher == "B" and feeds.allow == ("127.0.0.1",)
    assert feeds.agent.startswith("dateline/") and feeds.agent.endswith(" (https://project.example)")


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ("", "feeds.toml: lacks feed, a "),
        ("feed = []", "feeds.toml: feed must be a "),
        (f"intervall = 3\n{ONE}", "feeds.toml: unknown key intervall; known are feed,"),
        (f"deley = 3\n{ONE}", "feeds.toml: unknown key deley; did you mean delay"),
        (f"delay = -1\n{ONE}", "feeds.toml: delay must be seconds, 0 or more, not -1"),
        (f"seconds = 0\n{ONE}", "feeds.toml: seconds must be seconds above 0, not 0"),
        (f'largest = "1 MB"\n{ONE}', "feeds.toml: largest must be a whole number of bytes"),
        (f'allow = "127.0.0.1"\n{ONE}', "feeds.toml: allow must be a list"),
        (f'contact = "two\\nlines"\n{ONE}', "feeds.toml: contact must be an address in ASCII"),
        ('[[feed]]\npublisher = "A"', "feeds.toml, feed 1: lacks url"),
        (f'{ONE}[[feed]]\nurl = "news.example"', "feeds.toml, feed 2: url must be an address"),
        (f"{ONE}newest = 0", "feeds.toml, feed 1: newest must be a whole number above 0, not 0"),
        (f"{ONE}link = 1", "feeds.toml, feed 1: unknown key link"),
        (ONE + ONE, "feeds.toml, feed 2: url https://news.example/feed is listed before"),
        ("[[feed", "feeds.toml: not TOML"),
    ],
)
def test_a_bad_feeds_file_is_told_with_its_key(tmp_path: Path, written: str, complaint: str) -> None:
    with pytest.raises(UsageError) as told:
        read_feeds(_file(tmp_path, written))
    assert str(told.value).startswith(str(tmp_path)) and complaint in str(told.value)


def test_a_missing_feeds_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no feeds file"):
        read_feeds(tmp_path / "none.toml")
