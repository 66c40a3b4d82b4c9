"""Files of records, their format told by the ending."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

from dateline.errors import UsageError
from dateline.export.replacing import replacing
from dateline.export.shape import Record


class Writer(Protocol):
    """Takes records, a document's at a time."""

    def write(self, records: Sequence[Record]) -> None: ...


Format = Callable[[Path], AbstractContextManager[Writer]]


@contextmanager
def open_writer(path: Path) -> Iterator[Writer]:
    """A writer whose file takes its place when all is written; after an exception a file of that name is as before.

    Raises UsageError for an ending that no format has and for a folder that cannot be written to.
    """
    writing = _format_of(path)
    with replacing(path) as part, writing(part) as writer:
        yield writer


def _format_of(path: Path) -> Format:
    writing = FORMATS.get(path.suffix.lower())
    if writing is None:
        raise UsageError(f"{path}: unknown ending {path.suffix!r}; known are {', '.join(FORMATS)}")
    return writing


def _jsonl(path: Path) -> AbstractContextManager[Writer]:
    from dateline.export import jsonl

    return jsonl.writing(path)


def _parquet(path: Path) -> AbstractContextManager[Writer]:
    from dateline.export import parquet

    return parquet.writing(path)


def _csv(path: Path) -> AbstractContextManager[Writer]:
    from dateline.export import csv

    return csv.writing(path)


FORMATS: dict[str, Format] = {".jsonl": _jsonl, ".parquet": _parquet, ".csv": _csv}
