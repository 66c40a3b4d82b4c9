"""The days of feasts and holidays, computed: fixed days, Easter and what hangs on it, Muslim, Jewish, lunar."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from dateline.knowledge.calendar import Days, nth_weekday
from dateline.knowledge.moon import new_moon, new_moon_from, number_near
from dateline.knowledge.tables import Record, records, resource

_DAY = timedelta(days=1)
_HIJRA_EPOCH = 227_015
"""16 July 622 of the Julian calendar, as an ordinal day."""
_MECCA_CUTOFF = timedelta(hours=13)
"""A month begins on the day after a new moon that comes before this time of day (UTC), else a day later."""
_CHINA = 8.0
"""Hours east of Greenwich."""
_INDIAN_SUNSET = 12.0
"""Hours after midnight in Greenwich."""
_JEWISH_EPOCH = -1_373_427
"""The day before the first of the Jewish calendar, as an ordinal day."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast with the names it goes by; `days` gives those on which it falls in a year, maybe twice, maybe never."""

    id: str
    names: tuple[str, ...]
    days: Callable[[int], Sequence[Days]]


@cache
def holidays() -> Mapping[str, Holiday]:
    """All holidays by each of their names, in small letters; ResourceError where one is wrong."""
    every = records(resource("times/holidays.yaml"), ("id", "names", "falls", "examples"))
    return {name.lower(): known for known in map(_holiday, every) for name in known.names}


def _holiday(record: Record) -> Holiday:
    content = record.content
    (kind, argument), *more = content["falls"].items()
    if more or kind not in _KINDS:
        raise record.wrong(f"falls: one of {', '.join(_KINDS)}")
    return Holiday(content["id"], tuple(content["names"]), lambda year: _KINDS[kind](year, argument))


def _fixed(year: int, month_and_day: str) -> list[Days]:
    month, day = map(int, month_and_day.split("-"))
    return [_one(date(year, month, day))]


def _weekday(year: int, month_weekday_number: Sequence[int]) -> list[Days]:
    return [_one(nth_weekday(year, *month_weekday_number))]


def _from_easter(year: int, days: int) -> list[Days]:
    return [_one(easter(year) + days * _DAY)]


def _from_orthodox_easter(year: int, days: int) -> list[Days]:
    return [_one(orthodox_easter(year) + days * _DAY)]


def _muslim(year: int, month_and_days: Sequence[int]) -> list[Days]:
    """`month_and_days` is the month, its first day and its last, 0 for the whole month's last."""
    month, first, last = month_and_days
    found = []
    for hijra in range((year - 622) * 33 // 32 - 1, (year - 622) * 33 // 32 + 4):
        start = muslim_month(hijra, month)
        end = start + (last - 1) * _DAY if last else muslim_month(hijra + month // 12, month % 12 + 1) - _DAY
        if (start + (first - 1) * _DAY).year == year:
            found.append((start + (first - 1) * _DAY, end))
    return found


def _jewish(year: int, days_and_length: Sequence[int]) -> list[Days]:
    """Days from the New Year that falls in this year, and how many days the feast has."""
    days, length = days_and_length
    start = jewish_new_year(year + 3761) + days * _DAY
    return [(start, start + (length - 1) * _DAY)]


def _hanukkah(year: int, length: int) -> list[Days]:
    """25 Kislev; the month before it is a day longer in the longest years."""
    new_year, following = jewish_new_year(year + 3761), jewish_new_year(year + 3762)
    long = (following - new_year).days % 10 == 5
    start = new_year + (30 + 29 + long + 24) * _DAY
    return [(start, start + (length - 1) * _DAY)]


def _lunar_new_year(year: int, _: Any) -> list[Days]:
    return [_one(new_moon_from(date(year, 1, 21), _CHINA))]


def _diwali(year: int, _: Any) -> list[Days]:
    """The new moon between mid October and mid November, on the evening on which it is not past."""
    return [_one(new_moon_from(date(year, 10, 17), -_INDIAN_SUNSET))]


def easter(year: int) -> date:
    """Western Easter Sunday (Meeus, Jones and Butcher's rule)."""
    golden, century, rest = year % 19, year // 100, year % 100
    full = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - full - rest % 4) % 7
    late = (golden + 11 * full + 22 * weekday) // 451
    month, day = divmod(full + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday by the Julian calendar, as a day of ours."""
    full = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - full + 34) % 7
    month, day = divmod(full + weekday + 114, 31)
    behind = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + behind * _DAY


def muslim_month(hijra: int, month: int) -> date:
    """The first day of a Muslim month, a day after the new moon or two; the sighting may differ by one."""
    counted = 29.5 * (month - 1) + (hijra - 1) * 354 + (3 + 11 * hijra) // 30
    moon = new_moon(number_near(date.fromordinal(_HIJRA_EPOCH + int(counted)) - _DAY))
    late = timedelta(hours=moon.hour, minutes=moon.minute) > _MECCA_CUTOFF
    return moon.date() + (1 + late) * _DAY


def jewish_new_year(year: int) -> date:
    """The first day of a Jewish year, by its molad and the postponements."""
    before, here, after = (_elapsed(each) for each in (year - 1, year, year + 1))
    delay = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return date.fromordinal(_JEWISH_EPOCH + here + delay)


def _elapsed(year: int) -> int:
    """Days from the epoch to a Jewish year, before its length is put right."""
    months = (235 * year - 234) // 19
    parts = 12_084 + 13_753 * months
    days = 29 * months + parts // 25_920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def _one(day: date) -> Days:
    return day, day


_KINDS: Mapping[str, Callable[[int, Any], list[Days]]] = {
    "day": _fixed,
    "weekday": _weekday,
    "easter": _from_easter,
    "orthodox-easter": _from_orthodox_easter,
    "muslim": _muslim,
    "jewish": _jewish,
    "hanukkah": _hanukkah,
    "lunar-new-year": _lunar_new_year,
    "diwali": _diwali,
}
