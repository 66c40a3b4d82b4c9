"""A job may be killed anywhere and run again; its output does not show it."""

import json
import os
import random
import re
import signal
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from dateline.errors import UsageError
from dateline.run import running
from dateline.run.jobfile import read_job
from dateline.run.manifest import Row
from dateline.run.running import Ended, Plan, run_job
from dateline.run.shards import Shard
from tests.run.made import made_engine, run_apart

SHARDS = 6
KILLS = 20


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of shards: texts, records good and bad, and one in another language."""
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(SHARDS):
        lines = [{"id": f"{number}-{each}", "text": f"Rebels raided port {each}."} for each in range(5)]
        lines.append({"id": f"{number}-bare"})
        lines.append({"id": f"{number}-de", "text": "Die Rebellen griffen den Hafen an.", "language": "de"})
        written = "".join(json.dumps(each) + "\n" for each in lines)
        (folder / f"{number}.jsonl").write_text(written, "utf8")
    return folder


def _job_file(news: Path, output: str, extra: str = "") -> Path:
    path = news.parent / f"{Path(output).name}.toml"
    path.write_text(f'input = ["news"]\noutput = "{output}"\n{extra}', "utf8")
    return path


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def run_here(monkeypatch: pytest.MonkeyPatch) -> "Runner":
    monkeypatch.setattr(running, "_engine", made_engine)
    return Runner()


class Runner:
    """Runs a job with workers that need no model, and tells which shards were reported."""

    def __init__(self) -> None:
        self.reported: list[str] = []
        self.inputs = 0

    def __call__(self, path: Path) -> Ended:
        self.reported, self.inputs = [], 0
        return run_job(read_job(path), self.report)

    def report(self, plan: Plan, shard: Shard, row: Row | None) -> None:
        self.inputs += row is None
        self.reported += [row.part] if row else []


def test_each_file_is_a_shard_with_its_failures_beside_it(news: Path, run_here: Runner) -> None:
    ended = run_here(_job_file(news, "out"))
    out = news.parent / "out"
    assert [Path(row.input).name for row in ended.rows] == [f"{number}.jsonl" for number in range(SHARDS)]
    for row in ended.rows:
        assert (row.documents, row.events, row.skipped, row.failed) == (5, 5, 1, 1)
        assert pq.read_table(out / row.part).num_rows == 5
        kinds = [json.loads(line)["kind"] for line in (out / str(row.failures)).read_text("utf8").splitlines()]
        assert kinds == ["failed", "skipped"]
    assert run_here.reported == [row.part for row in ended.rows]
    assert run_here.inputs == SHARDS * 7


def test_a_second_run_does_nothing(news: Path, run_here: Runner) -> None:
    first = run_here(_job_file(news, "out"))
    before = _files(news.parent / "out")
    second = run_here(_job_file(news, "out"))
    assert second.rows == first.rows and second.new == 0 and not run_here.reported
    assert _files(news.parent / "out") == before


def test_what_has_changed_or_is_missing_is_coded_again(news: Path, run_here: Runner) -> None:
    first = run_here(_job_file(news, "out"))
    before = _files(news.parent / "out")
    (news.parent / "out" / first.rows[0].part).unlink()
    assert run_here(_job_file(news, "out")).new == 1
    assert _files(news.parent / "out") == before
    with (news / "3.jsonl").open("a") as file:
        file.write('{"id": "new", "text": "Rebels raided a port."}\n')
    assert run_here(_job_file(news, "out")).new == 1
    assert run_here(_job_file(news, "out", "[settings]\nlargest_article = 900\n")).new == SHARDS


@pytest.mark.parametrize("output", ["news/out", "elsewhere/../news/out"])
def test_the_output_of_a_job_is_not_its_input(news: Path, run_here: Runner, output: str) -> None:
    assert run_here(_job_file(news, output)).new == SHARDS
    assert run_here(_job_file(news, output)).new == 0


def test_a_pattern_that_leads_nowhere_is_a_failure(news: Path, run_here: Runner) -> None:
    path = _job_file(news, "out")
    path.write_text('input = ["none/*.txt", "news"]\noutput = "out"\n', "utf8")
    ended = run_here(path)
    assert len(ended.rows) == SHARDS
    assert [error.reason for error in ended.unreadable] == ["no file matches this pattern"]


def test_killed_anywhere_and_run_again_it_ends_the_same(news: Path) -> None:
    calls = run_apart(_job_file(news, "whole")).said
    assert isinstance(calls, int)
    wanted = _files(news.parent / "whole")
    for number, step in enumerate(random.Random(7).sample(range(1, calls), KILLS)):
        path = _job_file(news, f"killed-{number}")
        assert run_apart(path, step).code == -signal.SIGKILL
        assert run_apart(path).code == 0
        assert _files(news.parent / f"killed-{number}") == wanted


def test_a_full_disk_is_told_and_what_is_done_is_kept(news: Path) -> None:
    lines = [json.dumps({"id": str(number), "text": "Rebels raided a port."}) for number in range(500)]
    (news / "large.jsonl").write_text("\n".join(lines), "utf8")
    run_apart(_job_file(news, "whole"))
    wanted = _files(news.parent / "whole")
    sizes = sorted(len(content) for content in wanted.values())
    path = _job_file(news, "full")
    stopped = run_apart(path, largest=sizes[-2])
    assert re.search(
        r"part-\w+.parquet: cannot be written: .*File too large; finished shards are kept", str(stopped.said)
    )
    kept = _files(news.parent / "full")
    assert len(kept.pop("manifest.jsonl").splitlines()) == SHARDS
    assert kept == {name: wanted[name] for name in kept} and len(kept) == 2 * SHARDS
    assert run_apart(path).code == 0
    assert _files(news.parent / "full") == wanted


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere; the test below stands in")
def test_a_folder_that_is_read_only_is_told(news: Path, run_here: Runner) -> None:
    (news.parent / "out").mkdir(mode=0o500)
    with pytest.raises(UsageError, match="out: cannot be written to: Permission denied"):
        run_here(_job_file(news, "out"))


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="no system folder in which nobody may make one")
def test_a_folder_that_cannot_be_made_is_told(news: Path, run_here: Runner) -> None:
    with pytest.raises(UsageError, match="/sys/dateline: cannot be written to"):
        run_here(_job_file(news, "/sys/dateline"))
