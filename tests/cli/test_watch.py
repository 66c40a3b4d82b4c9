"""`dateline watch` reads feeds, keeps what it codes, and ends as it is asked to."""

import json
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline.cli.main import app
from dateline.cli.watch import read_interval, stopped_by_signals
from dateline.config import Settings
from dateline.errors import UsageError
from dateline.feeds.pace import Stopped
from dateline.run.coding import Coding
from tests.feeds.conftest import web
from tests.feeds.web import Web
from tests.run.watched import coding

__all__ = ["web"]


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def feeds(web: Web, tmp_path: Path) -> Path:
    """A file of one feed with an article and a page that is gone."""
    web.put_feed("/feed", "/a", "/gone", etag='"one"')
    web.put_article("/a")
    path = tmp_path / "feeds.toml"
    path.write_text(f'allow = ["127.0.0.1"]\ndelay = 0\n[[feed]]\nurl = "{web.url("/feed")}"\n', "utf8")
    return path


@pytest.fixture
def without_model(monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def opened(settings: Settings, jobs: int) -> Iterator[Coding]:
        yield coding()

    monkeypatch.setattr("dateline.run.coding.open_coding", opened)


@pytest.mark.usefixtures("without_model")
def test_a_round_and_a_second_one(feeds: Path, tmp_path: Path, web: Web) -> None:
    db = tmp_path / "news.duckdb"
    first = _run("watch", feeds, "--db", db, "--once")
    assert (first.exit_code, first.stdout) == (
        1, "1 coded, 0 known, 0 skipped, 1 failed, 1 events, 0 unchanged\n",
    )  # fmt: skip
    assert f"failed: {web.url('/gone')}: answers with status 404" in first.stderr
    second = _run("watch", feeds, "--db", db, "--once", "--json")
    assert second.exit_code == 0
    assert json.loads(second.stdout) == {
        "coded": 0, "known": 0, "skipped": 0, "failed": 0, "events": 0, "unchanged": 1, "stopped": False,
    }  # fmt: skip
    assert (tmp_path / "feeds.state.json").exists()


@pytest.mark.usefixtures("without_model")
def test_a_folder_and_a_state_of_its_own(feeds: Path, tmp_path: Path) -> None:
    coded, state = tmp_path / "coded", tmp_path / "seen.json"
    assert _run("watch", feeds, "-o", coded, "--once", "--state", state).exit_code == 1
    (events,) = coded.glob("events-*.jsonl")
    assert json.loads(events.read_text("utf8"))["event"] == "ASSAULT"
    assert state.exists() and not (tmp_path / "feeds.state.json").exists()


@pytest.mark.usefixtures("without_model")
def test_the_state_of_another_output_is_refused(feeds: Path, tmp_path: Path) -> None:
    _run("watch", feeds, "--db", tmp_path / "one.duckdb", "--once")
    again = _run("watch", feeds, "--db", tmp_path / "two.duckdb", "--once")
    assert isinstance(again.exception, UsageError) and "name another file with --state" in str(again.exception)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "name one of --db and --output"),
        (["--db", "a.duckdb", "-o", "b"], "name one of --db and --output"),
        (["--db", "none/a.duckdb"], "there is no folder none"),
        (["--db", "a.duckdb", "--interval", "soon"], "--interval: 'soon' is no time such as 90s, 15m, 2h or 1d"),
    ],
)
def test_what_cannot_be_done_is_told_before_a_model_is_loaded(
    arguments: list[str], complaint: str, feeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = _run("watch", feeds, *arguments)
    assert isinstance(result.exception, UsageError) and complaint in str(result.exception)


@pytest.mark.parametrize(("written", "seconds"), [("90s", 90), ("15m", 900), ("1.5h", 5400), (" 1d ", 86_400)])
def test_an_interval_in_seconds(written: str, seconds: float) -> None:
    assert read_interval(written) == seconds


@pytest.mark.parametrize("written", ["", "15", "m", "0m", "-1m", "15 min"])
def test_what_is_no_interval_is_told(written: str) -> None:
    with pytest.raises(UsageError, match="is no time such as"):
        read_interval(written)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_a_sleep_and_the_next_one_the_program(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    with stopped_by_signals() as sleep:
        sleep(0)
        os.kill(os.getpid(), number)
        with pytest.raises(Stopped):
            sleep(3600)
        assert signal.getsignal(number) == before
    assert signal.getsignal(number) == before


@pytest.mark.model
def test_an_article_of_a_feed_becomes_events(feeds: Path, tmp_path: Path, web: Web) -> None:
    db = tmp_path / "news.duckdb"
    _run("watch", feeds, "--db", db, "--once", "--rules-only")
    found = [json.loads(line) for line in _run("query", "--db", db, "--json").stdout.splitlines()]
    assert {each["document_id"] for each in found} == {web.url("/a")}
    assert "ASSAULT" in {each["event"] for each in found}
    (failure,) = map(json.loads, _run("failures", "--db", db, "--json").stdout.splitlines())
    assert failure["place"] == web.url("/gone")
    assert "save the page, then code it" in _run("failures", "--db", db, "--retry").stderr
