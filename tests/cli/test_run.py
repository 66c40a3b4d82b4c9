"""`dateline run` tells how far it is, what came of it, and what failed."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.main import app
from dateline.cli.run import EVERY, Progress, duration
from dateline.readers.paths import Source
from dateline.run import running
from dateline.run.manifest import Row
from dateline.run.running import Plan
from dateline.run.shards import Shard
from tests.run.made import made_engine


@pytest.fixture
def job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A job of two articles."""
    monkeypatch.setattr(running, "_engine", made_engine)
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("Rebels raided the port.", "utf8")
    path = tmp_path / "job.toml"
    path.write_text('input = ["*.txt"]\noutput = "coded"\n', "utf8")
    return path


def test_a_job_and_its_second_run(job: Path) -> None:
    first = CliRunner().invoke(app, ["run", str(job)])
    assert first.exit_code == 0
    assert first.stdout == "2 shards, 2 new, 2 coded, 0 skipped, 0 failed, 2 events\n"
    assert first.stderr.startswith("2 of 2 shards, ")
    second = CliRunner().invoke(app, ["run", str(job), "--json"])
    assert json.loads(second.stdout) == {"shards": 2, "new": 0, "coded": 2, "skipped": 0, "failed": 0, "events": 2}


def test_failures_are_told_and_end_in_status_one(job: Path) -> None:
    job.write_text('input = ["*.txt", "none.jsonl"]\noutput = "coded"\n', "utf8")
    done = CliRunner().invoke(app, ["run", str(job)])
    assert done.exit_code == 1
    assert "1 failed, 2 events" in done.stdout
    assert "failed: " in done.stderr and "none.jsonl" in done.stderr


def test_progress_tells_rate_and_time_left_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    seconds = [0.0]
    progress = Progress(clock=lambda: seconds[0])
    plan = Plan([shard(100), shard(300)])
    done = Row("part", None, "in", "00", 2, 0, 0, 0, {})
    for now, row in ((1, None), (EVERY, None), (EVERY + 1, done), (EVERY * 2, None), (EVERY * 2 + 1, done)):
        seconds[0] = now
        progress(plan, plan.to_do[progress.shards], row)
    assert capsys.readouterr().err.splitlines() == [
        "0 of 2 shards, 0.4 documents/s",
        "1 of 2 shards, 0.3 documents/s, 0 min 30 s left",
        "2 of 2 shards, 0.3 documents/s, 0 min 00 s left",
    ]


def shard(size: int) -> Shard:
    return Shard(Source(None, "-"), "00", "part", size)


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.4, "0 min 00 s"), (61, "1 min 01 s"), (3599.6, "1 h 00 min"), (90000, "25 h 00 min")]
)
def test_a_duration_in_words(seconds: float, words: str) -> None:
    assert duration(seconds) == words
