"""Time expressions."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.model.span import Span

Granularity = Literal[
    "second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century", "none"
]  # fmt: skip
Anchor = Literal["publication", "dateline", "text", "event", "none"]
TimexKind = Literal["date", "time", "duration", "set"]


@dataclass(frozen=True, slots=True)
class Offset:
    """How far from another event: `event` is what the text calls it, `duration` ISO with a sign, such as `-P1W`."""

    event: Span
    duration: str


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression and the days it covers, both ends included; None where it stays relative.

    `value` is TimeML's, ISO where there is one: `2010-W27`, `199`, `2010-07-04TMO`, `P3D`, `PAST_REF`.
    """

    span: Span
    start: date | None
    end: date | None
    granularity: Granularity
    rule: str
    anchor: Anchor
    value: str | None = None
    kind: TimexKind = "date"
    offset: Offset | None = None

    @property
    def words(self) -> Span:
        """The expression with the event that it is counted from: "two days after the vote"."""
        if self.offset is None:
            return self.span
        return Span(min(self.span.start, self.offset.event.start), max(self.span.end, self.offset.event.end))
