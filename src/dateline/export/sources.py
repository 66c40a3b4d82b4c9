"""Records read back from where they were written: JSON lines, Parquet, a database."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import cast

from dateline.errors import BadRecord, UnreadableFile, UsageError
from dateline.export.checking import complaint
from dateline.export.shape import Record
from dateline.store.filters import EventFilter
from dateline.store.merged import count_merged, merged_records
from dateline.store.query import count_events, event_records
from dateline.store.reading import is_postgres, open_reader

ROWS = 1000
_BESIDE = ("manifest.jsonl", ".failures.jsonl")
"""How files end that a run writes beside its records."""
DAY = 86_400.0
"""Seconds that writing a whole database may take."""


@dataclass(frozen=True, slots=True)
class Source:
    """Records as they come, and how many there are where that is known without reading them."""

    records: Iterator[Record]
    size: int | None = None


def records_from(source: str) -> Source:
    """The records of a .jsonl or .parquet file, of all such files of a folder, or of a database that Dateline wrote.

    Raises UsageError where there is none; reading raises InputError for what is no record, with its line.
    """
    if is_postgres(source):
        return _database(source)
    path = Path(source)
    if path.is_dir():
        return _folder(path)
    if not path.is_file():
        raise UsageError(f"{source}: there is no such file; name records in .jsonl or .parquet, or a database")
    return _file(path)


def merged_from(source: str) -> Source:
    """A record for each happening that the stories of a database tell of.

    Raises UsageError where the source is no database or has no stories.
    """
    if not is_postgres(source) and Path(source).suffix.lower() in (".jsonl", ".parquet", ""):
        raise UsageError(f"{source}: reports are merged in a database; code with --db, then run `dateline stories`")
    with open_reader(source) as reader:
        size = count_merged(reader)
    if not size:
        raise UsageError(f"{source}: nothing is merged there yet; run `dateline stories --db {source}` first")
    return Source(_merged_rows(source), size)


def _merged_rows(db: str) -> Iterator[Record]:
    with open_reader(db, DAY) as reader:
        yield from merged_records(reader)


def _folder(path: Path) -> Source:
    """The shards of a run, by name."""
    written = (each for each in path.iterdir() if each.suffix.lower() in (".jsonl", ".parquet"))
    files = sorted(each for each in written if not each.name.endswith(_BESIDE))
    if not files:
        raise UsageError(f"{path}: no .jsonl or .parquet in this folder")
    sources = [_file(each) for each in files]
    sizes = [each.size for each in sources if each.size is not None]
    every = chain.from_iterable(each.records for each in sources)
    return Source(every, sum(sizes) if len(sizes) == len(sources) else None)


def _file(path: Path) -> Source:
    if path.suffix.lower() == ".jsonl":
        return Source(_lines(path))
    if path.suffix.lower() == ".parquet":
        return _parquet(path)
    return _database(str(path))


def _lines(path: Path) -> Iterator[Record]:
    with path.open(encoding="utf-8") as file:
        try:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield _record(line, path, number)
        except UnicodeDecodeError as error:
            raise UnreadableFile(path, "not UTF-8; records are written in it by `dateline code -o`") from error


def _record(line: str, path: Path, number: int) -> Record:
    try:
        found = json.loads(line)
    except ValueError as error:
        raise BadRecord(path, f"not JSON: {error}", number) from error
    return _checked(found, path, number)


def _checked(found: object, path: Path, number: int | None = None) -> Record:
    if wrong := complaint(found):
        raise BadRecord(path, f"no record of an event: {wrong}", number)
    return cast(Record, found)


def _parquet(path: Path) -> Source:
    """Opened when the first record is asked for, since a run may have more shards than a process may hold open."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from dateline.export.parquet import SCHEMA

    try:
        metadata = pq.read_metadata(path)
    except pa.ArrowInvalid as error:
        raise UnreadableFile(path, f"not Parquet: {str(error).splitlines()[0]}") from error
    names = metadata.schema.to_arrow_schema().names
    if missing := [name for name in SCHEMA.names if name not in names]:
        raise UnreadableFile(path, f"no records of events: there is no column {missing[0]}")
    return Source(_parquet_records(path), metadata.num_rows)


def _parquet_records(path: Path) -> Iterator[Record]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    from dateline.export.parquet import SCHEMA

    with pq.ParquetFile(path) as file:
        try:
            for batch in file.iter_batches(batch_size=ROWS, columns=SCHEMA.names):
                rows = pa.Table.from_batches([batch]).cast(SCHEMA).to_pylist()
                yield from (_checked(row, path) for row in rows)
        except pa.ArrowException as error:
            raise UnreadableFile(path, f"no records of events: {str(error).splitlines()[0]}") from error


def _database(db: str) -> Source:
    """The events of each document's last coding; closed when the last one was read."""
    with open_reader(db) as reader:
        size = count_events(reader, EventFilter())
    return Source(_rows(db), size)


def _rows(db: str) -> Iterator[Record]:
    with open_reader(db, DAY) as reader:
        yield from event_records(reader, EventFilter())
