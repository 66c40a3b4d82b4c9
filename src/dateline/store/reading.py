"""Databases opened for reading alone: a question in SQL gives record batches, whichever database answers."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Any, Protocol

from dateline.errors import UsageError
from dateline.store.dialects import Dialect, DuckDialect, PostgresDialect

if TYPE_CHECKING:
    import duckdb
    from pyarrow import RecordBatch, Schema

SECONDS = 300.0
"""A question that takes longer is given up."""

ROWS = 10_000
"""In a batch."""

_LOCKED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "lock_configuration": "true",
}
_POSTGRES = ("postgresql://", "postgres://")


class Answer(Protocol):
    """Record batches of one schema."""

    @property
    def schema(self) -> "Schema": ...

    def __iter__(self) -> "Iterator[RecordBatch]": ...


class Reader(Protocol):
    """Answers questions and changes nothing."""

    @property
    def dialect(self) -> Dialect: ...

    def ask(self, sql: str, parameters: Sequence[object] = ()) -> Answer: ...

    def ask_freely(self, sql: str) -> Answer: ...


@contextmanager
def open_reader(db: str, seconds: float = SECONDS) -> Iterator[Reader]:
    """A reader of a DuckDB file or of a PostgreSQL database; it reaches no file and no network beside it.

    Raises UsageError where there is no database, it cannot be read, or an answer takes too long.
    """
    opened = _open_postgres(db, seconds) if is_postgres(db) else _open_duck(Path(db), seconds)
    with opened as reader:
        yield reader


def is_postgres(db: str) -> bool:
    """Whether this is the address of a PostgreSQL database rather than the path of a file."""
    return db.startswith(_POSTGRES)


class DuckReader:
    """Reads a DuckDB file."""

    dialect = DuckDialect()

    def __init__(self, connection: "duckdb.DuckDBPyConnection") -> None:
        self.connection = connection

    def ask(self, sql: str, parameters: Sequence[object] = ()) -> Answer:
        """The answer to Dateline's own question."""
        return self.connection.sql(sql, params=list(parameters)).to_arrow_reader(ROWS)  # type: ignore[no-any-return]

    def ask_freely(self, sql: str) -> Answer:
        """The answer to a user's question; raises UsageError where it is no single SELECT."""
        import duckdb

        kinds = [each.type for each in self.connection.extract_statements(sql)]
        if kinds != [duckdb.StatementType.SELECT]:
            raise UsageError(_refusal([kind.name for kind in kinds]))
        return self.ask(sql)


class PostgresReader:
    """Reads a PostgreSQL database through ADBC, which sends one statement at a time."""

    dialect = PostgresDialect()

    def __init__(self, cursor: Any) -> None:
        self.cursor = cursor

    def ask(self, sql: str, parameters: Sequence[object] = ()) -> Answer:
        """The answer to Dateline's own question."""
        self.cursor.execute(self.dialect.marked(sql) if parameters else sql, list(parameters) or None)
        return self.cursor.fetch_record_batch()  # type: ignore[no-any-return]

    def ask_freely(self, sql: str) -> Answer:
        """The answer to a user's question; raises UsageError where it is no SELECT."""
        word = first_word(sql)
        if word not in ("SELECT", "WITH", "VALUES", "TABLE"):
            raise UsageError(_refusal([word] if word else []))
        return self.ask(sql.rstrip().rstrip(";"))


def first_word(sql: str) -> str:
    """The word that tells what a statement does, in capitals: the first after comments and brackets."""
    rest = sql.lstrip(" \t\r\n(")
    while rest.startswith(("--", "/*")):
        end = "\n" if rest.startswith("--") else "*/"
        rest = rest.partition(end)[2].lstrip(" \t\r\n(")
    return "".join(rest.split(maxsplit=1)[:1]).rstrip(";").upper()


def _refusal(kinds: Sequence[str]) -> str:
    if len(kinds) > 1:
        return f"--sql takes one SELECT, these are {len(kinds)} statements"
    return f"--sql takes one SELECT, which reads; this is {kinds[0] if kinds else 'no statement'}"


@contextmanager
def _open_duck(path: Path, seconds: float) -> Iterator[Reader]:
    import duckdb

    if not path.exists():
        raise UsageError(f"{path}: there is no such database; `dateline code --db {path} PATH...` makes one")
    try:
        with duckdb.connect(str(path), read_only=True, config=_LOCKED) as connection, _ending(connection, seconds):
            yield DuckReader(connection)
    except duckdb.Error as error:
        raise UsageError(f"{path}: {_duck_reason(str(error), seconds)}") from error


@contextmanager
def _ending(connection: "duckdb.DuckDBPyConnection", seconds: float) -> Iterator[None]:
    timer = Timer(seconds, connection.interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _duck_reason(message: str, seconds: float) -> str:
    if "not a valid DuckDB" in message:
        return "not a DuckDB database; name one that Dateline made"
    if "lock on file" in message:
        return "in use by another program; close it there first"
    if "INTERRUPT" in message:
        return f"no answer within {seconds:g} seconds; ask for less"
    return " ".join(message.split())


@contextmanager
def _open_postgres(db: str, seconds: float) -> Iterator[Reader]:
    try:
        from adbc_driver_manager import Error
        from adbc_driver_postgresql import dbapi
    except ImportError as error:
        raise UsageError("PostgreSQL wants the extra: pip install 'dateline[postgres]'") from error
    try:
        with dbapi.connect(db) as connection, connection.cursor() as cursor:
            cursor.execute("SET default_transaction_read_only = on")
            cursor.execute("SET default_transaction_isolation = 'repeatable read'")
            cursor.execute(f"SET statement_timeout = {int(seconds * 1000)}")
            connection.commit()
            yield PostgresReader(cursor)
    except (Error, OSError) as error:
        raise UsageError(f"{without_password(db)}: {_postgres_reason(str(error), seconds)}") from error


def without_password(db: str) -> str:
    """An address of a database that may be shown."""
    from urllib.parse import urlsplit

    parts = urlsplit(db)
    return db if parts.password is None else db.replace(f":{parts.password}@", ":…@", 1)


def _postgres_reason(message: str, seconds: float) -> str:
    if "statement timeout" in message:
        return f"no answer within {seconds:g} seconds; ask for less"
    return " ".join(message.partition("ERROR:")[2].partition("Query was:")[0].split()) or " ".join(message.split())
