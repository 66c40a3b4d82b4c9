"""What many events tell together, counted again in plain Python; both databases."""

from collections import Counter
from datetime import date, timedelta

import pytest

from dateline.store import overview
from dateline.store.course import course, course_of, middle, scores
from dateline.store.filters import EventFilter
from dateline.store.reading import Reader
from tests.store.databases import all_records

EVERYTHING = EventFilter()
RECORDS = all_records()


def test_the_course_counts_events_and_those_without_a_date(reader: Reader) -> None:
    found = course(reader, EVERYTHING)
    undated = sum(record["date"] is None for record in RECORDS)
    assert (found.events, found.undated) == (len(RECORDS), undated)
    assert found.first == found.last == date(2024, 2, 1)
    assert overview.documents(reader, EVERYTHING) == len(RECORDS)


def test_a_course_of_nothing_has_no_days(reader: Reader) -> None:
    found = course(reader, EventFilter(type=("CONSULT",)))
    assert (found.events, found.first, found.last, found.timeline) == (0, None, None, [])


def test_a_course_keeps_to_the_days_asked_for(reader: Reader) -> None:
    assert course(reader, EventFilter(since=date(2024, 2, 3))).first == date(2024, 2, 3)


def test_a_course_leaves_out_the_strays() -> None:
    days = [{"day": date(2020, 1, 1) + timedelta(days=each), "events": 1} for each in range(200)]
    assert middle(days) == (date(2020, 1, 2), date(2020, 1, 1) + timedelta(days=197))


@pytest.mark.parametrize(
    ("last", "unit", "start"),
    [
        (date(2024, 2, 8), "day", date(2024, 2, 8)), (date(2024, 4, 30), "week", date(2024, 4, 29)),
        (date(2026, 2, 8), "month", date(2026, 2, 1)), (date(2036, 5, 8), "quarter", date(2036, 4, 1)),
        (date(2064, 5, 8), "year", date(2064, 1, 1)),
    ],
)  # fmt: skip
def test_longer_times_have_larger_units(last: date, unit: str, start: date) -> None:
    days = [{"day": day, "quad": 1, "events": 1, "score": 3.0} for day in (date(2024, 1, 1), last, last)]
    found = course_of(days, EventFilter(since=date(2024, 1, 1)))
    assert found.unit == unit
    assert found.timeline[-1] == {"start": start, "quad": 1, "events": 2, "score": 3.0}


def test_the_timeline_counts_dated_events_by_quad(reader: Reader) -> None:
    rows = course(reader, EVERYTHING).timeline
    dated = [record for record in RECORDS if record["date"]]
    assert sum(row["events"] for row in rows) == len(dated)
    assert {row["quad"] for row in rows} == {record["quad"] for record in dated}
    assert {row["score"] for row in rows} == {record["score"] for record in dated}


def test_scores_are_the_mean_of_all_quads() -> None:
    day = date(2024, 2, 1)
    rows = [{"start": day, "quad": 1, "events": 3, "score": 4.0}, {"start": day, "quad": 4, "events": 1, "score": -8.0}]
    assert scores(rows) == [{"start": day, "score": 1.0, "events": 4}]


def test_types_come_with_the_most_frequent_first(reader: Reader) -> None:
    rows = overview.types(reader, EventFilter(status=("actual",)))
    wanted = Counter(record["event"] for record in RECORDS if record["factuality"]["status"] == "actual")
    assert Counter({row["event"]: row["events"] for row in rows}) == wanted
    assert [row["events"] for row in rows] == sorted((row["events"] for row in rows), reverse=True)


def test_a_dyad_needs_two_countries(reader: Reader) -> None:
    wanted = Counter(
        (one["country"], other["country"])
        for record in RECORDS
        for one in record["actor"]
        for other in record["recipient"]
        if one["country"] and other["country"] and one["country"] != other["country"]
    )
    rows = overview.dyads(reader, EVERYTHING)
    assert wanted and Counter({(row["actor"], row["recipient"]): row["events"] for row in rows}) == wanted
    assert all(row["cooperation"] + row["conflict"] == row["events"] for row in rows)


def test_actors_are_counted_by_name(reader: Reader) -> None:
    wanted = Counter(one["name"] for record in RECORDS for one in record["actor"])
    assert Counter({row["name"]: row["events"] for row in overview.actors(reader, EVERYTHING)}) == wanted
    assert len(overview.actors(reader, EVERYTHING, limit=1)) == 1


def test_places_tell_where_they_are(reader: Reader) -> None:
    (row,) = overview.places(reader, EVERYTHING)
    located = sum(record["location"] is not None for record in RECORDS)
    assert (row["name"], row["latitude"], row["longitude"], row["events"]) == ("Sanga", 14.5, -3.25, located)
