"""What a time expression is read from, and what it is read as."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.knowledge.calendar import Days, Direction, around, iso_value
from dateline.model import Anchor, Granularity, TimexKind

Groups = Mapping[str, Any]
"""What the groups of a pattern matched, words replaced by what they stand for."""


@dataclass(frozen=True, slots=True)
class Context:
    """From where to count: today, the last time in the text, a day in the sentence, and where the clause looks.

    `today` is the day of publication or of the dateline, as `anchor` says; `is_near` tells whether `before` stands in
    this sentence or the one before it.
    """

    today: date | None
    anchor: Anchor
    before: Days | None = None
    is_near: bool = False
    beside: date | None = None
    direction: Direction = "none"


@dataclass(frozen=True, slots=True)
class Reading:
    """The value of an expression and its days, both None where it stays open; `length` counts from another event."""

    value: str | None
    days: Days | None = None
    granularity: Granularity = "day"
    kind: TimexKind = "date"
    anchor: Anchor = "none"
    length: str | None = None


def open_reading(granularity: Granularity, value: str | None = None) -> Reading:
    """An expression that nothing anchors."""
    return Reading(value, None, granularity)


def whole(day: date, unit: Granularity, anchor: Anchor) -> Reading:
    """The unit that holds a day."""
    return Reading(iso_value(day, unit), around(day, unit), unit, anchor=anchor)


def part_of(reading: Reading, part: str | None) -> Reading:
    """The morning, evening, ... of a day: `MO`, `EV`."""
    if part is None:
        return reading
    value = f"{reading.value}T{part}" if reading.value else None
    return Reading(value, reading.days, reading.granularity, "time", reading.anchor)
