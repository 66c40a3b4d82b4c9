"""How the groups of a rule's pattern make a value, by the name that the rule gives it."""

from collections.abc import Callable, Mapping

from dateline.annotate.times import clock, dates, durations, narrative, periods, relative
from dateline.annotate.times.reading import Context, Groups, Reading

VALUES: Mapping[str, Callable[[Groups, Context], Reading]] = {
    "date": dates.full_date,
    "figures": dates.figures,
    "eleventh-of-september": dates.eleventh_of_september,
    "day-of-month": dates.day_of_month,
    "month": dates.month,
    "shifted-month": dates.shifted_month,
    "quarter": dates.quarter,
    "half-year": dates.half_year,
    "season": dates.season,
    "year": dates.year,
    "decade": dates.decade,
    "century": dates.century,
    "years": dates.years,
    "days": dates.days,
    "weekday": relative.weekday,
    "weekday-of-week": relative.weekday_of_week,
    "nearby": relative.nearby,
    "day-beyond": relative.day_beyond,
    "shifted-unit": relative.shifted_unit,
    "current-unit": relative.current_unit,
    "before-last": relative.before_last,
    "same-time": relative.same_time,
    "weekend": relative.weekend,
    "ago": relative.ago,
    "from-now": relative.from_now,
    "from-text": narrative.from_text,
    "following": narrative.following,
    "day-around": narrative.day_around,
    "duration": durations.duration,
    "offset": durations.offset,
    "half-duration": durations.half_duration,
    "duration-of-words": durations.duration_of_words,
    "reaching": durations.reaching,
    "every": durations.every,
    "often": durations.often,
    "every-weekday": durations.every_weekday,
    "every-month": durations.every_month,
    "every-daypart": durations.every_daypart,
    "clock": clock.clock,
    "named-hour": clock.named_hour,
    "twilight": clock.twilight,
    "fiscal": periods.fiscal,
    "shifted-fiscal": periods.shifted_fiscal,
    "holiday": periods.holiday,
    "anniversary": periods.anniversary,
    "present": periods.present,
    "past": periods.past,
    "future": periods.future,
}
ON_A_DAY = frozenset({"clock", "named-hour", "twilight"})
"""Those that ask for the day of the words around them, and so are read after them."""
