"""Feasts: the examples of each, and what holds of them in every year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.knowledge.holidays import easter, holidays, jewish_new_year, muslim_month, orthodox_easter
from dateline.knowledge.moon import new_moon, number_near
from dateline.knowledge.tables import records, resource

EXAMPLES = [
    (record.content["names"][0].lower(), *example)
    for record in records(resource("times/holidays.yaml"), ("id", "names", "falls", "examples"))
    for example in record.content["examples"]
]
YEARS = st.integers(1950, 2090)


@pytest.mark.parametrize(("name", "year", "first", "last"), EXAMPLES)
def test_feast_falls_on_its_days(name: str, year: int, first: date, last: date) -> None:
    assert (first, last) in holidays()[name].days(year)


@given(YEARS)
def test_easter_is_a_sunday_in_its_five_weeks(year: int) -> None:
    assert easter(year).weekday() == orthodox_easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)
    assert (orthodox_easter(year) - easter(year)).days in (0, 7, 28, 35)


@given(YEARS)
def test_a_jewish_year_begins_on_no_sunday_wednesday_or_friday(year: int) -> None:
    begins = jewish_new_year(year + 3761)
    assert begins.weekday() not in (6, 2, 4)
    assert (begins.year, begins.month in (9, 10)) == (year, True)
    assert (jewish_new_year(year + 3762) - begins).days in (353, 354, 355, 383, 384, 385)


@given(st.integers(1370, 1500), st.integers(1, 11))
def test_a_muslim_month_is_as_long_as_a_moon_give_or_take_one(year: int, month: int) -> None:
    assert (muslim_month(year, month + 1) - muslim_month(year, month)).days in (28, 29, 30, 31)


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_the_nearest_new_moon_is_within_half_a_month(day: date) -> None:
    assert abs((new_moon(number_near(day)).date() - day).days) <= 16


def test_a_new_moon_comes_when_almanacs_have_it() -> None:
    assert new_moon(number_near(date(2024, 4, 8))).isoformat(timespec="hours") == "2024-04-08T18+00:00"
