"""The network around somebody as a chart."""

from typing import Any

from dateline.store.asking import Row
from dateline.store.egos import MOST, Ego, ego
from dateline.store.parties import Partners, partners
from dateline.store.reading import open_reader
from dateline.web.networks import SHORT, TALL, network


def _partner(number: int, conflict: int) -> Row:
    return {"name": f"P{number}", "events": 10, "cooperation": 10 - conflict, "conflict": conflict}


def _nodes(spec: Any) -> list[Row]:
    return spec["data"]["values"]  # type: ignore[no-any-return]


def test_cooperation_stands_left_and_conflict_right() -> None:
    found = Ego("Mali", [_partner(each, 9 if each % 2 else 1) for each in range(60)], [])
    nodes = _nodes(network(found))
    assert all((node["x"] > 0) == (node["conflict"] == 9) for node in nodes)
    assert len({(node["x"], node["y"]) for node in nodes}) == 60
    assert all(abs(node["x"]) <= 1 and abs(node["y"]) <= 1 for node in nodes)


def test_who_shares_more_events_stands_nearer() -> None:
    far, near = {**_partner(1, 9), "events": 1, "conflict": 1}, _partner(2, 9)
    nodes = {node["name"]: node["x"] ** 2 + node["y"] ** 2 for node in _nodes(network(Ego("Mali", [near, far], [])))}
    assert nodes["P2"] < nodes["P1"]


def test_few_partners_need_less_room() -> None:
    assert network(Ego("Mali", [_partner(1, 1)], []))["height"] == SHORT
    assert network(Ego("Mali", [_partner(each, 1) for each in range(30)], []))["height"] == TALL


def test_partners_of_both_sides_are_one() -> None:
    one, other = _partner(1, 2), {**_partner(1, 5), "events": 5, "cooperation": 0}
    assert Partners([one, _partner(2, 0)], [other]).together == [
        {"name": "P1", "events": 15, "cooperation": 8, "conflict": 7}, _partner(2, 0)
    ]  # fmt: skip


def test_the_network_of_a_database(duck: str) -> None:
    with open_reader(duck) as reader:
        found = ego(reader, "Sanga", partners(reader, "Sanga"))
    assert len(found.partners) < MOST and {row["name"] for row in found.partners} >= {"Unit 1 Éclair"}
    assert all(row["name"] != "Sanga" for row in found.partners)
