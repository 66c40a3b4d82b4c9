"""The list of the shards that are done, one JSON object a line: what is in it is on the disk whole."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from dateline.errors import UsageError

NAME = "manifest.jsonl"


@dataclass(frozen=True, slots=True)
class Row:
    """A shard that is done: its files, what went in, and how much came of it."""

    part: str
    failures: str | None
    input: str
    sha256: str
    documents: int
    skipped: int
    failed: int
    events: int
    coder: dict[str, str]


class Manifest:
    """Rows by the name of their part; made by `open_manifest`."""

    def __init__(self, file: int, rows: dict[str, Row]) -> None:
        self._file, self.rows = file, rows

    def add(self, row: Row) -> None:
        """Writes the row whole or not at all: a disk that is full leaves the file as it was."""
        if self.rows.get(row.part) == row:
            return
        size = os.fstat(self._file).st_size
        line = (json.dumps(asdict(row), ensure_ascii=False) + "\n").encode()
        try:
            _write(self._file, line)
            os.fsync(self._file)
        except OSError:
            os.ftruncate(self._file, size)
            raise
        self.rows[row.part] = row


@contextmanager
def open_manifest(folder: Path) -> Iterator[Manifest]:
    """The manifest of an output folder, for one run at a time; raises UsageError where it cannot be written or is in use."""
    path = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written to: {error.strerror}") from error
    try:
        _lock(file, folder)
        yield Manifest(file, {row.part: row for row in _rows(file, path)})
    finally:
        os.close(file)


def _lock(file: int, folder: Path) -> None:
    """The system lets go of the lock when the process ends, however it ends."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise UsageError(f"{folder}: another run is writing there; wait for its end") from None


def _rows(file: int, path: Path) -> Iterator[Row]:
    """The rows; a last line that was cut off, by a loss of power say, is taken away."""
    with open(file, "rb", closefd=False) as lines:
        content = lines.read()
    whole = content[: content.rfind(b"\n") + 1]
    if len(whole) < len(content):
        os.ftruncate(file, len(whole))
    for number, line in enumerate(whole.splitlines(), 1):
        try:
            yield Row(**json.loads(line))
        except (ValueError, TypeError) as error:
            raise UsageError(f"{path}:{number}: no row of a manifest: {error}; name another output folder") from None


def _write(file: int, line: bytes) -> None:
    while line:
        line = line[os.write(file, line) :]
