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
    """How many events there are, how many without a day, and the others by unit of time and quad: start, quad, events, score.

    `first` and `last` are the days between which nearly all lie: stray dates do not stretch a chart.
    """

    events: int
    undated: int
    first: date | None
    last: date | None
    unit: Unit
    timeline: Sequence[Row]


def course(reader: Reader, asked: EventFilter) -> Course:
    """Of the events that pass a filter; its days are the middle 98 %, within what was asked for."""
    days = ask_events(
        reader, asked,
        """SELECT events.date_start AS day, quad, count(*) AS events, sum(score) AS score {events}
            GROUP BY events.date_start, quad ORDER BY events.date_start, quad""",
    )  # fmt: skip
    return course_of(days, asked)


def course_of(days: Sequence[Row], asked: EventFilter) -> Course:
    """Of days as counted: day, None where it is unknown, quad, events, score (their sum), the earliest first."""
    dated = [row for row in days if row["day"]]
    first, last = middle(dated)
    first, last = max(filter(None, (first, asked.since)), default=None), last and min(filter(None, (last, asked.until)))
    events, known = (sum(row["events"] for row in rows) for rows in (days, dated))
    unit = unit_of((last - first).days if first and last else 0)
    within = [row for row in dated if first and last and first <= row["day"] <= last]
    return Course(events, events - known, first, last, unit, _timeline(within, unit))


def unit_of(days: int) -> Unit:
    """The unit in which so many days make a chart that can be read."""
    return next((unit for unit, longest in _LONGEST.items() if days <= longest), "year")


def _timeline(days: Sequence[Row], unit: Unit) -> list[Row]:
    starts = {day: _start(day, unit) for day in {row["day"] for row in days}}
    groups: dict[tuple[date, int], list[Row]] = defaultdict(list)
    for row in days:
        groups[starts[row["day"]], row["quad"]].append(row)
    return [{"start": start, "quad": quad, **_mean(groups[start, quad])} for start, quad in sorted(groups)]


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
