"""Days, weeks, months, quarters, years: the stretch of days that holds a day, steps between them, and their ISO values."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from dateline.model import Granularity

Days = tuple[date, date]
Direction = Literal["past", "future", "none"]
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_NEAR_MONTHS = 2
_FAR_MONTHS = 11
_LEAP_YEARS_APART = 8


def around(day: date, unit: Granularity) -> Days:
    """The first and last day of the unit that holds a day; weeks begin on Monday, hours and minutes are their day."""
    if unit == "week":
        start = day - timedelta(days=day.weekday())
        return start, start + timedelta(days=6)
    if unit not in _MONTHS:
        return day, day
    length = _MONTHS[unit]
    index = (day.year * 12 + day.month - 1) // length * length
    return _first(index), _first(index + length) - timedelta(days=1)


def shifted(day: date, unit: Granularity, count: int) -> date:
    """The day some units away, the last of its month where that is shorter; OverflowError beyond year 1 or 9999."""
    if unit in _MONTHS:
        first = _first(day.year * 12 + day.month - 1 + count * _MONTHS[unit])
        return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))
    return day + timedelta(days=count * {"week": 7, "day": 1}.get(unit, 0))


def month_of(year: int, month: int) -> Days:
    """The first and last day of a month."""
    return around(date(year, month, 1), "month")


def iso_value(day: date, unit: Granularity) -> str:
    """The value of the unit that holds a day: `2010-07-04`, `2010-W26`, `2010-07`, `2010-Q3`, `2010`, `201`, `20`."""
    if unit == "week":
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    if unit == "quarter":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    digits = {"month": 7, "year": 4, "decade": 3, "century": 2}.get(unit)
    return day.isoformat()[:digits]


def occurrence(today: date, month: int, day_of_month: int, direction: Direction) -> date:
    """The day that a date without its year means: the latest in the past, the next in the future.

    Where the clause looks neither way, a date up to two months ahead is ahead: news says "on 2 May" in April.
    ValueError where no year has such a day.
    """
    reach = {"past": 0, "none": _NEAR_MONTHS, "future": _FAR_MONTHS}[direction]
    latest = shifted(today, "month", reach)
    for year in range(latest.year, latest.year - _LEAP_YEARS_APART, -1):
        if day_of_month <= monthrange(year, month)[1] and date(year, month, day_of_month) <= latest:
            return date(year, month, day_of_month)
    raise ValueError(f"no {day_of_month} of month {month}")


def month_occurrence(today: date, month: int, direction: Direction) -> date:
    """The first day of the month that a month without its year means, as `occurrence` has it for days."""
    return occurrence(today.replace(day=1), month, 1, direction)


def weekday_occurrence(today: date, weekday: int, direction: Direction) -> date:
    """The last such day up to today, or the next from today on; Monday is 0."""
    back = (today.weekday() - weekday) % 7
    return today + timedelta(days=(-back) % 7) if direction == "future" else today - timedelta(days=back)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The first, second, ... such day of a month, the last for -1."""
    first = date(year, month, 1) if number > 0 else around(date(year, month, 1), "month")[1]
    if number > 0:
        return weekday_occurrence(first, weekday, "future") + timedelta(days=7 * (number - 1))
    return weekday_occurrence(first, weekday, "past") - timedelta(days=7 * (-number - 1))


def _first(index: int) -> date:
    """The first day of a month, counted from the year 0; OverflowError out of reach."""
    if not 12 <= index < 120_000:
        raise OverflowError(f"month {index} is out of reach")
    return date(index // 12, index % 12 + 1, 1)
