"""What many events tell together, counted again in plain Python; both databases."""

from collections import Counter
from datetime import date

import pytest

from dateline.store import overview
from dateline.store.filters import EventFilter
from dateline.store.reading import Reader
from tests.store.databases import all_records

EVERYTHING = EventFilter()
RECORDS = all_records()


def test_the_extent_counts_events_articles_and_those_without_a_date(reader: Reader) -> None:
    found = overview.extent(reader, EVERYTHING)
    undated = sum(record["date"] is None for record in RECORDS)
    assert (found.events, found.documents, found.undated) == (len(RECORDS), len(RECORDS), undated)
    assert found.first == found.last == date(2024, 2, 1)


def test_an_extent_of_nothing_has_no_days(reader: Reader) -> None:
    found = overview.extent(reader, EventFilter(type=("CONSULT",)))
    assert (found.events, found.first, found.last) == (0, None, None)
    assert overview.timeline(reader, EVERYTHING, found) == []


def test_an_extent_keeps_to_the_days_asked_for(reader: Reader) -> None:
    found = overview.extent(reader, EventFilter(since=date(2024, 2, 3)))
    assert found.first == date(2024, 2, 3)


@pytest.mark.parametrize(
    ("last", "unit"),
    [
        (date(2024, 1, 1), "day"), (date(2024, 4, 30), "week"), (date(2026, 1, 1), "month"), (date(2036, 1, 1), "quarter"),
        (date(2064, 1, 1), "year"),
    ],
)  # fmt: skip
def test_longer_times_have_larger_units(last: date, unit: str) -> None:
    assert overview.Extent(1, 1, 0, date(2024, 1, 1), last).unit == unit


def test_the_timeline_counts_dated_events_by_quad(reader: Reader) -> None:
    rows = overview.timeline(reader, EVERYTHING, overview.extent(reader, EVERYTHING))
    dated = [record for record in RECORDS if record["date"]]
    assert sum(row["events"] for row in rows) == len(dated)
    assert {row["quad"] for row in rows} == {record["quad"] for record in dated}
    assert {row["score"] for row in rows} == {record["score"] for record in dated}


def test_scores_are_the_mean_of_all_quads() -> None:
    day = date(2024, 2, 1)
    rows = [{"start": day, "quad": 1, "events": 3, "score": 4.0}, {"start": day, "quad": 4, "events": 1, "score": -8.0}]
    assert overview.scores(rows) == [{"start": day, "score": 1.0, "events": 4}]


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
