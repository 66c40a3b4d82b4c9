"""Articles with what was found in them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.store.asking import Row, ask
from dateline.store.reading import Reader

_FACTS = "id, title, publisher, url, author, published, language"
_LATEST = (
    "FROM {0} JOIN documents ON documents.id = document_id AND documents.coder_id = {0}.coder_id WHERE document_id = ?"
)
"""What the run found that coded a document last."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text; `reason` says why it gave no event, None where it gave one."""

    start: int
    end: int
    reason: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its facts of publication, the records of its events, and its sentences where the run kept them."""

    id: str
    text: str
    title: str | None
    publisher: str | None
    url: str | None
    author: str | None
    published: date | None
    language: str | None
    records: Sequence[Row]
    sentences: Sequence[Sentence]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """Some articles without their texts, and the id after which the next ones follow, None where there are none."""

    rows: Sequence[Row]
    following: str | None


def article(reader: Reader, id: str) -> Article | None:
    """The article of an id."""
    rows = ask(reader, f"SELECT {_FACTS}, text FROM documents WHERE id = ?", (id,))
    return Article(**rows[0], records=_records(reader, id), sentences=_sentences(reader, id)) if rows else None


def articles(reader: Reader, size: int, after: str = "") -> ArticlePage:
    """Articles by their ids, which are all that every one of them has."""
    rows = ask(reader, f"SELECT {_FACTS} FROM documents WHERE id > ? ORDER BY id LIMIT {size + 1}", (after,))
    return ArticlePage(rows[:size], rows[size - 1]["id"] if len(rows) > size else None)


def _records(reader: Reader, id: str) -> list[Row]:
    """In the order of the text."""
    rows = ask(reader, f"SELECT CAST(events.record AS TEXT) AS record {_LATEST.format('events')}", (id,))
    records = [json.loads(row["record"]) for row in rows]
    return sorted(records, key=lambda record: (record["trigger"]["span"], record["id"]))


def _sentences(reader: Reader, id: str) -> list[Sentence]:
    rows = ask(
        reader,
        f"""SELECT span_start AS start, span_end AS "end", reason {_LATEST.format("sentences")} ORDER BY number""",
        (id,),
    )
    return [Sentence(**row) for row in rows]
