"""Opens a database file, brings it up to date, and says plainly what stands in the way."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import UsageError
from dateline.store.duck import DuckStore
from dateline.store.migrations import migrate

if TYPE_CHECKING:
    import duckdb

STORAGE_VERSION = "v1.5.0"
"""The oldest DuckDB that can read a file made here."""


@contextmanager
def open_store(path: Path) -> Iterator[DuckStore]:
    """A DuckDB file, made if it is not there, with all migrations applied.

    Raises UsageError for a missing folder, a file that is no DuckDB database or of a newer Dateline, and a locked one.
    """
    connection = _connect(path)
    try:
        migrate(connection, path)
        yield DuckStore(connection)
    finally:
        connection.close()


def _connect(path: Path) -> "duckdb.DuckDBPyConnection":
    import duckdb

    if not path.parent.is_dir():
        raise UsageError(f"{path}: there is no folder {path.parent}; make it first")
    try:
        return duckdb.connect(str(path), config={"storage_compatibility_version": STORAGE_VERSION})
    except duckdb.Error as error:
        raise UsageError(f"{path}: {_reason(str(error))}") from error


def _reason(message: str) -> str:
    if "not a valid DuckDB" in message:
        return "not a DuckDB database; name a new file, or one that Dateline made"
    if "lock" in message:
        return "in use by another program; close it there first"
    return f"cannot be opened: {message.splitlines()[0]}"
