"""Runs a job: what is not done yet, shard by shard, so that it may be killed at any time and run again."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby

from dateline.errors import InputError, UnreadableFile
from dateline.model import Document
from dateline.readers.paths import Source, expand
from dateline.readers.reading import Limits, read_source
from dateline.run.crew import Crew, Engine
from dateline.run.job import Outcome
from dateline.run.jobfile import Job
from dateline.run.local import LocalEngine
from dateline.run.manifest import Manifest, Row, open_manifest
from dateline.run.shards import Making, Shard, remove_unfinished, shard_of, told, write_shard


@dataclass(slots=True)
class Plan:
    """The shards of a job, those of them that an earlier run has done, and inputs that cannot be read."""

    to_do: list[Shard] = field(default_factory=list)
    done: list[Row] = field(default_factory=list)
    unreadable: list[InputError] = field(default_factory=list)


@dataclass(slots=True)
class Ended:
    """How a job ended: all rows of its shards, how many of them are of this run, and inputs that cannot be read."""

    rows: list[Row]
    new: int
    unreadable: list[InputError]


Report = Callable[[Plan, Shard, Row | None], None]
"""Told of each input as it is done, and then, with its row, of the shard."""


def run_job(job: Job, report: Report) -> Ended:
    """Codes what is not done; raises RunError where a run cannot go on, after which it can be run again."""
    with open_manifest(job.output) as manifest, _engine(job) as engine, Crew(engine) as crew:
        remove_unfinished(job.output)
        plan = _plan(job, manifest, Making(crew.identity, job.settings, job.columns))
        rows = list(plan.done)
        for shard, outcomes in _by_shard(crew.code(_inputs(job, plan.to_do))):
            told_of = _telling(outcomes, partial(report, plan, shard, None))
            row = write_shard(job.output, shard, told_of, crew.identity)
            with told(job.output):
                manifest.add(row)
            rows.append(row)
            report(plan, shard, row)
        return Ended(rows, len(plan.to_do), plan.unreadable)


def _engine(job: Job) -> AbstractContextManager[Engine]:
    if job.engine == "ray":
        from dateline.run.cluster import ray_engine

        return ray_engine(job.settings, job.jobs, job.address)
    return nullcontext(LocalEngine(job.settings, job.jobs))


def _plan(job: Job, manifest: Manifest, making: Making) -> Plan:
    plan, digest = Plan(), making.digest()
    for source in expand(job.input):
        if isinstance(source, InputError):
            plan.unreadable.append(source)
        elif source.path and job.output not in source.path.resolve().parents:  # what we write is no input
            _place(plan, source, job, (manifest, digest))
    return plan


def _place(plan: Plan, source: Source, job: Job, known: tuple[Manifest, str]) -> None:
    manifest, digest = known
    try:
        shard = shard_of(source, digest)
    except OSError as error:
        plan.unreadable.append(UnreadableFile(source.where, f"cannot be read: {error.strerror}"))
        return
    row = manifest.rows.get(shard.part)
    if row and all((job.output / name).exists() for name in (row.part, row.failures) if name):
        plan.done.append(row)
    else:
        plan.to_do.append(shard)


def _inputs(job: Job, shards: Iterable[Shard]) -> Iterator[Document | InputError | Shard]:
    """Each shard, and after it what is read from it; ids are looked after within a shard, so that shards stay apart."""
    limits = Limits(job.settings.largest_article, job.settings.largest_unpacked)
    for shard in shards:
        yield shard
        yield from read_source(shard.source, limits, job.columns, {})


def _by_shard(stream: Iterable[Outcome | Shard]) -> Iterator[tuple[Shard, Iterator[Outcome]]]:
    """The outcomes that follow each shard, up to the next."""
    for shard, items in groupby(stream, _Following()):
        yield shard, (item for item in items if not isinstance(item, Shard))


class _Following:
    """The shard that an item follows, or is."""

    shard: Shard

    def __call__(self, item: Outcome | Shard) -> Shard:
        if isinstance(item, Shard):
            self.shard = item
        return self.shard


def _telling(outcomes: Iterable[Outcome], tell: Callable[[], None]) -> Iterator[Outcome]:
    for outcome in outcomes:
        tell()
        yield outcome
