"""`dateline run`: a job of many files, which may be killed and run again."""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.inputs import Json

if TYPE_CHECKING:
    from dateline.run.manifest import Row
    from dateline.run.running import Ended, Plan
    from dateline.run.shards import Shard

EVERY = 5.0
"""Seconds between two lines of progress."""


def run(
    job: Annotated[
        Path, typer.Argument(metavar="JOB.toml", help="What to code, where to, and with how many processes.")
    ],
    as_json: Json = False,
) -> None:
    """Code many files, one shard each; what an earlier run has done is skipped."""
    from dateline.run.jobfile import read_job
    from dateline.run.running import run_job

    ended = run_job(read_job(job), Progress())
    for error in ended.unreadable:
        print(f"failed: {error}", file=sys.stderr)
    counts = _counts(ended)
    print(json.dumps(counts) if as_json else ", ".join(f"{count} {name}" for name, count in counts.items()))
    if counts["failed"]:
        raise typer.Exit(1)


@dataclass(slots=True)
class Progress:
    """Says on standard error how far a job is, how fast it goes, and when it will be done, judged by bytes."""

    clock: Callable[[], float] = time.monotonic
    began: float = field(init=False)
    said: float = field(init=False)
    shards: int = 0
    inputs: int = 0
    size: int = 0

    def __post_init__(self) -> None:
        self.began = self.said = self.clock()

    def __call__(self, plan: "Plan", shard: "Shard", row: "Row | None") -> None:
        if row:
            self.shards += 1
            self.size += shard.size
        else:
            self.inputs += 1
        if self.clock() - self.said >= EVERY or self.shards == len(plan.to_do):
            self.said = self.clock()
            print(self._line(plan), file=sys.stderr)

    def _line(self, plan: "Plan") -> str:
        seconds = max(self.said - self.began, 1e-9)
        line = f"{self.shards} of {len(plan.to_do)} shards, {self.inputs / seconds:.1f} documents/s"
        if not self.size:
            return line
        left = seconds * (sum(each.size for each in plan.to_do) / self.size - 1)
        return f"{line}, {duration(left)} left"


def duration(seconds: float) -> str:
    """Hours and minutes, or minutes and seconds."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min {rest:02} s"


def _counts(ended: "Ended") -> dict[str, int]:
    return {
        "shards": len(ended.rows),
        "new": ended.new,
        "coded": sum(row.documents for row in ended.rows),
        "skipped": sum(row.skipped for row in ended.rows),
        "failed": sum(row.failed for row in ended.rows) + len(ended.unreadable),
        "events": sum(row.events for row in ended.rows),
    }
