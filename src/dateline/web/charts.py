"""Vega-Lite specifications; colours and type come from the page that draws them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from dateline.export.codes import QUADS
from dateline.store.asking import Row
from dateline.store.course import Unit
from dateline.web.words import country

Spec = dict[str, Any]

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
"""Names the language of a specification; nobody fetches it."""

NARROWEST, WIDEST = 24.0, 80.0
"""Degrees of longitude: a closer map would show no border, and a wider one is the world's."""

FEWEST_UNITS = 14
"""On an axis of time."""
_DAYS: dict[Unit, int] = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}
_QUAD = {"field": "quad", "type": "nominal", "scale": {"domain": list(QUADS)}}


def timeline(rows: Sequence[Row], unit: Unit, height: int = 200) -> Spec:
    """Bars of events over time, the classes on top of each other; to brush is to zoom."""
    return _spec(list(_stacked(rows, unit)), height) | {
        "usermeta": {"zooms": True},
        "params": [{"name": "brush", "select": {"type": "interval", "encodings": ["x"]}}],
        "mark": {"type": "rect"},
        "encoding": {
            "x": {
                "field": "start", "type": "temporal", **_time(rows, unit),
            },
            "x2": {"field": "end"},
            "y": {"field": "low", "type": "quantitative", "title": f"events a {unit}"},
            "y2": {"field": "high"},
            "color": _QUAD,
            "tooltip": [
                {"field": "start", "type": "temporal", "format": "%-d %b %Y", "title": "from"},
                {"field": "quad", "title": "class"}, {"field": "events", "title": "events"},
            ],
        },
    }  # fmt: skip


def scores(rows: Sequence[Row], unit: Unit, height: int = 110) -> Spec:
    """The mean score over time; a circle's size tells of how many events it is the mean."""
    values = [{**row, "start": row["start"].isoformat(), "score": round(row["score"], 2)} for row in rows]
    return _spec(values, height) | {
        "encoding": {
            "x": {"field": "start", "type": "temporal", **_time(rows, unit)},
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
    return _spec(values, 20 * len(rows)) | {
        "mark": {"type": "bar", "height": 12},
        "encoding": {
            "y": {
                "field": "type", "type": "nominal", "sort": None,
                "axis": {"title": None, "grid": False, "labelPadding": 6},
            },
            "x": {"field": "events", "type": "quantitative", "axis": {"title": None, "grid": True, "tickCount": 4}},
            "color": _QUAD,
            "tooltip": [{"field": "type"}, {"field": "quad", "title": "class"}, {"field": "events"}],
        },
    }  # fmt: skip


def places(rows: Sequence[Row], height: int = 360) -> Spec:
    """Circles on a map of the world, the larger the more events; in the colour of conflict where most events are that."""
    world = {
        "data": {"url": "/static/built/world.json", "format": {"type": "topojson", "feature": "countries"}},
        "transform": [{"filter": "datum.id !== '010'"}],
        "mark": {"type": "geoshape", "clip": True},
    }
    circles = {
        "data": {"values": [_circle(row) for row in rows]},
        "mark": {"type": "circle"},
        "encoding": {
            "longitude": {"field": "longitude", "type": "quantitative"},
            "latitude": {"field": "latitude", "type": "quantitative"},
            "size": {"field": "events", "type": "quantitative", "scale": {"rangeMin": 18, "rangeMax": 420}},
            "color": _QUAD,
            "tooltip": [{"field": "place"}, {"field": "events"}, {"field": "conflict", "title": "of conflict"}],
        },
    }
    meta = {"aspect": 0.47, "focus": _focus(rows)}
    drawn = {"usermeta": meta, "projection": {"type": "equalEarth"}, "layer": [world, circles]}
    return {name: part for name, part in _spec([], height).items() if name != "data"} | drawn


def _focus(rows: Sequence[Row]) -> Spec | None:
    """The part of the world to show, in degrees, where all places lie in one; None for the whole."""
    west, east, south, north = (
        choose((row[name] for row in rows), default=0.0)
        for name, choose in (("longitude", min), ("longitude", max), ("latitude", min), ("latitude", max))
    )
    if not rows or east - west > WIDEST:
        return None
    spans = {"across": max(1.3 * (east - west), NARROWEST), "tall": max(1.3 * (north - south), NARROWEST / 3)}
    return {"longitude": (west + east) / 2, "latitude": (south + north) / 2, **spans}


def _circle(row: Row) -> Row:
    mostly = QUADS[3] if row["conflict"] * 2 >= row["events"] else QUADS[1]
    where = {"longitude": row["longitude"], "latitude": row["latitude"]}
    counts = {"events": row["events"], "conflict": row["conflict"]}
    return {"place": f"{row['name']}, {country(row['country'])}", "quad": mostly, **where, **counts}


def _time(rows: Sequence[Row], unit: Unit) -> Spec:
    """An axis of time that is long enough for one bar to look like one, with no more ticks than units."""
    formats = {"day": "%-d %b %Y", "week": "%-d %b %Y", "year": "%Y"}
    axis: Spec = {"title": None, "format": formats.get(unit, "%b %Y")}
    if unit in ("day", "week"):
        axis["tickCount"] = {"interval": unit, "step": 1}
    starts = [row["start"] for row in rows]
    if not starts:
        return {"scale": {"type": "utc"}, "axis": axis}
    first, last, least = min(starts), _following(max(starts), unit), FEWEST_UNITS * timedelta(days=_DAYS[unit])
    spare = max(least - (last - first), timedelta()) / 2
    ends = {"domainMin": _moment(first - spare), "domainMax": _moment(last + spare)} if spare else {}
    return {"scale": {"type": "utc", **ends}, "axis": axis}


def _moment(day: date) -> Spec:
    return {"year": day.year, "month": day.month, "date": day.day, "utc": True}


def _stacked(rows: Sequence[Row], unit: Unit) -> Iterator[Row]:
    """Each class above those before it."""
    heights: Counter[date] = Counter()
    for row in rows:
        start, low = row["start"], heights[row["start"]]
        heights[start] += row["events"]
        yield {
            "start": start.isoformat(), "end": _following(start, unit).isoformat(), "quad": QUADS[row["quad"] - 1],
            "events": row["events"], "low": low, "high": heights[start],
        }  # fmt: skip


def _spec(values: Sequence[Row], height: int) -> Spec:
    size = {"width": "container", "height": height, "autosize": {"type": "fit-x", "contains": "padding"}}
    return {"$schema": SCHEMA, **size, "data": {"values": list(values)}}


def _following(start: date, unit: Unit) -> date:
    """The first day of the next unit."""
    near = start + timedelta(days=_DAYS[unit])
    return near if unit in ("day", "week") else near.replace(day=1)
