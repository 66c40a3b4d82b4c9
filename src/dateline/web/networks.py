"""The network around somebody as a chart: mostly cooperation to the left, mostly conflict to the right, the closer the more events."""

from collections.abc import Iterator
from math import cos, log, pi, sin

from dateline.export.codes import QUADS
from dateline.store.asking import Row
from dateline.store.egos import Ego
from dateline.web.charts import SCHEMA, Spec

GOLDEN = (5**0.5 - 1) / 2
"""Multiples of it, less their whole part, spread evenly however many there are, so that the greatest stand apart."""
LABELLED, LABELLED_ON_A_PHONE = 24, 10
NARROW, TALL, SHORT = 560, 420, 220
"""Pixels."""
FEW = 8
"""Partners that need less room."""


def network(ego: Ego) -> Spec:
    """Partners around the one in the middle, with the ties between close ones."""
    height = TALL if len(ego.partners) > FEW else SHORT
    nodes = list(_nodes(ego))
    places = {ego.name: (0.0, 0.0), **{node["name"]: (node["x"], node["y"]) for node in nodes}}
    ties = [_line(places, tie["one"], tie["other"], tie) for tie in ego.ties]
    is_shown = f"datum.rank < (width < {NARROW} ? {LABELLED_ON_A_PHONE} : {LABELLED})"
    layers = [
        {"data": {"values": ties}, "mark": {"type": "rule", "opacity": 0.18, "strokeWidth": 1}, "encoding": _ends()},
        {"mark": {"type": "rule", "opacity": 0.45, "strokeWidth": 1}, "encoding": _to_the_middle()},
        {"mark": {"type": "circle", "fillOpacity": 0.85}, "encoding": _circles()},
        *(_labels(nodes, side, is_shown) for side in ("left", "right")),
        {
            "data": {"values": [{"name": ego.name, "x": 0, "y": 0}]},
            "encoding": _position(),
            "layer": [
                {"mark": {"type": "text", "fontSize": 22, "dy": 1}, "encoding": {"text": {"value": "●"}}},
                {
                    "mark": {"type": "text", "fontWeight": "bold", "fontSize": 13, "dy": -18},
                    "encoding": {"text": {"field": "name"}},
                },
            ],
        },
    ]
    size = {"width": "container", "height": height, "autosize": {"type": "fit-x", "contains": "padding"}}
    return {"$schema": SCHEMA, **size, "data": {"values": nodes}, "layer": layers}


def _nodes(ego: Ego) -> Iterator[Row]:
    """Partners with their places, between -1 and 1 either way."""
    most, sides = max((row["events"] for row in ego.partners), default=1), {"left": 0, "right": 0}
    for rank, row in enumerate(ego.partners):
        side = "right" if row["conflict"] * 2 >= row["events"] else "left"
        turn = (sides[side] * GOLDEN + 0.5) % 1
        sides[side] += 1
        angle, far = (turn - 0.5) * 0.9 * pi, 0.3 + 0.65 * (1 - log(row["events"]) / log(most + 1))
        across = cos(angle) * far * (1 if side == "right" else -1)
        yield {
            "name": row["name"], "events": row["events"], "conflict": row["conflict"], "rank": rank, "side": side,
            "quad": _class(row), "x": round(across, 4), "y": round(sin(angle) * far, 4),
        }  # fmt: skip


def _line(places: dict[str, tuple[float, float]], one: str, other: str, row: Row) -> Row:
    (x, y), (x2, y2) = places[one], places[other]
    return {
        "x": x,
        "y": y,
        "x2": x2,
        "y2": y2,
        "quad": _class(row),
        "between": f"{one} – {other}",
        "events": row["events"],
    }


def _class(row: Row) -> str:
    return QUADS[3] if row["conflict"] * 2 >= row["events"] else QUADS[1]


def _position() -> Spec:
    hidden = {"type": "quantitative", "axis": None, "scale": {"domain": [-1.05, 1.05]}}
    across = {**hidden, "scale": {"domain": [-1.4, 1.4]}}
    return {"x": {"field": "x", **across}, "y": {"field": "y", **hidden}}


def _ends() -> Spec:
    tooltip = [{"field": "between"}, {"field": "events"}]
    return {**_position(), "x2": {"field": "x2"}, "y2": {"field": "y2"}, "color": _quad(), "tooltip": tooltip}


def _to_the_middle() -> Spec:
    return {**_position(), "x2": {"datum": 0}, "y2": {"datum": 0}, "color": _quad()}


def _circles() -> Spec:
    size = {"field": "events", "type": "quantitative", "scale": {"rangeMin": 18, "rangeMax": 420}}
    tooltip = [{"field": "name"}, {"field": "events"}, {"field": "conflict", "title": "of conflict"}]
    return {**_position(), "size": size, "color": _quad(), "tooltip": tooltip}


def _labels(nodes: list[Row], side: str, is_shown: str) -> Spec:
    """On the outer side of the circles."""
    outward = {"align": "right", "dx": -12} if side == "left" else {"align": "left", "dx": 12}
    return {
        "data": {"values": [node for node in nodes if node["side"] == side and node["rank"] < LABELLED]},
        "transform": [{"calculate": "truncate(datum.name, 20)", "as": "label"}],
        "mark": {"type": "text", "fontSize": 12, "limit": 160, **outward},
        "encoding": {
            **_position(), "text": {"field": "label"},
            "opacity": {"condition": {"test": is_shown, "value": 1}, "value": 0},
        },
    }  # fmt: skip


def _quad() -> Spec:
    return {"field": "quad", "type": "nominal", "scale": {"domain": list(QUADS)}}
