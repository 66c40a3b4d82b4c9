"""Tables of events: columns by name, filtered, in the order of their dates."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from dateline.errors import UsageError
from dateline.store.asking import ask_events
from dateline.store.dialects import Dialect
from dateline.store.filters import EventFilter, conditions
from dateline.store.reading import Answer, Reader

Expression = Callable[[Dialect], str]

_PUBLICATIONS = "JOIN documents ON documents.id = events.document_id"
BY_DATE = "events.date_start NULLS LAST, events.published NULLS LAST, events.document_id, events.id, events.coder_id"
"""The earliest first; whatever else is alike, ids part it, so that the same question has the same answer."""
_BY_DOCUMENT = "events.document_id, events.id, events.coder_id"

RECORD = "record"
"""The column of whole records, as JSON."""

DEFAULT = (
    "date_start", "event", "mode", "actor", "recipient", "place", "status", "source", "publisher", "document_id",
)  # fmt: skip


def _own(name: str) -> Expression:
    return lambda _: name


def _text(path: str) -> Expression:
    return lambda dialect: dialect.text(path)


def _texts(path: str) -> Expression:
    return lambda dialect: dialect.texts(path)


def _number(path: str, kind: str) -> Expression:
    return lambda dialect: f"CAST({dialect.text(path)} AS {kind})"


COLUMNS: Mapping[str, Expression] = {
    "id": _own("events.id"),
    "document_id": _own("events.document_id"),
    "run": _own("events.coder_id"),
    "event": _own("events.event"),
    "mode": _own("events.mode"),
    "context": _own("events.context"),
    "quad": _own("events.quad"),
    "score": _own("events.score"),
    "cameo": _text("$.cameo"),
    "goldstein": _number("$.goldstein", "DOUBLE PRECISION"),
    "status": _own("events.status"),
    "historical": _own("events.historical"),
    "date_start": _own("events.date_start"),
    "date_end": _own("events.date_end"),
    "granularity": _text("$.date.granularity"),
    "actor": _own("events.actor"),
    "actor_country": _own("events.actor_country"),
    "actor_wikidata": _texts("$.actor[*].wikidata"),
    "recipient": _own("events.recipient"),
    "recipient_country": _own("events.recipient_country"),
    "recipient_wikidata": _texts("$.recipient[*].wikidata"),
    "place": _own("events.place"),
    "admin1": _own("events.admin1"),
    "location_country": _own("events.location_country"),
    "latitude": _own("events.latitude"),
    "longitude": _own("events.longitude"),
    "source": _texts("$.attribution[*].source.text"),
    **{kind: _number(f"$.magnitude.{kind}.value", "BIGINT") for kind in ("dead", "injured", "arrested", "size")},
    "confidence": _own("events.confidence"),
    "words": _text("$.trigger.text"),
    "rule": _text("$.trigger.rule"),
    "sentence": _own("events.sentence"),
    "section": _text("$.section"),
    "title": _own("documents.title"),
    "publisher": _own("events.publisher"),
    "url": _own("documents.url"),
    "published": _own("events.published"),
    "story": _own("(SELECT story_id FROM story_members WHERE story_members.document_id = events.document_id)"),
    "reports": _own(
        "coalesce((SELECT max(reports) FROM merged_events JOIN event_members ON merged_id = merged_events.id"
        " WHERE event_id = events.id AND event_members.coder_id = events.coder_id), 1)"
    ),
    RECORD: _own("CAST(events.record AS TEXT)"),
}
"""What a table of events may show."""


def events_table(
    reader: Reader, asked: EventFilter, columns: Sequence[str] = DEFAULT, limit: int | None = None
) -> Answer:
    """The events that pass the filter by date, a row each; raises UsageError for a column that there is not."""
    return _answer(reader, asked, columns, BY_DATE if limit is None else f"{BY_DATE} LIMIT {int(limit)}")


def event_records(reader: Reader, asked: EventFilter) -> Iterator[Any]:
    """The records of the events that pass the filter, document by document."""
    for batch in _answer(reader, asked, [RECORD, "story"], _BY_DOCUMENT):
        for row in batch.to_pylist():
            yield {**json.loads(row[RECORD]), "story_id": row["story"]}


def count_events(reader: Reader, asked: EventFilter) -> int:
    """How many events pass the filter."""
    (row,) = ask_events(reader, asked, "SELECT count(*) AS found {events}")
    return int(row["found"])


def shown(reader: Reader, columns: Sequence[str]) -> str:
    """What follows SELECT for these columns; raises UsageError for one that there is not."""
    if unknown := [name for name in columns if name not in COLUMNS]:
        raise UsageError(f"no column {unknown[0]!r}; known are {', '.join(COLUMNS)}")
    return ", ".join(f'{COLUMNS[name](reader.dialect)} AS "{name}"' for name in columns)


def source(columns: Sequence[str]) -> str:
    """Where these columns come from; documents are read only for what they alone tell."""
    is_in_events = all(name not in ("title", "url") for name in columns)
    return "FROM events" if is_in_events else f"FROM events {_PUBLICATIONS}"


def _answer(reader: Reader, asked: EventFilter, columns: Sequence[str], order: str) -> Answer:
    wanted = conditions(asked, reader.dialect)
    sql = f"SELECT {shown(reader, columns)} {source(columns)} WHERE {wanted.sql} ORDER BY {order}"
    return reader.ask(sql, wanted.parameters)
