"""The course of events: how many of which class began when, from one question that everything over time is told from."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import Literal

from dateline.store.asking import Row, ask_events
from dateline.store.filters import EventFilter
from dateline.store.reading import Reader

Unit = Literal["day", "week", "month", "quarter", "year"]
_LONGEST: dict[Unit, int] = {"day": 92, "week": 550, "month": 3700, "quarter": 11000}
"""Days that are shown in bars of a unit; longer times in the next one."""


@dataclass(frozen=True, slots=True)
class Course:
    """Events by day, None for those without one, and quad: day, quad, events, score (their sum).

    `first` and `last` are the days between which nearly all lie: stray dates do not stretch a chart.
    """

    days: Sequence[Row]
    first: date | None
    last: date | None

    @property
    def events(self) -> int:
        return sum(row["events"] for row in self.days)

    @property
    def undated(self) -> int:
        return sum(row["events"] for row in self.days if row["day"] is None)

    @property
    def unit(self) -> Unit:
        """The unit in which so many days make a chart that can be read."""
        days = (self.last - self.first).days if self.first and self.last else 0
        return next((unit for unit, longest in _LONGEST.items() if days <= longest), "year")

    @property
    def timeline(self) -> list[Row]:
        """Events by the unit of time in which they began and by quad: start, quad, events, score (their mean)."""
        groups: dict[tuple[date, int], list[Row]] = defaultdict(list)
        for row in self.days:
            if row["day"] and self.first and self.last and self.first <= row["day"] <= self.last:
                groups[_start(row["day"], self.unit), row["quad"]].append(row)
        return [{"start": start, "quad": quad, **_mean(groups[start, quad])} for start, quad in sorted(groups)]


def course(reader: Reader, asked: EventFilter) -> Course:
    """Of the events that pass a filter; its days are the middle 98 %, within what was asked for."""
    days = ask_events(
        reader, asked,
        """SELECT events.date_start AS day, quad, count(*) AS events, sum(score) AS score {events}
            GROUP BY events.date_start, quad ORDER BY events.date_start, quad""",
    )  # fmt: skip
    first, last = middle([row for row in days if row["day"]])
    return Course(
        days, max(filter(None, (first, asked.since)), default=None), last and min(filter(None, (last, asked.until)))
    )


def scores(rows: Sequence[Row]) -> list[Row]:
    """Mean score in each unit of a timeline, with its number of events: start, score, events."""
    starts = sorted({row["start"] for row in rows})
    return [_joined(start, [row for row in rows if row["start"] == start]) for start in starts]


def middle(days: Sequence[Row]) -> tuple[date | None, date | None]:
    """The days of the first and the last hundredth of events."""
    counts = list(accumulate(row["events"] for row in days))
    if not counts:
        return None, None
    first, last = (days[bisect_left(counts, share * counts[-1])]["day"] for share in (0.01, 0.99))
    return first, last


def _start(day: date, unit: Unit) -> date:
    """The first day of the unit in which a day lies."""
    if unit == "day":
        return day
    if unit == "week":
        return day - timedelta(days=day.weekday())
    first_month = {"month": day.month, "quarter": day.month - (day.month - 1) % 3, "year": 1}[unit]
    return date(day.year, first_month, 1)


def _mean(rows: Sequence[Mapping[str, float]]) -> Row:
    events = sum(row["events"] for row in rows)
    return {"events": events, "score": sum(row["score"] for row in rows) / events}


def _joined(start: date, rows: Sequence[Row]) -> Row:
    events = sum(row["events"] for row in rows)
    return {"start": start, "score": sum(row["score"] * row["events"] for row in rows) / events, "events": events}
