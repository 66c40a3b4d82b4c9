"""The search index beside a DuckDB file: SQLite's FTS5, brought up to date with the database whenever it is opened."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from itertools import chain, groupby
from pathlib import Path
from typing import Any

from dateline.errors import UsageError
from dateline.store.reading import Reader
from dateline.store.search import END, START, Hit, Unit, hit
from dateline.store.terms import fts_query

ENDING = ".search"
SHAPE = 1
"""Counts up when the tables below change; an index of another shape is made anew."""

_BEING_MADE = 0
"""What SQLite gives as the shape of a file that another program has begun and not written to yet."""

SECONDS = 60
"""How long to wait for another program that brings the index up to date."""

BATCH = 2000
"""Documents at a time."""

_TABLES = f"""
    CREATE TABLE state (watermark TEXT NOT NULL);
    CREATE TABLE documents (id TEXT PRIMARY KEY, text_hash TEXT NOT NULL, first INTEGER, last INTEGER) WITHOUT ROWID;
    CREATE VIRTUAL TABLE passages USING fts5 (
        passage, heading, unit UNINDEXED, document_id UNINDEXED, publisher UNINDEXED, published UNINDEXED,
        tokenize = 'porter unicode61 remove_diacritics 2'
    );
    PRAGMA user_version = {SHAPE};
"""
_WATERMARK = "SELECT concat(count(*), ':', bit_xor(hash(id, text_hash))) AS watermark FROM documents"
"""The same as long as the same texts are there, in whatever order they came."""

_DOCUMENTS = "SELECT id, text_hash, text, title, publisher, published FROM documents WHERE id = ANY(?) ORDER BY id"
_SENTENCES = """
    SELECT document_id, substr(text, span_start + 1, span_end - span_start) AS text
    FROM sentences JOIN documents ON documents.id = document_id AND documents.coder_id = sentences.coder_id
    WHERE document_id = ANY(?) ORDER BY document_id, number
"""
_FIND = """
    SELECT {shown} AS marked, document_id, heading AS title, publisher, published FROM passages
    WHERE passages MATCH ? AND unit = ? ORDER BY rank, document_id, rowid LIMIT ?
"""
_SHOWN = {
    "sentence": f"highlight(passages, 0, '{START}', '{END}')",
    "document": f"snippet(passages, 0, '{START}', '{END}', '…', 40)",
}


class FtsIndex:
    """Finds passages in an index that is up to date."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def find(self, words: str, unit: Unit, limit: int) -> tuple[Hit, ...]:
        """Passages, the best first; sentences by their own words, documents by those of their title too."""
        sought = fts_query(words)
        question = sought if unit == "document" else f"passage : ({sought})"
        rows = self.connection.execute(_FIND.format(shown=_SHOWN[unit]), (question, unit, limit))
        return tuple(hit(unit, row["marked"], row) for row in rows)


@contextmanager
def open_fts(reader: Reader, db: Path) -> Iterator[FtsIndex]:
    """The index of a DuckDB file, made where it is missing, damaged or of an older shape.

    Raises UsageError where it must be written and cannot.
    """
    path = db.with_name(db.name + ENDING)
    try:
        if path.exists() and not _is_sound(path):
            path.unlink()
        with closing(sqlite3.connect(path, timeout=SECONDS, isolation_level=None)) as connection:
            connection.row_factory = sqlite3.Row
            _bring_up_to_date(connection, reader)
            yield FtsIndex(connection)
    except (sqlite3.Error, OSError) as error:
        raise UsageError(f"{path}: the search index cannot be used: {error}") from error


def _is_sound(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path, timeout=SECONDS)) as connection:
            (shape,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.DatabaseError as error:
        if "not a database" in str(error) or "malformed" in str(error):
            return False
        raise
    return shape in (_BEING_MADE, SHAPE)


def _bring_up_to_date(connection: sqlite3.Connection, reader: Reader) -> None:
    """Takes over, in one transaction, what came, went or changed since the watermark."""
    (present,) = _rows(reader, _WATERMARK)
    if _has_tables(connection) and _watermark(connection) == present["watermark"]:
        return
    with _transaction(connection):
        if not _has_tables(connection):
            for statement in filter(str.strip, _TABLES.split(";")):
                connection.execute(statement)
        _take_over(connection, reader)
        connection.execute("DELETE FROM state")
        connection.execute("INSERT INTO state VALUES (?)", (present["watermark"],))


def _take_over(connection: sqlite3.Connection, reader: Reader) -> None:
    indexed = {row["id"]: row["text_hash"] for row in connection.execute("SELECT id, text_hash FROM documents")}
    present = {row["id"]: row["text_hash"] for row in _rows(reader, "SELECT id, text_hash FROM documents")}
    for document in (each for each, text_hash in indexed.items() if present.get(each) != text_hash):
        _drop(connection, document)
    missing = sorted(each for each, text_hash in present.items() if indexed.get(each) != text_hash)
    for start in range(0, len(missing), BATCH):
        _add(connection, reader, missing[start : start + BATCH])


def _drop(connection: sqlite3.Connection, document: str) -> None:
    own = "SELECT first FROM documents WHERE id = :id", "SELECT last FROM documents WHERE id = :id"
    connection.execute(f"DELETE FROM passages WHERE rowid BETWEEN ({own[0]}) AND ({own[1]})", {"id": document})
    connection.execute("DELETE FROM documents WHERE id = ?", (document,))


def _add(connection: sqlite3.Connection, reader: Reader, ids: Sequence[str]) -> None:
    """A row for each document and for each of its sentences, one after the other."""
    sentences = _by_document(_rows(reader, _SENTENCES, (list(ids),)))
    (free,) = connection.execute("SELECT coalesce(max(last), 0) + 1 FROM documents").fetchone()
    for row in _rows(reader, _DOCUMENTS, (list(ids),)):
        passages = [("document", row["text"]), *(("sentence", text) for text in sentences.get(row["id"], ()))]
        facts = (row["title"], row["id"], row["publisher"], row["published"] and row["published"].isoformat())
        connection.executemany(
            "INSERT INTO passages (rowid, unit, passage, heading, document_id, publisher, published)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(free + place, *passage, *facts) for place, passage in enumerate(passages)],
        )
        last = free + len(passages) - 1
        connection.execute("INSERT INTO documents VALUES (?, ?, ?, ?)", (row["id"], row["text_hash"], free, last))
        free = last + 1


def _by_document(rows: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    return {document: [row["text"] for row in own] for document, own in groupby(rows, lambda row: row["document_id"])}


def _rows(reader: Reader, sql: str, parameters: Sequence[object] = ()) -> Iterator[dict[str, Any]]:
    return chain.from_iterable(batch.to_pylist() for batch in reader.ask(sql, parameters))


def _has_tables(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'state'").fetchone() is not None


def _watermark(connection: sqlite3.Connection) -> str | None:
    row = connection.execute("SELECT watermark FROM state").fetchone()
    return row["watermark"] if row else None


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
