"""The marks that a record puts on the text of its document."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dateline.model import Span
from dateline.web.spans import Mark
from dateline.web.words import country, days

Record = Mapping[str, Any]

LAYERS = ("events", "actors", "voices", "times", "places")
"""What may be switched off in a text; the style sheet knows which marks belong to each."""


def marks_of(record: Record) -> list[Mark]:
    """Trigger, slots, time, place, voices and counts of one event."""
    return [
        Mark(_span(record["trigger"]["span"]), "trigger", f"{record['event']} by {record['trigger']['rule']}", record["id"]),
        *_side(record, "actor"), *_side(record, "recipient"), *_voices(record), *_time(record), *_place(record),
        *_counts(record),
    ]  # fmt: skip


def all_marks(records: Sequence[Record]) -> list[Mark]:
    """Those of all events of a document."""
    return [mark for record in records for mark in marks_of(record)]


def _side(record: Record, side: str) -> Iterator[Mark]:
    for one in record[side]:
        who = ", ".join(filter(None, (one["name"], one["office"], country(one["country"]))))
        yield Mark(_span(one["span"]), side, f"{side}: {who}", record["id"])


def _voices(record: Record) -> Iterator[Mark]:
    for each in record["attribution"]:
        source, cue = each["source"], each["cue"]
        yield Mark(_span(each["content_span"]), "content", "", record["id"])
        if source:
            yield Mark(
                _span(source["span"]), "voice", f"according to: {source['name'] or source['text']}", record["id"]
            )
        if cue:
            yield Mark(_span(cue["span"]), "cue", f"{each['kind']} speech", record["id"])


def _time(record: Record) -> Iterator[Mark]:
    when = record["date"]
    if when and when["span"]:
        yield Mark(_span(when["span"]), "time", f"time: {days(when['start'], when['end'])}", record["id"])


def _place(record: Record) -> Iterator[Mark]:
    where = record["location"]
    if where:
        named = ", ".join(filter(None, (where["name"], where["admin1"], country(where["country"]))))
        yield Mark(_span(where["span"]), "place", f"place: {named}", record["id"])


def _counts(record: Record) -> Iterator[Mark]:
    for kind, quantity in record["magnitude"].items():
        if quantity:
            yield Mark(_span(quantity["span"]), "count", f"{kind}: {quantity['value']}", record["id"])


def _span(extent: Sequence[int]) -> Span:
    return Span(*extent)
