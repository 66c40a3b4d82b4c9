"""Coding in this process or in several, to the same effect."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from dateline.config import Settings
from dateline.errors import InputError
from dateline.model import CoderInfo, Document
from dateline.run.crew import Crew
from dateline.run.job import Outcome, code_all
from dateline.run.local import LocalEngine
from dateline.stage import Stage

Inputs = Iterable[Document | InputError]
Code = Callable[[Inputs], Iterator[Outcome]]


@dataclass(frozen=True, slots=True)
class Coding:
    """One outcome for each input, in order, and what makes the records."""

    code: Code
    identity: CoderInfo


def in_this_process(stage: Stage) -> Code:
    """Coding by a stage, here."""
    return partial(code_all, stage)


@contextmanager
def open_coding(settings: Settings, jobs: int) -> Iterator[Coding]:
    """With one job in this process, else in that many others."""
    if jobs == 1:
        from dateline.pipeline import build

        pipeline = build(settings)
        yield Coding(in_this_process(pipeline.code), pipeline.identity)
        return
    with Crew(LocalEngine(settings, jobs)) as crew:
        yield Coding(crew.code, crew.identity)
