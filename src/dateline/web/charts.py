"""Vega-Lite specifications; colours and type come from the page that draws them."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from dateline.export.codes import QUADS
from dateline.store.overview import Unit
from dateline.store.rows import Row
from dateline.web.words import country

Spec = dict[str, Any]

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
"""Names the language of a specification; nobody fetches it."""

_DAYS: dict[Unit, int] = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}
_QUAD = {"field": "quad", "type": "nominal", "scale": {"domain": list(QUADS)}}


def timeline(rows: Sequence[Row], unit: Unit, height: int = 200) -> Spec:
    """Bars of events over time, one colour a quad; to brush is to zoom."""
    values = [
        {"start": row["start"].isoformat(), "end": _following(row["start"], unit).isoformat(),
         "quad": QUADS[row["quad"] - 1], "events": row["events"]}
        for row in rows
    ]  # fmt: skip
    brush = {"name": "brush", "select": {"type": "interval", "encodings": ["x"]}}
    axis = {"title": None, "format": "%-d %b %Y" if unit in ("day", "week") else "%b %Y" if unit != "year" else "%Y"}
    return _spec(values, height) | {
        "usermeta": {"zooms": True},
        "params": [brush],
        "mark": {"type": "bar", "binSpacing": 1},
        "encoding": {
            "x": {"field": "start", "type": "temporal", "timeUnit": None, "scale": {"type": "utc"}, "axis": axis},
            "x2": {"field": "end"},
            "y": {"field": "events", "type": "quantitative", "title": f"events a {unit}", "stack": True},
            "color": _QUAD,
            "order": {"field": "quad", "sort": list(QUADS)},
            "tooltip": [
                {"field": "start", "type": "temporal", "format": "%-d %b %Y", "title": "from"},
                {"field": "quad", "title": "class"}, {"field": "events", "title": "events"},
            ],
        },
    }  # fmt: skip


def scores(rows: Sequence[Row], height: int = 110) -> Spec:
    """The mean score over time; a circle's size tells of how many events it is the mean."""
    values = [{**row, "start": row["start"].isoformat(), "score": round(row["score"], 2)} for row in rows]
    return _spec(values, height) | {
        "encoding": {
            "x": {"field": "start", "type": "temporal", "scale": {"type": "utc"}, "axis": {"title": None}},
            "y": {"field": "score", "type": "quantitative", "title": "mean score", "scale": {"domain": [-10, 10]}},
            "tooltip": [
                {"field": "start", "type": "temporal", "format": "%-d %b %Y"},
                {"field": "score"},
                {"field": "events"},
            ],
        },
        "layer": [
            {"mark": {"type": "line"}},
            {
                "mark": {"type": "circle"},
                "encoding": {
                    "size": {"field": "events", "type": "quantitative", "scale": {"rangeMin": 20, "rangeMax": 160}}
                },
            },
        ],
    }


def types(rows: Sequence[Row]) -> Spec:
    """A bar for each type."""
    values = [{"type": row["event"].lower(), "quad": QUADS[row["quad"] - 1], "events": row["events"]} for row in rows]
    return _spec(values, None) | {
        "height": {"step": 20},
        "mark": {"type": "bar", "height": 12},
        "encoding": {
            "y": {
                "field": "type",
                "type": "nominal",
                "sort": None,
                "axis": {"title": None, "grid": False, "labelPadding": 6},
            },
            "x": {"field": "events", "type": "quantitative", "axis": {"title": None, "grid": True, "tickCount": 4}},
            "color": _QUAD,
            "tooltip": [{"field": "type"}, {"field": "quad", "title": "class"}, {"field": "events"}],
        },
    }


def places(rows: Sequence[Row], height: int = 340) -> Spec:
    """Circles on a map of the world, the larger the more events."""
    values = [
        {"place": f"{row['name']}, {country(row['country'])}", "longitude": row["longitude"], "latitude": row["latitude"],
         "events": row["events"], "conflict": row["conflict"]}
        for row in rows
    ]  # fmt: skip
    world = {
        "data": {"url": "/static/built/world.json", "format": {"type": "topojson", "feature": "countries"}},
        "transform": [{"filter": "datum.id !== '010'"}],
        "mark": {"type": "geoshape"},
    }
    circles = {
        "data": {"values": values},
        "mark": {"type": "circle"},
        "encoding": {
            "longitude": {"field": "longitude", "type": "quantitative"},
            "latitude": {"field": "latitude", "type": "quantitative"},
            "size": {
                "field": "events",
                "type": "quantitative",
                "scale": {"rangeMin": 18, "rangeMax": 420, "zero": True},
            },
            "tooltip": [{"field": "place"}, {"field": "events"}, {"field": "conflict", "title": "of conflict"}],
        },
    }
    spec = _spec([], height) | {"projection": {"type": "equalEarth"}, "layer": [world, circles]}
    del spec["data"]
    return spec


def _spec(values: Sequence[Row], height: int | None) -> Spec:
    spec: Spec = {"$schema": SCHEMA, "width": "container", "autosize": {"type": "fit-x", "contains": "padding"}}
    return spec | {"data": {"values": list(values)}} | ({"height": height} if height else {})


def _following(start: date, unit: Unit) -> date:
    """The first day of the next unit."""
    near = start + timedelta(days=_DAYS[unit])
    return near if unit in ("day", "week") else near.replace(day=1)
