"""Dates of the calendar: days, months, quarters, seasons, years, decades, centuries, and ranges of them."""

from datetime import date, timedelta

from dateline.annotate.times.reading import Context, Groups, Reading, open_reading, whole
from dateline.knowledge.calendar import Days, around, iso_value, month_occurrence, occurrence, shifted
from dateline.model import Anchor

_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_SEASON_REACH = {"past": 0, "none": 4, "future": 9}
"""Months ahead in which a season may begin that is meant without its year."""
_TOWERS = date(2001, 9, 11)
_ONE_DAY = timedelta(days=1)


def full_date(groups: Groups, context: Context) -> Reading:
    """A day and month; without a year, that of the narrative, else the nearest that fits."""
    month, day = month_in(groups), groups.get("day") or int(groups["twodigitday"])
    if "year" in groups:
        return whole(date(groups["year"], month, day), "day", "text")
    if context.today is None:
        return open_reading("day", f"XXXX-{month:02}-{day:02}")
    if "shiftafter" in groups:
        return whole(date(context.today.year + groups["shiftafter"], month, day), "day", context.anchor)
    if past := _narrated(context):
        return whole(occurrence(past, month, day, "future"), "day", "text")
    return whole(occurrence(context.today, month, day, context.direction), "day", context.anchor)


def figures(groups: Groups, _: Context) -> Reading:
    """Days first where there are points or the figures leave no choice; "03/04" may be either."""
    first, second, year = int(groups["firstfigure"]), int(groups["secondfigure"]), groups["year"]
    if groups["between"] == "/" and first <= 12 and second <= 12 and first != second:
        return open_reading("year", f"{year}-XX-XX")
    month, day = (second, first) if second <= 12 else (first, second)
    return whole(date(year, month, day), "day", "text")


def eleventh_of_september(_: Groups, __: Context) -> Reading:
    """The day of 2001 that goes by its figures."""
    return whole(_TOWERS, "day", "text")


def day_of_month(groups: Groups, context: Context) -> Reading:
    """ "The 3rd": of the month that the text speaks of, else of publication's, or the next where it looks ahead."""
    day = int(groups["day"])
    if context.before and context.is_near and context.direction != "future":
        told = context.before[0]
        return whole(_from(told, day), "day", "text")
    if context.today is None:
        return open_reading("day")
    found = context.today.replace(day=day)
    if context.direction == "future":
        found = _from(context.today, day)
    elif context.direction == "past" and found > context.today:
        found = shifted(found, "month", -1)
    return whole(found, "day", context.anchor)


def _from(start: date, day: int) -> date:
    """The first day of that number from a day on."""
    return start.replace(day=day) if day >= start.day else shifted(start.replace(day=day), "month", 1)


def month(groups: Groups, context: Context) -> Reading:
    """A month, of the year beside it, of the narrative, or the nearest that fits."""
    number = month_in(groups)
    if "year" in groups:
        return whole(date(groups["year"], number, 1), "month", "text")
    if context.today is None:
        return open_reading("month", f"XXXX-{number:02}")
    if "shift" in groups:
        return whole(date(context.today.year + groups["shift"], number, 1), "month", context.anchor)
    if past := _narrated(context):
        return whole(month_occurrence(past, number, "future"), "month", "text")
    return whole(month_occurrence(context.today, number, context.direction), "month", context.anchor)


def shifted_month(groups: Groups, context: Context) -> Reading:
    """`last October` is the latest before this month, `next June` the first after it."""
    if context.today is None:
        return open_reading("month")
    number, shift, today = month_in(groups), groups["shift"], context.today
    later = {-1: -int(number >= today.month), 0: 0, 1: int(number <= today.month)}[shift]
    return whole(date(today.year + later, number, 1), "month", context.anchor)


def quarter(groups: Groups, context: Context) -> Reading:
    """A quarter of a year, the latest begun where no year is named and the clause does not look ahead."""
    number = int(groups.get("ordinal") or groups["nthnumber"])
    if number > 4:
        raise ValueError(f"no quarter {number}")
    year = _year_of(groups, context)
    if year is None:
        return open_reading("quarter")
    first = date(year, number * 3 - 2, 1)
    if _is_yearless(groups) and context.direction != "future" and context.today and first > context.today:
        first = shifted(first, "year", -1)
    return whole(first, "quarter", _anchor(groups, context))


def half_year(groups: Groups, context: Context) -> Reading:
    """The first half of a year, or the second."""
    number = 1 if groups["halfyear"] == "first" else 2
    year = _year_of(groups, context)
    if year is None:
        return open_reading("quarter")
    first = date(year, number * 6 - 5, 1)
    days = first, shifted(first, "quarter", 2) - _ONE_DAY
    return Reading(f"{year}-H{number}", days, "quarter", anchor=_anchor(groups, context))


def season(groups: Groups, context: Context) -> Reading:
    """Three months, named by the year in which they begin; "last" is the latest that is over."""
    begins, shift, today = groups["season"], groups.get("shift"), context.today
    if "year" in groups:
        return _season(groups["year"], begins, "text")
    if today is None:
        return open_reading("quarter", f"XXXX-{_SEASONS[begins]}")
    if shift is None and (past := _narrated(context)):
        return _season(month_occurrence(past, begins, "future").year, begins, "text")
    first = next(year for year in range(today.year + 1, 0, -1) if _may_be(_days(year, begins), shift, context))
    return _season(first, begins, context.anchor)


def _may_be(days: Days, shift: int | None, context: Context) -> bool:
    """Whether a season, asked from the latest backwards, is the one that is meant."""
    start, end = days
    today = context.today or end
    if shift == 1:
        return start > today and start <= shifted(today, "year", 1)
    if shift == -1:
        return end < today
    reach = _SEASON_REACH[context.direction]
    return start <= shifted(today, "month", reach if shift == 0 or context.direction == "future" else 0)


def _season(year: int, begins: int, anchor: Anchor) -> Reading:
    return Reading(f"{year}-{_SEASONS[begins]}", _days(year, begins), "quarter", anchor=anchor)


def _days(year: int, begins: int) -> Days:
    start = date(year, begins, 1)
    return start, shifted(start, "quarter", 1) - _ONE_DAY


def year(groups: Groups, _: Context) -> Reading:
    """A year by its figures."""
    return whole(date(groups["year"], 1, 1), "year", "text")


def decade(groups: Groups, _: Context) -> Reading:
    """Ten years by their figures, or by their name: those of the century past."""
    short = groups.get("shortdecade") or groups.get("plaindecade")
    first = int(groups["decade"]) if "decade" in groups else 1900 + int(short or 0)
    return whole(date(first, 1, 1), "decade", "text")


def century(groups: Groups, _: Context) -> Reading:
    """The 19th century is that of 18.., as people count it."""
    number = int(groups.get("ordinal") or groups["nthnumber"])
    first = date((number - 1) * 100 or 1, 1, 1)
    return Reading(f"{number - 1:02}", around(first, "century"), "century", anchor="text")


def years(groups: Groups, _: Context) -> Reading:
    """Years from one to another: "1990-95"."""
    first, last = groups["year"], groups["lastyear"]
    if last < 100:
        last += first // 100 * 100
    if last <= first:
        raise ValueError(f"{last} is not after {first}")
    days = date(first, 1, 1), date(last, 12, 31)
    return Reading(f"{first}/{last}", days, "year", anchor="text")


def days(groups: Groups, context: Context) -> Reading:
    """Days from one to another, maybe of two months."""
    first = full_date({**groups, "month": groups["month"]}, context)
    last_month = groups.get("lastmonth", groups["month"])
    if first.days is None:
        return first
    start = first.days[0]
    end = date(start.year + int(last_month < start.month), last_month, groups["lastday"])
    if end <= start:
        raise ValueError(f"{end} is not after {start}")
    return Reading(f"{iso_value(start, 'day')}/{iso_value(end, 'day')}", (start, end), "day", anchor=first.anchor)


def month_in(groups: Groups) -> int:
    """The number of the month that was matched."""
    return int(groups.get("monthnumber") or groups["month"])


def _narrated(context: Context) -> date | None:
    """The day that the narrative has reached, where it tells of a year gone by."""
    told, today = context.before, context.today
    if told is None or today is None or not context.is_near or context.direction == "future":
        return None
    return told[0] if told[1] < shifted(today, "year", -1).replace(month=12, day=31) else None


def _year_of(groups: Groups, context: Context) -> int | None:
    if "year" in groups:
        return int(groups["year"])
    return context.today.year + int(groups.get("shift", 0)) if context.today else None


def _is_yearless(groups: Groups) -> bool:
    return "year" not in groups and "shift" not in groups


def _anchor(groups: Groups, context: Context) -> Anchor:
    return "text" if "year" in groups else context.anchor
