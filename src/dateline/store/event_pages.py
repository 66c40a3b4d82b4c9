"""Tables of events a page at a time: an order, and a cursor that says after which event the next page begins."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.errors import UsageError
from dateline.store.asking import Row, ask, ask_events
from dateline.store.filters import EventFilter
from dateline.store.query import shown, source
from dateline.store.reading import Reader

_KEYS: Mapping[str, str] = {
    "date": "coalesce(events.date_start, DATE '0001-01-01')",
    "type": "events.event",
    "status": "events.status",
    "publisher": "coalesce(events.publisher, '')",
    "published": "coalesce(events.published, DATE '0001-01-01')",
}
"""What a table may be ordered by, which is never null, so that a cursor can compare it."""

ORDERS = tuple(_KEYS)
LISTED = (
    "id", "date_start", "event", "mode", "quad", "actor", "recipient", "place", "status", "publisher", "document_id",
    "sentence",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Order:
    """By what, and whether from the greatest down."""

    by: str = "date"
    descending: bool = True

    @classmethod
    def spelt(cls, word: str) -> "Order":
        """`date`, or `-date` from the latest down; raises UsageError for what there is no order by."""
        by = word.removeprefix("-")
        if by not in _KEYS:
            raise UsageError(
                f"no order by {by!r}; known are {', '.join(_KEYS)}, with - before them from the last to the first"
            )
        return cls(by, word.startswith("-"))

    @property
    def word(self) -> str:
        return "-" * self.descending + self.by


@dataclass(frozen=True, slots=True)
class EventPage:
    """Some events, and the cursor to those that follow, None where there are none."""

    rows: Sequence[Row]
    following: str | None


@dataclass(frozen=True, slots=True)
class Slice:
    """A page in a table: its columns, its size, and the cursor of the page before, None at the beginning."""

    size: int
    after: str | None = None
    columns: Sequence[str] = LISTED


def listed_events(reader: Reader, asked: EventFilter, order: Order, place: Slice) -> EventPage:
    """Columns of events as a table shows them; raises UsageError for a cursor that this order did not give.

    Chooses the events first, so that what is shown of the others stays unread.
    """
    key, direction, row = _KEYS[order.by], "DESC" if order.descending else "ASC", reader.dialect.row
    condition, parameters = _after(key, order, place.after) if place.after else ("", [])
    ordered = f"ORDER BY {key} {direction}, events.id {direction}, events.coder_id {direction}"
    chosen = f"SELECT {row} {{events}} {condition} {ordered} LIMIT {place.size + 1}"
    sql = f"""SELECT {shown(reader, place.columns)}, CAST({key} AS TEXT) AS "order key", events.id AS "order id",
        events.coder_id AS "order run" {source(place.columns)} WHERE {row} IN ({chosen}) {ordered}"""
    rows = ask_events(reader, asked, sql, *parameters)
    ends = [[found.pop(f"order {name}") for name in ("key", "id", "run")] for found in rows]
    size = place.size
    return EventPage(rows[:size], _cursor(order, ends[size - 1]) if len(rows) > size else None)


def event_record(reader: Reader, id: str) -> Row | None:
    """The record of one event as its document was coded last; None where there is none."""
    rows = ask(reader, "SELECT CAST(record AS TEXT) AS record FROM events WHERE id = ? AND is_last", (id,))
    return json.loads(rows[0]["record"]) if rows else None


def _after(key: str, order: Order, cursor: str) -> tuple[str, list[str]]:
    sign = "<" if order.descending else ">"
    asked = "CAST(? AS DATE)" if order.by in ("date", "published") else "?"
    return f"AND ({key}, events.id, events.coder_id) {sign} ({asked}, ?, ?)", _place(order, cursor)


def _cursor(order: Order, place: Sequence[Any]) -> str:
    return urlsafe_b64encode(json.dumps([order.word, *place]).encode()).decode().rstrip("=")


def _place(order: Order, cursor: str) -> list[str]:
    """Where the page before ended."""
    try:
        word, *place = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (Error, ValueError) as error:
        raise UsageError(f"{cursor!r} is no cursor; take it from the page before") from error
    if word != order.word or len(place) != 3 or not all(isinstance(each, str) for each in place):
        raise UsageError(f"the cursor {cursor!r} is not one of the order {order.word!r}; begin at the first page")
    return [str(each) for each in place]
