"""What the store asks of a database that it writes to, and how each of the two does it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal, Protocol

from dateline.store.reading import without_password

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    import duckdb
    import psycopg

Row = tuple[object, ...]
Kind = Literal["duckdb", "postgresql"]


class Database(Protocol):
    """Writes rows; SQL marks its parameters with `?`. `name` may be shown to a user."""

    @property
    def kind(self) -> Kind: ...

    @property
    def name(self) -> str: ...

    def transaction(self) -> "AbstractContextManager[None]": ...

    def lock(self) -> None: ...

    def execute(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]: ...

    def insert(self, table: str, rows: Sequence[Row]) -> None: ...

    def insert_new(self, table: str, rows: Sequence[Row], key: str) -> set[object]: ...


class DuckDatabase:
    """A DuckDB file; rows come to it as Arrow columns of the table's own types."""

    kind: Kind = "duckdb"

    def __init__(self, connection: "duckdb.DuckDBPyConnection", name: str) -> None:
        self.connection, self.name = connection, name

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what is written in it, or nothing."""
        self.connection.begin()
        try:
            yield
        except BaseException:
            self._roll_back()
            raise
        self.connection.commit()

    def _roll_back(self) -> None:
        import duckdb

        try:
            self.connection.rollback()
        except duckdb.Error:  # a fatal error, such as a full disk, has ended the transaction already
            return

    def lock(self) -> None:
        """Nothing to do: a file has one writer."""

    def execute(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """The rows of the answer, none where there is none."""
        return self.connection.execute(sql, list(parameters) or None).fetchall()

    def insert(self, table: str, rows: Sequence[Row]) -> None:
        """Adds rows."""
        if rows:
            with self._incoming(table, rows):
                self.execute(f"INSERT INTO {table} SELECT * FROM incoming")

    def insert_new(self, table: str, rows: Sequence[Row], key: str) -> set[object]:
        """Adds the rows that are not there yet, and returns a column of those."""
        if not rows:
            return set()
        with self._incoming(table, rows):
            return {value for (value,) in self.execute(_new(table, key))}

    @contextmanager
    def _incoming(self, table: str, rows: Sequence[Row]) -> Iterator[None]:
        import pyarrow as pa

        schema = self.connection.table(table).limit(0).to_arrow_table().schema
        columns = [pa.array(values, field.type) for values, field in zip(zip(*rows, strict=True), schema, strict=True)]
        self.connection.register("incoming", pa.Table.from_arrays(columns, schema=schema))
        yield
        self.connection.unregister("incoming")


class PostgresDatabase:
    """A PostgreSQL database; rows come to it by COPY."""

    kind: Kind = "postgresql"

    def __init__(self, connection: "psycopg.Connection[Row]", address: str) -> None:
        self.connection, self.name = connection, without_password(address)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what is written in it, or nothing."""
        with self.connection.transaction():
            yield

    def lock(self) -> None:
        """Waits until no other transaction that asked for it is under way."""
        self.execute("SELECT pg_advisory_xact_lock(hashtext('dateline'))")

    def execute(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """The rows of the answer, none where there is none."""
        statement: Any = sql.replace("?", "%s") if parameters else sql
        cursor = self.connection.execute(statement, list(parameters) or None)
        return cursor.fetchall() if cursor.description else []

    def insert(self, table: str, rows: Sequence[Row]) -> None:
        """Adds rows."""
        statement: Any = f"COPY {table} FROM STDIN"
        with self.connection.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)

    def insert_new(self, table: str, rows: Sequence[Row], key: str) -> set[object]:
        """Adds the rows that are not there yet, and returns a column of those."""
        self.execute(f"CREATE TEMPORARY TABLE incoming (LIKE {table}) ON COMMIT DROP")
        self.insert("incoming", rows)
        added = {value for (value,) in self.execute(_new(table, key))}
        self.execute("DROP TABLE incoming")
        return added


def _new(table: str, key: str) -> str:
    return f"INSERT INTO {table} SELECT * FROM incoming ON CONFLICT DO NOTHING RETURNING {key}"
