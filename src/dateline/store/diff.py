"""What one run coded differently from another, event by event."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from dateline.store.reading import Reader

Record = Mapping[str, Any]
Outcome = Literal["gone", "new", "changed", "same"]

_QUERY = """
    SELECT document_id, coder_id, CAST(record AS TEXT) AS record FROM events
    WHERE coder_id IN (?, ?) ORDER BY document_id, id
"""
_BOOKKEEPING = {"id", "document_id", "mention_ids", "story_id", "coder"}
"""What tells nothing of what happened."""

_KEYS: tuple[Callable[[Record], object], ...] = (
    lambda record: record["id"],
    lambda record: (record["event"], record["trigger"]["span"]),
    lambda record: record["trigger"]["span"],
)
"""What two events may share to be one told twice, the surest first."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """An event before and after; `fields` are those that differ."""

    document_id: str
    outcome: Outcome
    before: Record | None = None
    after: Record | None = None
    fields: tuple[str, ...] = ()

    @property
    def record(self) -> Record:
        """The later of the two."""
        return self.after or self.before or {}


@dataclass(slots=True)
class Summary:
    """How many events of each type had which outcome, and how often each field differs."""

    types: Counter[tuple[str, Outcome]]
    fields: Counter[str]

    def add(self, comparison: Comparison) -> None:
        """Counts one; a changed event under the type that it was."""
        told = comparison.before or comparison.record
        self.types[told["event"], comparison.outcome] += 1
        self.fields.update(comparison.fields)


def comparisons(reader: Reader, older: str, newer: str) -> Iterator[Comparison]:
    """Each event of the two runs, a document at a time."""
    rows = (row for batch in reader.ask(_QUERY, (older, newer)) for row in batch.to_pylist())
    for document, own in groupby(rows, key=lambda row: str(row["document_id"])):
        sides: dict[str, list[Record]] = {older: [], newer: []}
        for row in own:
            sides[row["coder_id"]].append(json.loads(row["record"]))
        yield from compared(document, sides[older], sides[newer])


def compared(document: str, before: Sequence[Record], after: Sequence[Record]) -> Iterator[Comparison]:
    """The events of one document: pairs by id, then by type and trigger, then by trigger alone; the others are gone or new."""
    gone, new = list(before), list(after)
    for key in _KEYS:
        for one, other in _pairs(gone, new, key):
            gone.remove(one)
            new.remove(other)
            fields = differing(one, other)
            yield Comparison(document, "changed" if fields else "same", one, other, fields)
    yield from (Comparison(document, "gone", before=record) for record in gone)
    yield from (Comparison(document, "new", after=record) for record in new)


def differing(before: Record, after: Record) -> tuple[str, ...]:
    """The fields that two records do not share."""
    names = dict.fromkeys((*before, *after))
    return tuple(name for name in names if name not in _BOOKKEEPING and before.get(name) != after.get(name))


def _pairs(
    before: Iterable[Record], after: Sequence[Record], key: Callable[[Record], object]
) -> list[tuple[Record, Record]]:
    found, free = [], list(after)
    for one in before:
        other = next((each for each in free if key(each) == key(one)), None)
        if other is not None:
            free.remove(other)
            found.append((one, other))
    return found
