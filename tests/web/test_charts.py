"""Specifications say what the rows say."""

from datetime import date
from typing import Any

import pytest

from dateline.store.course import Unit
from dateline.web import charts

FIRST = date(2024, 1, 1)


def _place(longitude: float, latitude: float, events: int = 2, conflict: int = 1) -> dict[str, Any]:
    where = {"name": "Sanga", "country": "MLI", "longitude": longitude, "latitude": latitude}
    return {**where, "events": events, "conflict": conflict}


def test_classes_stand_on_top_of_each_other() -> None:
    rows = [{"start": FIRST, "quad": 1, "events": 3}, {"start": FIRST, "quad": 4, "events": 2}]
    values = charts.timeline(rows, "month")["data"]["values"]
    assert [(each["low"], each["high"]) for each in values] == [(0, 3), (3, 5)]
    assert [each["quad"] for each in values] == ["verbal cooperation", "material conflict"]


@pytest.mark.parametrize(
    ("unit", "end"),
    [("day", "2024-01-02"), ("week", "2024-01-08"), ("month", "2024-02-01"), ("quarter", "2024-04-01"),
     ("year", "2025-01-01")],
)  # fmt: skip
def test_a_bar_ends_where_the_next_begins(unit: Unit, end: str) -> None:
    (value,) = charts.timeline([{"start": FIRST, "quad": 1, "events": 1}], unit)["data"]["values"]
    assert value["end"] == end


@pytest.mark.parametrize(("conflict", "colour"), [(0, "material cooperation"), (1, "material conflict")])
def test_a_circle_has_the_colour_of_most_of_its_events(conflict: int, colour: str) -> None:
    spec = charts.places([_place(0, 0, 2, conflict)])
    (value,) = spec["layer"][1]["data"]["values"]
    assert (value["quad"], value["place"]) == (colour, "Sanga, Mali")


@pytest.mark.parametrize(
    ("rows", "shown"),
    [([], None), ([_place(0, 0), _place(100, 0)], None), ([_place(1, 2)], (1, 2, 24, 8)),
     ([_place(0, 0), _place(40, 0)], (20, 0, 52, 8)), ([_place(0, 0), _place(1, 30)], (0.5, 15, 24, 39))],
)  # fmt: skip
def test_a_map_shows_the_part_of_the_world_that_matters(rows: list[dict[str, Any]], shown: tuple[float, ...]) -> None:
    focus = charts.places(rows)["usermeta"]["focus"]
    assert (focus and tuple(focus[name] for name in ("longitude", "latitude", "across", "tall"))) == shown


def test_types_and_scores_keep_their_rows() -> None:
    spec = charts.types([{"event": "AID", "quad": 2, "events": 5}])
    assert spec["data"]["values"] == [{"type": "aid", "quad": "material cooperation", "events": 5}]
    scores = charts.scores([{"start": FIRST, "score": -1.2345, "events": 5}], "day")
    assert scores["data"]["values"] == [{"start": "2024-01-01", "score": -1.23, "events": 5}]


def test_one_bar_does_not_fill_the_chart() -> None:
    scale = charts.timeline([{"start": FIRST, "quad": 1, "events": 1}], "day")["encoding"]["x"]["scale"]
    low, high = (date(end["year"], end["month"], end["date"]) for end in (scale["domainMin"], scale["domainMax"]))
    assert (high - low).days >= charts.FEWEST_UNITS - 1 and low < FIRST < high
