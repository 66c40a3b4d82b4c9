"""Watching feeds: what is found is coded and kept once, whatever ends the run."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from dateline.errors import UsageError
from dateline.feeds.pace import Stopped
from dateline.feeds.state import read_state
from dateline.run import watching
from dateline.run.watching import BATCH, Output, Watch
from dateline.store.failures import failures_in
from dateline.store.opening import open_store
from dateline.store.reading import open_reader
from tests.feeds.conftest import time, web
from tests.feeds.web import Time, Web
from tests.run.watched import FAULTY, coding, opening, subscription, watch_apart, watch_once

__all__ = ["time", "web"]

MOMENTS = 5
each_output = pytest.mark.parametrize("output", ["news.duckdb", "coded"])


def _fill(web: Web, *paths: str) -> str:
    """A feed of these articles."""
    web.put_feed("/feed", *paths, etag='"one"')
    for path in paths:
        web.put_article(path)
    return web.url("/feed")


def _kept(output: Path) -> dict[str, int]:
    """How many events are kept of each article."""
    if output.suffix:
        with open_reader(str(output)) as reader:
            question = "SELECT document_id AS id, count(*) AS found FROM events GROUP BY document_id"
            return {row["id"]: row["found"] for batch in reader.ask(question) for row in batch.to_pylist()}
    files = [path.read_text("utf8").splitlines() for path in output.glob("events-*.jsonl")]
    return {json.loads(lines[0])["document_id"]: len(lines) for lines in files}


def _failures(output: Path) -> dict[str, str]:
    """Reasons by places."""
    if output.suffix:
        with open_reader(str(output)) as reader:
            return {each.place: each.reason for each in failures_in(reader)}
    told = [json.loads(path.read_text("utf8")) for path in output.glob("failure-*.jsonl")]
    return {each["place"]: each["reason"] for each in told}


@each_output
def test_articles_and_failures_are_kept_and_counted(output: str, web: Web, tmp_path: Path) -> None:
    feed, place = _fill(web, "/a", "/b", FAULTY, "/gone"), tmp_path / output
    web.put("/gone", status=404)
    told: list[str] = []
    counts = watch_once(tmp_path, feed, str(place), told)
    assert (counts.coded, counts.failed, counts.skipped, counts.known, counts.events) == (2, 2, 0, 0, 2)
    assert _kept(place) == {web.url("/a"): 1, web.url("/b"): 1}
    assert _failures(place) == {
        web.url(FAULTY): "could not be coded: too odd",
        web.url("/gone"): "answers with status 404",
    }
    assert f"failed: {web.url('/gone')}: answers with status 404" in told
    assert watch_once(tmp_path, feed, str(place)).unchanged == 1


@each_output
def test_a_failure_goes_when_the_page_comes(output: str, web: Web, tmp_path: Path) -> None:
    feed, place = _fill(web, "/a"), tmp_path / output
    web.put("/a", status=500)
    watch_once(tmp_path, feed, str(place))
    assert _failures(place) == {web.url("/a"): "answers with status 500"}
    web.put_article("/a")
    watch_once(tmp_path, feed, str(place))
    assert not _failures(place) and _kept(place) == {web.url("/a"): 1}


@each_output
def test_a_feed_s_failure_goes_when_it_is_well_again(output: str, web: Web, tmp_path: Path) -> None:
    feed, place = web.url("/feed"), tmp_path / output
    web.put("/feed", b"<html>Gone fishing</html>")
    watch_once(tmp_path, feed, str(place))
    assert _failures(place).keys() == {feed}
    _fill(web)
    watch_once(tmp_path, feed, str(place))
    assert not _failures(place)


@each_output
def test_killed_between_the_store_and_the_state_nothing_is_lost_or_there_twice(
    output: str, web: Web, time: Time, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed, place = _fill(web, "/a", "/b"), tmp_path / output
    watch = Watch(coding(), opening(str(place)), _say_nothing)
    with subscription(tmp_path, feed, time) as feeds:
        monkeypatch.setattr(feeds, "save", _killed)
        with pytest.raises(KeyboardInterrupt):
            watch.go(feeds)
    assert _kept(place) == {web.url("/a"): 1, web.url("/b"): 1}
    counts = watch_once(tmp_path, feed, str(place))
    assert counts.coded + counts.known == 2
    assert _kept(place) == {web.url("/a"): 1, web.url("/b"): 1}
    assert watch_once(tmp_path, feed, str(place)).unchanged == 1


@each_output
def test_killed_at_random_nothing_is_lost_or_there_twice(output: str, web: Web, tmp_path: Path) -> None:
    paths = [f"/{number}" for number in range(6)]
    feed, random = _fill(web, *paths), Random(7)
    (tmp_path / "measured").mkdir()
    calls = watch_apart(tmp_path / "measured", feed, str(tmp_path / "measured" / output))
    assert calls
    for moment in range(MOMENTS):
        folder = tmp_path / f"{moment}"
        folder.mkdir()
        assert watch_apart(folder, feed, str(folder / output), random.randrange(1, calls)) is None
        watch_once(folder, feed, str(folder / output))
        assert _kept(folder / output) == {web.url(path): 1 for path in paths}
        assert watch_once(folder, feed, str(folder / output)).unchanged == 1


def test_a_batch_is_noted_as_soon_as_it_is_kept(web: Web, time: Time, tmp_path: Path) -> None:
    feed = _fill(web, *(f"/{number}" for number in range(BATCH + 1)))
    noted: list[int] = []

    @contextmanager
    def opened() -> Iterator[Output]:
        state = read_state(tmp_path / "feeds.state.json", "output")
        noted.append(sum(key.startswith("http") and " " not in key for key in state.of(feed).seen))
        with open_store(str(tmp_path / "news.duckdb")) as store:
            yield store

    with subscription(tmp_path, feed, time) as feeds:
        Watch(coding(), opened, _say_nothing).go(feeds)
    assert noted == [0, BATCH]


def test_a_stop_keeps_what_was_fetched(web: Web, tmp_path: Path) -> None:
    feed, place = _fill(web, "/a", "/b", "/c"), tmp_path / "news.duckdb"
    time = StoppedTime(3)
    with subscription(tmp_path, feed, time) as feeds:
        (counts,) = Watch(coding(), opening(str(place)), _say_nothing).rounds(feeds, 900.0)
    assert counts.stopped and counts.coded == 2
    assert _kept(place).keys() == {web.url("/a"), web.url("/b")}
    again = watch_once(tmp_path, feed, str(place))
    assert (again.coded, again.known) == (1, 0)


def test_a_round_begins_in_its_time(web: Web, tmp_path: Path) -> None:
    feed = _fill(web)
    time = StoppedTime(5)
    with subscription(tmp_path, feed, time) as feeds:
        rounds = list(Watch(coding(), opening(str(tmp_path / "news.duckdb")), _say_nothing).rounds(feeds, 900.0))
    assert len(rounds) == 3
    assert time.slept == [0.0, 900.0, 0.0, 900.0, 0.0]


def test_an_output_in_use_is_waited_for(web: Web, time: Time, tmp_path: Path) -> None:
    feed, attempts = _fill(web, "/a"), list[int]()
    told: list[str] = []

    @contextmanager
    def opened() -> Iterator[Output]:
        attempts.append(1)
        if len(attempts) < 3:
            raise UsageError("news.duckdb: in use by another program; close it there first")
        with open_store(str(tmp_path / "news.duckdb")) as store:
            yield store

    with subscription(tmp_path, feed, time) as feeds:
        Watch(coding(), opened, told.append).go(feeds)
    assert time.slept[-2:] == [watching.WAIT, watching.WAIT]
    assert told[0] == "waiting: news.duckdb: in use by another program; close it there first"
    assert _kept(tmp_path / "news.duckdb") == {web.url("/a"): 1}


def test_an_output_that_stays_in_use_ends_the_watch_and_notes_nothing(web: Web, time: Time, tmp_path: Path) -> None:
    feed = _fill(web, "/a")

    @contextmanager
    def opened() -> Iterator[Output]:
        raise UsageError("news.duckdb: in use by another program; close it there first")
        yield

    with subscription(tmp_path, feed, time) as feeds, pytest.raises(UsageError, match="in use"):
        Watch(coding(), opened, _say_nothing).go(feeds)
    assert not (tmp_path / "feeds.state.json").exists()
    assert watch_once(tmp_path, feed, str(tmp_path / "news.duckdb")).coded == 1


class StoppedTime(Time):
    """The user wants an end when one sleeps for the time of this number, counted from 0."""

    def __init__(self, stop: int) -> None:
        super().__init__()
        self._stop = stop

    def sleep(self, seconds: float) -> None:
        if len(self.slept) == self._stop:
            raise Stopped
        super().sleep(seconds)


def _killed() -> None:
    raise KeyboardInterrupt


def _say_nothing(line: str) -> None:
    pass
