"""Shards: one input file each, named by all that its output depends on, and its output, which appears whole."""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

from dateline.config import Settings
from dateline.errors import RunError
from dateline.export.parquet import writing
from dateline.export.record import records_of
from dateline.export.replacing import replacing
from dateline.export.shape import Record
from dateline.model import CoderInfo
from dateline.readers.paths import Source
from dateline.readers.records import Columns
from dateline.resources.digest import digest_of
from dateline.run.job import Coded, Failed, Outcome
from dateline.run.manifest import Row

DIGITS = 24
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Shard:
    """An input file, the SHA-256 of its content, and the name of its part."""

    source: Source
    sha256: str
    part: str
    size: int

    @property
    def failures(self) -> str:
        """The name of the file of what could not be coded."""
        return self.part.replace(".parquet", ".failures.jsonl")


@dataclass(frozen=True, slots=True)
class Making:
    """What the output of every shard of a job depends on, apart from its input."""

    identity: CoderInfo
    settings: Settings
    columns: Columns

    def digest(self) -> str:
        """Changes with whatever may change a record; folders count by what is in them, not by their names."""
        model = digest_of(Path(self.settings.model)) if self.settings.model else ""
        limits = (self.settings.largest_article, self.settings.largest_unpacked, self.settings.rules_only)
        return _digest(json.dumps([asdict(self.identity), model, limits, sorted(self.columns.items())]).encode())


def shard_of(source: Source, making: str) -> Shard:
    """The shard of a file; raises OSError where it cannot be read. Its place counts too, for ids may come of it."""
    content = sha256()
    size = 0
    with Path(source.where).open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            content.update(chunk)
            size += len(chunk)
    whole = _digest(json.dumps([making, source.where, source.name, content.hexdigest()]).encode())
    return Shard(source, content.hexdigest(), f"part-{whole[:DIGITS]}.parquet", size)


def write_shard(folder: Path, shard: Shard, outcomes: Iterable[Outcome], identity: CoderInfo) -> Row:
    """Writes the records and the failures of a shard, and gives the row that says so once both are on the disk.

    Raises RunError where they cannot be written; then nothing of the shard is left.
    """
    count = _Count(identity)
    with told(folder / shard.part), replacing(folder / shard.part) as part:
        with writing(part) as groups:
            for outcome in outcomes:
                groups.write(count.records(outcome))
        _onto_disk(part)
    if count.left_out:
        with told(folder / shard.failures), replacing(folder / shard.failures) as part:
            part.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in count.left_out), "utf8")
            _onto_disk(part)
    _onto_disk(folder)
    return count.row(shard)


def remove_unfinished(folder: Path) -> None:
    """Removes what a run that was killed had begun to write."""
    for path in folder.glob(".part-*.part"):
        path.unlink()


@contextmanager
def told(path: Path) -> Iterator[None]:
    """A disk that is full or fails is told with the file, and that no more is lost than this shard."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise RunError(
            f"{path}: cannot be written: {reason}; finished shards are kept, run again once that is mended"
        ) from error


@dataclass(slots=True)
class _Count:
    """What became of the inputs of one shard."""

    identity: CoderInfo
    documents: int = 0
    events: int = 0
    left_out: list[dict[str, str | int | None]] = field(default_factory=list)

    def records(self, outcome: Outcome) -> Sequence[Record]:
        """The records of a coded document; of any other none, but the reason is kept."""
        if isinstance(outcome, Coded):
            found = records_of(outcome.document, self.identity)
            self.documents += 1
            self.events += len(found)
            return found
        error = outcome.error
        kind = "failed" if isinstance(outcome, Failed) else "skipped"
        facts = {"where": error.where, "line": error.line, "record": error.record, "reason": error.reason}
        self.left_out.append({"kind": kind, **facts})
        return []

    def row(self, shard: Shard) -> Row:
        kinds = [each["kind"] for each in self.left_out]
        return Row(
            part=shard.part,
            failures=shard.failures if kinds else None,
            input=shard.source.where,
            sha256=shard.sha256,
            documents=self.documents,
            skipped=kinds.count("skipped"),
            failed=kinds.count("failed"),
            events=self.events,
            coder=asdict(self.identity),
        )


def _onto_disk(path: Path) -> None:
    """Waits until the disk has it, so that no row of the manifest outlives a loss of power that its files do not."""
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
