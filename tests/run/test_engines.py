"""One process, several, and Ray give the same bytes, also where workers or machines die."""

import json
import os
import signal
from collections.abc import Callable
from multiprocessing import active_children
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.main import app
from dateline.run.jobfile import read_job
from dateline.run.running import run_job

pytestmark = pytest.mark.model

SENTENCES = (
    "Soldiers shelled a market in Aleppo on Monday, killing at least 12 people, a spokesman for the rebels said.",
    "France and Germany signed an agreement on trade in Berlin.",
    "The foreign minister of Kenya accused Somalia of arming the militia.",
    "Thousands of students protested against the government in Dhaka on 3 May 2021.",
)
SHARDS = 6


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Shards of articles, each of which is another choice of the sentences; one record is bad."""
    folder = tmp_path_factory.mktemp("job")
    (folder / "news").mkdir()
    for shard in range(SHARDS):
        articles = [
            {"id": f"{shard}-{each}", "text": " ".join(SENTENCES[each % 4 :] * (shard + 1))} for each in range(6)
        ]
        lines = [json.dumps(each) for each in (*articles, {"id": "bare"})]
        (folder / "news" / f"{shard}.jsonl").write_text("\n".join(lines), "utf8")
    return folder


@pytest.fixture(scope="module")
def wanted(folder: Path) -> dict[str, bytes]:
    """What one process writes."""
    return run(folder, "alone")


def run(folder: Path, output: str, extra: str = "", meanwhile: Callable[[], object] = int) -> dict[str, bytes]:
    """The files that a job writes, and what happens meanwhile, once its first article is done."""
    path = folder / f"{output}.toml"
    path.write_text(f'input = ["news"]\noutput = "{output}"\n{extra}', "utf8")
    happenings = iter([meanwhile])
    run_job(read_job(path), lambda plan, shard, row: next(happenings, int)())
    return {path.name: path.read_bytes() for path in (folder / output).iterdir()}


def test_the_output_holds_events_and_failures(wanted: dict[str, bytes]) -> None:
    rows = [json.loads(line) for line in wanted["manifest.jsonl"].splitlines()]
    assert [(row["documents"], row["failed"]) for row in rows] == [(6, 1)] * SHARDS
    assert all(row["events"] > 6 for row in rows)


def test_processes_write_what_one_writes_also_when_one_is_killed(folder: Path, wanted: dict[str, bytes]) -> None:
    assert run(folder, "two", "jobs = 2", kill_a_worker) == wanted


def kill_a_worker() -> None:
    pid = active_children()[0].pid
    assert pid
    os.kill(pid, signal.SIGKILL)


def test_the_command_writes_the_same_with_jobs(folder: Path) -> None:
    for jobs in ("1", "2"):
        arguments = ["code", str(folder / "news"), "--jobs", jobs, "--output", str(folder / f"{jobs}.parquet")]
        assert CliRunner().invoke(app, arguments).exit_code == 1  # for the bad records
    assert (folder / "1.parquet").read_bytes() == (folder / "2.parquet").read_bytes()


@pytest.fixture
def quiet_ray(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    pytest.importorskip("ray")


def test_ray_on_two_nodes_of_which_one_is_killed_writes_the_same(
    folder: Path, wanted: dict[str, bytes], quiet_ray: None
) -> None:
    from ray.cluster_utils import Cluster

    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
    try:
        node = cluster.add_node(num_cpus=1)
        extra = f'engine = "ray"\njobs = 2\naddress = "{cluster.address}"'
        assert run(folder, "ray", extra, lambda: cluster.remove_node(node, allow_graceful=False)) == wanted
    finally:
        cluster.shutdown()


def test_ray_on_this_machine_writes_the_same(folder: Path, wanted: dict[str, bytes], quiet_ray: None) -> None:
    assert run(folder, "own-ray", 'engine = "ray"\njobs = 2') == wanted
