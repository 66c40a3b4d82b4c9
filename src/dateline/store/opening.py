"""Opens a database for writing, brings it up to date, and says plainly what stands in the way."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.errors import UsageError
from dateline.store.database import Database, DuckDatabase, PostgresDatabase
from dateline.store.migrations import migrate
from dateline.store.reading import is_postgres, without_password
from dateline.store.writing import Store

_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "storage_compatibility_version": "v1.5.0",  # the oldest DuckDB that can read a file made here
    "checkpoint_threshold": "256MB",  # tidying the file more often than this costs more than the writing
}

KEPT = "what was acknowledged before is kept"


@contextmanager
def open_store(db: str) -> Iterator[Store]:
    """A DuckDB file, made if it is not there, or a PostgreSQL database, with all migrations applied; written to its end on leaving.

    Raises UsageError for a missing folder, a file that is no DuckDB database or of a newer Dateline, a locked one, and
    whatever ends the writing, such as a full disk.
    """
    with _open_postgres(db) if is_postgres(db) else _open_duck(Path(db)) as database:
        migrate(database)
        store = Store(database)
        yield store
        store.flush()


@contextmanager
def _open_duck(path: Path) -> Iterator[Database]:
    import duckdb

    if not path.parent.is_dir():
        raise UsageError(f"{path}: there is no folder {path.parent}; make it first")
    try:
        with duckdb.connect(str(path), config=_CONFIG) as connection:
            yield DuckDatabase(connection, str(path))
    except duckdb.Error as error:
        raise UsageError(f"{path}: {_duck_reason(str(error))}") from error


def _duck_reason(message: str) -> str:
    if "not a valid DuckDB" in message:
        return "not a DuckDB database; name a new file, or one that Dateline made"
    if "lock on file" in message:
        return "in use by another program; close it there first"
    if "No space left" in message or "File too large" in message:
        return f"no room to write; {KEPT}, make room and run the command again"
    return f"cannot be written: {message.splitlines()[0]}"


@contextmanager
def _open_postgres(db: str) -> Iterator[Database]:
    try:
        import psycopg
    except ImportError as error:
        raise UsageError("PostgreSQL wants the extra: pip install 'dateline[postgres]'") from error
    try:
        with psycopg.connect(db, autocommit=True) as connection:
            yield PostgresDatabase(connection, db)
    except psycopg.Error as error:
        raise UsageError(f"{without_password(db)}: {_postgres_reason(error)}") from error


def _postgres_reason(error: Exception) -> str:
    message = " ".join(str(error).split())
    if "No space left" in message:
        return f"no room to write; {KEPT}, make room and run the command again"
    return message or type(error).__name__
