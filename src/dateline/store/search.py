"""Full-text search over sentences and documents, offline: SQLite's FTS5 beside a DuckDB file, tsvector in PostgreSQL."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, Protocol

from dateline.model import Span
from dateline.store.reading import Reader, is_postgres

Unit = Literal["sentence", "document"]

START, END = "\x02", "\x03"
"""Around a word that was sought; no text of news holds them."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with the words that were sought, the best first; `marks` are spans of `passage`."""

    document_id: str
    unit: Unit
    passage: str
    marks: tuple[Span, ...]
    title: str | None = None
    publisher: str | None = None
    published: date | None = None


class Index(Protocol):
    """Finds passages; raises UsageError where no word is sought."""

    def find(self, words: str, unit: Unit, limit: int) -> tuple[Hit, ...]: ...


@contextmanager
def open_index(reader: Reader, db: str) -> Iterator[Index]:
    """The index of a database that is open, brought up to date with it."""
    if is_postgres(db):
        from dateline.store.tsvector import PostgresIndex

        yield PostgresIndex(reader)
        return
    from dateline.store.fts import open_fts

    with open_fts(reader, Path(db)) as index:
        yield index


def unmarked(marked: str) -> tuple[str, tuple[Span, ...]]:
    """The passage without its marks, and where they were."""
    passage, marks = "", list[Span]()
    for piece in marked.split(START):
        sought, closing, rest = piece.partition(END)
        if closing:
            marks.append(Span(len(passage), len(passage) + len(sought)))
        passage += sought + rest
    return passage, tuple(marks)


def hit(unit: Unit, marked: str, row: Mapping[str, Any]) -> Hit:
    """A hit of a marked passage and the facts of its document."""
    passage, marks = unmarked(marked)
    published = row["published"]
    day = date.fromisoformat(published) if isinstance(published, str) else published
    return Hit(row["document_id"], unit, passage, marks, row["title"], row["publisher"], day)
