"""Files of records, their format told by the ending."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from dateline.errors import UsageError
from dateline.export.format import Opening, Writer
from dateline.export.replacing import replacing


@contextmanager
def open_writer(path: Path) -> Iterator[Writer]:
    """A writer whose file takes its place when all is written; after an exception a file of that name is as before.

    Raises UsageError for an ending that no format has and for a folder that cannot be written to.
    """
    writing = _format_of(path)
    with replacing(path) as part, writing(part) as writer:
        yield writer


def _format_of(path: Path) -> Opening:
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


FORMATS: dict[str, Opening] = {".jsonl": _jsonl, ".parquet": _parquet, ".csv": _csv}
