"""Where events were, in sentences of our own that the real model reads."""

from functools import cache
from pathlib import Path

import pytest

import dateline
from dateline.knowledge.tables import Row, rows
from dateline.model import Document, Event

pytestmark = pytest.mark.model

EVENT_PLACES = Path(__file__).parents[1] / "gold" / "event_places.tsv"
FLOOR = 0.88
NOWHERE = "-"


@cache
def _coded() -> list[tuple[Row, Document]]:
    table = list(rows(EVENT_PLACES, ("text", "trigger", "place")))
    given = (Document(id=str(row.line), text=row.cells["text"]) for row in table)
    return list(zip(table, dateline.load().pipe(given), strict=True))


def _events(row: Row, document: Document) -> list[Event]:
    trigger = row.cells["trigger"].split()[0]
    return [event for event in document.events or () if trigger in event.trigger.span.of(document.text)]


def _place(document: Document, event: Event) -> str:
    return event.location.span.of(document.text) if event.location else NOWHERE


def test_most_events_are_where_their_words_say() -> None:
    found = [(row, document, event) for row, document in _coded() for event in _events(row, document)[:1]]
    wrong = [
        (row.cells["text"], _place(document, event))
        for row, document, event in found
        if _place(document, event) != row.cells["place"]
    ]
    assert len(found) >= 40
    assert 1 - len(wrong) / len(found) >= FLOOR, wrong
