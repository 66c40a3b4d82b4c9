"""Runs a job with workers that need no language model, in this process, so that it can be killed at any of its steps.

`python -m tests.run.made JOB.toml STEP` ends by SIGKILL at the call of that number of all that Python makes; with 0 it runs
to its end and prints how many there were. A third argument limits the size of files, in bytes.
"""

import os
import resource
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType

from dateline.errors import DatelineError
from dateline.model import Document
from dateline.run import running
from dateline.run.crew import Engine, Hand
from dateline.run.job import Coded
from dateline.run.jobfile import Job, read_job
from dateline.run.worker import Answer, Greeting
from tests.export.examples import CODER, raid_document


class MadeHand:
    """Finds the same event in every document, in no time."""

    def __init__(self) -> None:
        self.said: Greeting | Answer = CODER

    def give(self, document: Document) -> None:
        self.said = Coded(replace(raid_document(), id=document.id))

    def answer(self) -> Greeting | Answer:
        return self.said

    def close(self) -> None:
        pass


class MadeEngine:
    """Two such workers."""

    count = 2

    def start(self) -> Hand:
        return MadeHand()

    def wait(self, hands: Sequence[Hand]) -> Sequence[Hand]:
        return hands[:1]


@contextmanager
def made_engine(job: Job) -> Iterator[Engine]:
    """In place of those that a job names."""
    yield MadeEngine()


class Killer:
    """Counts calls, and ends this process at one of them as `kill -9` would."""

    def __init__(self, step: int) -> None:
        self.step, self.calls = step, 0

    def __call__(self, frame: FrameType, event: str, argument: object) -> None:
        self.calls += event in ("call", "c_call")
        if self.calls == self.step:
            os.kill(os.getpid(), signal.SIGKILL)


def main(job_file: str, step: str, largest: str = "") -> None:
    """Runs the job; what is wrong goes to standard error as the command says it."""
    running._engine = made_engine
    if largest:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(largest), int(largest)))
    killer = Killer(int(step))
    sys.setprofile(killer)
    try:
        running.run_job(read_job(Path(job_file)), lambda plan, shard, row: None)
    except DatelineError as error:
        sys.exit(f"dateline: {error}")
    finally:
        sys.setprofile(None)
    print(killer.calls)


if __name__ == "__main__":
    main(*sys.argv[1:])
