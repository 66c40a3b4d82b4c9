"""Lengths of time, and times that come again."""

from datetime import timedelta

from dateline.annotate.times.reading import Context, Groups, Reading
from dateline.annotate.times.relative import amount_in
from dateline.knowledge.calendar import Days, shifted
from dateline.knowledge.times import amount_of
from dateline.model import Granularity

_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y",
    "decade": "Y", "century": "Y", "fortnight": "W",
}  # fmt: skip
_TIMES = {"decade": 10, "century": 100, "fortnight": 2}
_HALVES = {
    "hour": "PT30M", "minute": "PT30S", "day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y",
    "month": "P2W", "quarter": "P6W", "week": "P3D", "fortnight": "P1W",
}  # fmt: skip
_AND_HALF = {"hour": "30M", "year": "6M", "day": "T12H", "minute": "30S", "month": "2W", "week": "4D"}
_VAGUE = {"decade": "PXDE", "century": "PXCE"}
_ONE_DAY = timedelta(days=1)
_AHEAD = ("next", "coming", "following")


def duration(groups: Groups, _: Context) -> Reading:
    """So many units, or X where the words do not say how many."""
    unit = _unit(groups)
    value = _vague(unit) if _is_vague(groups) else length_of(unit, _amount(groups))
    if groups.get("wholly", "").endswith("and a half"):
        value += _AND_HALF.get(unit, "")
    return _lasting(unit, value)


def offset(groups: Groups, _: Context) -> Reading:
    """The day, or hours, before or after something."""
    unit = groups.get("singleunit") or groups["units"]
    return _lasting(unit, length_of(unit, 1) if "singleunit" in groups else _vague(unit))


def half_duration(groups: Groups, _: Context) -> Reading:
    """Half an hour, half a century."""
    return _lasting(groups["singleunit"], _HALVES[groups["singleunit"]])


def duration_of_words(groups: Groups, _: Context) -> Reading:
    """Units joined to an adjective: "yearlong", "decades-long"."""
    unit: str = groups["joinedunit"]
    singular = unit.removesuffix("s")
    return _lasting(singular, _vague(singular) if unit.endswith("s") else length_of(singular, 1))


def reaching(groups: Groups, context: Context) -> Reading:
    """The units up to today, or from tomorrow on; where it is vague how many, no days."""
    unit = _unit(groups)
    if "amount" not in groups and "singleunit" not in groups:
        return _lasting(unit, _vague(unit))
    number = amount_in(groups)
    reading = _lasting(unit, length_of(unit, number))
    days = _reached(unit, number, groups["reach"] in _AHEAD, context)
    return Reading(reading.value, days, reading.granularity, "duration", context.anchor if days else "none")


def every(groups: Groups, _: Context) -> Reading:
    """Each unit, so many times a unit, every four years."""
    unit = groups.get("singleunit") or groups["unit"]
    number = _amount(groups) if "singleunit" not in groups else 1
    return Reading(length_of(unit, number), None, _granularity(unit), "set")


def often(groups: Groups, _: Context) -> Reading:
    """Daily, weekly, annual."""
    return Reading(groups["often"], None, "none", "set")


def every_weekday(groups: Groups, _: Context) -> Reading:
    """On Sundays, every Friday."""
    number = groups["weekdays"] if "weekdays" in groups else groups["weekday"]
    part = f"T{groups['daypart']}" if "daypart" in groups else ""
    return Reading(f"XXXX-WXX-{number + 1}{part}", None, "day", "set")


def every_month(groups: Groups, _: Context) -> Reading:
    """Every May."""
    return Reading(f"XXXX-{groups['month']:02}", None, "month", "set")


def every_daypart(groups: Groups, _: Context) -> Reading:
    """Every night."""
    return Reading(f"XXXX-XX-XXT{groups['daypart']}", None, "day", "set")


def length_of(unit: str, number: float) -> str:
    """The ISO duration: `P3D`, `PT2H`."""
    count = number * _TIMES.get(unit, 1)
    written = str(int(count)) if count == int(count) else str(count)
    return _spelled(unit, written)


def _spelled(unit: str, count: str) -> str:
    letter = _LETTERS[unit]
    return f"PT{count}{letter[1]}" if letter.startswith("T") else f"P{count}{letter}"


def _vague(unit: str) -> str:
    return _VAGUE.get(unit) or _spelled(unit, "X")


def _is_vague(groups: Groups) -> bool:
    return not any(name in groups for name in ("amount", "someamount", "singleunit"))


def _amount(groups: Groups) -> float:
    return float(groups["someamount"]) if "someamount" in groups else amount_of(str(groups.get("amount", 1)))


def _unit(groups: Groups) -> str:
    return str(groups.get("unit") or groups.get("units") or groups["singleunit"])


def _granularity(unit: str) -> Granularity:
    return "week" if unit == "fortnight" else unit  # type: ignore[return-value]  # the units of the table


def _lasting(unit: str, value: str) -> Reading:
    return Reading(value, None, _granularity(unit), "duration", length=value)


def _reached(unit: str, number: int, ahead: bool, context: Context) -> Days | None:
    if context.today is None:
        return None
    named, today = _granularity(unit), context.today
    count = number * (2 if unit == "fortnight" else 1)
    if ahead:
        return today + _ONE_DAY, shifted(today, named, count)
    return min(shifted(today, named, -count) + _ONE_DAY, today), today
