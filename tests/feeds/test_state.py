"""What was seen: written whole, read again, and never taken for another output's."""

from datetime import date
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.feeds.state import FeedState, State, holding, read_state, write_state


def test_a_state_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "feeds.state.json"
    assert read_state(path, "news.duckdb") == State("news.duckdb")
    feed = FeedState('"one"', "Tue, 02 May 2023 23:30:00 GMT", True, {"https://news.example/ä": "2023-05-02"})
    state = State("news.duckdb", {"https://news.example/feed": feed}, {"news.example": 17.5})
    write_state(path, state)
    assert read_state(path, "news.duckdb") == state
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("written", ["", "[]", "{}", '{"output": "a", "feeds": {"b": {"c": 1}}, "closed": {}}', "3"])
def test_what_is_no_state_is_told(tmp_path: Path, written: str) -> None:
    path = tmp_path / "notes.json"
    path.write_text(written, "utf8")
    with pytest.raises(UsageError, match=r"notes.json: no state of dateline watch"):
        read_state(path, "news.duckdb")


def test_the_state_of_another_output_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "feeds.state.json"
    write_state(path, State("old.duckdb"))
    with pytest.raises(UsageError, match=r"tells what went to old.duckdb, not to new.duckdb"):
        read_state(path, "new.duckdb")


def test_a_state_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none/feeds.state.json: cannot be written"):
        write_state(tmp_path / "none" / "feeds.state.json", State("news.duckdb"))


def test_two_programs_do_not_share_a_state(tmp_path: Path) -> None:
    path = tmp_path / "feeds.state.json"
    with holding(path), pytest.raises(UsageError, match="another dateline watch is at it"), holding(path):
        pass
    with holding(path):
        pass
    with pytest.raises(UsageError, match="cannot be written"), holding(tmp_path / "none" / "feeds.state.json"):
        pass


def test_an_entry_that_is_listed_no_more_is_forgotten_in_time() -> None:
    feed = FeedState()
    feed.see(["a"], date(2023, 1, 1))
    feed.see(["b"], date(2023, 3, 1))
    feed.forget(date(2023, 4, 1))
    assert feed.seen.keys() == {"a", "b"}
    feed.forget(date(2023, 4, 20))
    assert feed.seen.keys() == {"b"}
