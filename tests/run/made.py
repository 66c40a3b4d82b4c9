"""Runs a job with workers that need no language model, in a process apart, so that it can be killed at any of its steps."""

import os
import resource
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType

import pyarrow as pa

from dateline.errors import DatelineError
from dateline.model import Document
from dateline.run import running
from dateline.run.crew import Engine, Hand
from dateline.run.job import Coded
from dateline.run.jobfile import Job, read_job
from dateline.run.worker import Answer, Greeting
from tests.export.examples import CODER, raid_document

pa.array([0])
"""Arrow loads much at its first array; the job, not that, is to be killed."""


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


@dataclass(frozen=True, slots=True)
class Ending:
    """The exit code, and the number of calls if it came to its end, or the complaint."""

    code: int | None
    said: int | str | None


def run_apart(job_file: Path, step: int = 0, largest: int | None = None) -> Ending:
    """Runs the job until it makes the call of that number; `largest` limits the size of files, in bytes."""
    context = get_context("forkserver")
    context.set_forkserver_preload([__name__])
    ours, theirs = context.Pipe()
    process = context.Process(target=_run, args=(theirs, job_file, step, largest))
    process.start()
    theirs.close()
    try:
        said = ours.recv()
    except EOFError:
        said = None
    process.join()
    return Ending(process.exitcode, said)


def _run(connection: "Connection[int | str, None]", job_file: Path, step: int, largest: int | None) -> None:
    running._engine = made_engine
    if largest:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
    killer = Killer(step)
    try:
        sys.setprofile(killer)
        running.run_job(read_job(job_file), lambda plan, shard, row: None)
        sys.setprofile(None)
        connection.send(killer.calls)
    except DatelineError as error:
        sys.setprofile(None)
        connection.send(str(error))
