"""Time expressions."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.model.span import Span

Granularity = Literal["minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"]
Anchor = Literal["publication", "dateline", "text", "none"]


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression and the days it covers, both ends included; None where it stays relative."""

    span: Span
    start: date | None
    end: date | None
    granularity: Granularity
    rule: str
    anchor: Anchor
