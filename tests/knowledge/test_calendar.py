"""Stretches of days, their values, and the days that words without a year mean."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.knowledge.calendar import (
    Direction,
    around,
    iso_value,
    month_occurrence,
    nth_weekday,
    occurrence,
    shifted,
    weekday_occurrence,
)
from dateline.model import Granularity

DAYS = st.dates(date(1500, 1, 1), date(2500, 1, 1))
UNITS = st.sampled_from(["day", "week", "month", "quarter", "year", "decade"])
DIRECTIONS = st.sampled_from(["past", "future", "none"])
SHAPES = {
    "day": r"\d{4}-\d\d-\d\d", "week": r"\d{4}-W\d\d", "month": r"\d{4}-\d\d", "quarter": r"\d{4}-Q[1-4]",
    "year": r"\d{4}", "decade": r"\d{3}",
}  # fmt: skip


@given(DAYS, UNITS)
def test_a_day_lies_in_its_own_stretch(day: date, unit: Granularity) -> None:
    start, end = around(day, unit)
    assert start <= day <= end


@given(DAYS, UNITS)
def test_stretches_follow_each_other_without_gap(day: date, unit: Granularity) -> None:
    _, end = around(day, unit)
    following, _ = around(shifted(end, "day", 1), unit)
    assert (following - end).days == 1


@given(DAYS, DAYS, UNITS)
def test_days_have_one_value_just_where_they_share_a_stretch(day: date, other: date, unit: Granularity) -> None:
    assert (iso_value(day, unit) == iso_value(other, unit)) == (around(day, unit) == around(other, unit))


@given(DAYS, UNITS)
def test_values_have_the_shape_of_their_unit(day: date, unit: Granularity) -> None:
    assert re.fullmatch(SHAPES[unit], iso_value(day, unit))


@given(DAYS, st.sampled_from(["day", "week"]), st.integers(-500, 500))
def test_steps_of_days_and_weeks_can_be_taken_back(day: date, unit: Granularity, count: int) -> None:
    assert shifted(shifted(day, unit, count), unit, -count) == day


@given(DAYS, st.sampled_from(["month", "quarter", "year"]), st.integers(-60, 60))
def test_steps_of_months_reach_the_stretch_that_so_many_stretches_reach(
    day: date, unit: Granularity, count: int
) -> None:
    assert around(shifted(day, unit, count), unit) == around(shifted(around(day, unit)[0], unit, count), unit)


@given(DAYS, st.integers(0, 6), DIRECTIONS)
def test_a_weekday_is_within_a_week_on_its_side(day: date, weekday: int, direction: Direction) -> None:
    found = weekday_occurrence(day, weekday, direction)
    away = (found - day).days
    assert found.weekday() == weekday
    assert 0 <= away < 7 if direction == "future" else -7 < away <= 0


@given(DAYS, DAYS, DIRECTIONS)
def test_a_date_without_its_year_keeps_day_and_month_and_its_side(day: date, other: date, direction: Direction) -> None:
    found = occurrence(day, other.month, other.day, direction)
    assert (found.month, found.day) == (other.month, other.day)
    if direction == "past":
        assert found <= day
    if direction == "future" and (other.month, other.day) != (2, 29):
        assert found >= day - timedelta(days=35)


@given(st.integers(1800, 2200), st.integers(1, 12), st.integers(0, 6), st.sampled_from([1, 2, 3, 4, -1]))
def test_the_nth_weekday_lies_in_its_month(year: int, month: int, weekday: int, number: int) -> None:
    found = nth_weekday(year, month, weekday, number)
    assert (found.year, found.month, found.weekday()) == (year, month, weekday)


def test_a_month_later_ends_where_that_month_ends() -> None:
    assert shifted(date(2024, 1, 31), "month", 1) == date(2024, 2, 29)


def test_out_of_reach_is_refused() -> None:
    with pytest.raises(OverflowError):
        shifted(date(2000, 1, 1), "year", -2000)


@pytest.mark.parametrize(
    ("today", "month", "direction", "year"),
    [
        (date(2023, 1, 3), 12, "none", 2022),
        (date(2023, 4, 20), 5, "none", 2023),
        (date(2023, 4, 20), 5, "past", 2022),
        (date(2023, 11, 20), 1, "none", 2024),
        (date(2023, 4, 20), 12, "future", 2023),
        (date(2023, 4, 20), 12, "none", 2022),
        (date(2023, 11, 20), 1, "future", 2024),
    ],
)
def test_the_year_of_a_date_without_one(today: date, month: int, direction: Direction, year: int) -> None:
    assert occurrence(today, month, 2, direction).year == year


@pytest.mark.parametrize(("direction", "month"), [("past", "2023-07"), ("future", "2023-07"), ("none", "2023-07")])
def test_this_month_is_always_meant_by_its_name(direction: Direction, month: str) -> None:
    assert iso_value(month_occurrence(date(2023, 7, 20), 7, direction), "month") == month


def test_a_leap_day_is_sought_in_a_leap_year() -> None:
    assert occurrence(date(2023, 7, 5), 2, 29, "past") == date(2020, 2, 29)


def test_a_day_that_no_month_has_is_refused() -> None:
    with pytest.raises(ValueError, match="no 31 of month 6"):
        occurrence(date(2023, 7, 5), 6, 31, "past")
