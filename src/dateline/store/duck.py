"""Documents, their events and their relations in DuckDB; whatever is added twice is there once."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from dateline.errors import InputError
from dateline.model import CoderInfo, Document, Event, Participant
from dateline.store.reports import Row, relation_rows

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ID_DIGITS = 12


class DuckStore:
    """Adds to a database whose tables are up to date; made by `open_store`."""

    def __init__(self, connection: "DuckDBPyConnection") -> None:
        self.connection = connection

    def add(self, document: Document, records: Sequence[Mapping[str, object]], coder: CoderInfo) -> None:
        """Keeps a document with its events, a record to each, and its relations, in one transaction.

        Events and relations that another text of this id or another coder gave are dropped: a document has one coding, its latest.
        """
        coded_by = coder_id(coder)
        self.connection.begin()
        self._insert("coders", [(coded_by, coder.version, coder.ontology, coder.model, coder.rules_hash)])
        self._drop_outdated(document, coded_by)
        self._insert("documents", [_document_row(document)])
        events = zip(document.events or (), records, strict=True)
        self._insert("events", [_event_row(document, coded_by, event, record) for event, record in events])
        self._insert("relations", relation_rows(document, coded_by))
        self.connection.commit()

    def fail(self, error: InputError) -> None:
        """Keeps what could not be coded, and why."""
        self._insert("failures", [(error.where, error.line or 0, error.record or "", error.reason)])

    def _drop_outdated(self, document: Document, coded_by: str) -> None:
        same_text = "SELECT 1 FROM documents WHERE id = ? AND text_hash = ?"
        kept = self.connection.execute(same_text, [document.id, _hash(document.text)]).fetchone()
        for table in ("events", "relations"):
            outdated = f"DELETE FROM {table} WHERE document_id = ?"
            if kept:
                self.connection.execute(f"{outdated} AND coder_id <> ?", [document.id, coded_by])
            else:
                self.connection.execute(outdated, [document.id])
        if not kept:
            self.connection.execute("DELETE FROM documents WHERE id = ?", [document.id])

    def _insert(self, table: str, rows: Sequence[Row]) -> None:
        for row in rows:
            marks = ", ".join("?" * len(row))
            self.connection.execute(f"INSERT INTO {table} VALUES ({marks}) ON CONFLICT DO NOTHING", row)


def coder_id(coder: CoderInfo) -> str:
    """A short name for a coder, the same wherever the same coder runs."""
    return _hash("\n".join((coder.version, coder.ontology, coder.model, coder.rules_hash)))[:ID_DIGITS]


def _document_row(document: Document) -> Row:
    facts = document.publication
    return (
        document.id, _hash(document.text), document.text, facts.title, facts.publisher, facts.url, facts.author,
        facts.published, facts.language,
    )  # fmt: skip


def _event_row(document: Document, coded_by: str, event: Event, record: Mapping[str, object]) -> Row:
    return (
        event.id, document.id, coded_by, event.type, list(event.modes), event.quad, event.factuality.status,
        _country(event.actor), _country(event.recipient), event.location and event.location.country,
        event.date and event.date.start, event.date and event.date.end, json.dumps(record, ensure_ascii=False),
    )  # fmt: skip


def _country(participants: Sequence[Participant]) -> str | None:
    """The first country that a participant has."""
    return next((one.actor.country for one in participants if one.actor.country), None)


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()
