"""GEXF and GraphML: networks that networkx opens, with the days on which edges act."""

from datetime import date
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export import gexf, graphml
from dateline.export.exporting import export
from dateline.export.network import spells
from dateline.export.shape import Record
from tests.export.examples import an_actor, bare_record, negated, on_day, raid_record, with_sides

NAMESPACE = {"g": "http://gexf.net/1.3"}
ANA, BO, CY = (an_actor(name, "PER") for name in ("Ana Reyes", "Bo Lund", "Cy Marsh"))


def act(actors: list[Any], recipients: list[Any], start: str = "2024-02-03", end: str | None = None) -> Record:
    return on_day(with_sides(raid_record(), actors, recipients), start, end)


EVENTS = [
    act([ANA], [BO]),
    act([ANA], [BO], "2024-02-04"),
    act([ANA], [BO], "2024-03-01", "2024-03-31"),
    act([BO, CY], [ANA]),
]


def test_networkx_opens_gexf(tmp_path: Path) -> None:
    export(gexf.FORMAT, EVENTS, tmp_path / "actors.gexf")
    found = networkx.read_gexf(tmp_path / "actors.gexf", version="1.3")
    assert found.is_directed()
    assert {data["label"] for _, data in found.nodes(data=True)} == {"Ana Reyes", "Bo Lund", "Cy Marsh"}
    edge = found.edges["ana reyes|PER", "bo lund|PER"]
    assert (edge["weight"], edge["quad_4"], edge["score_mean"]) == (3.0, 3, -9.0)
    assert found.nodes["bo lund|PER"]["country"] == "PER"


def test_gexf_is_dynamic_with_spells(tmp_path: Path) -> None:
    export(gexf.FORMAT, EVENTS, tmp_path / "actors.gexf")
    root = ElementTree.parse(tmp_path / "actors.gexf").getroot()
    assert (root.tag, root.get("version")) == ("{http://gexf.net/1.3}gexf", "1.3")
    graph = root.find("g:graph", NAMESPACE)
    assert graph is not None
    facts = [graph.get(name) for name in ("mode", "timeformat", "defaultedgetype", "start", "end")]
    assert facts == ["dynamic", "date", "directed", "2024-02-03", "2024-03-31"]
    (edge,) = graph.findall("g:edges/g:edge[@source='ana reyes|PER']", NAMESPACE)
    lasting = [(each.get("start"), each.get("end")) for each in edge.findall("g:spells/g:spell", NAMESPACE)]
    assert lasting == [("2024-02-03", "2024-02-04"), ("2024-03-01", "2024-03-31")]
    ids = {each.get("id") for each in graph.findall("g:nodes/g:node", NAMESPACE)}
    ends = {each.get(end) for each in graph.findall("g:edges/g:edge", NAMESPACE) for end in ("source", "target")}
    assert ends <= ids
    declared = {each.get("id") for each in graph.findall("g:attributes[@class='edge']/g:attribute", NAMESPACE)}
    assert {each.get("for") for each in edge.findall("g:attvalues/g:attvalue", NAMESPACE)} <= declared


def test_networkx_opens_graphml(tmp_path: Path) -> None:
    export(graphml.FORMAT, [*EVENTS, {**act([CY], [BO]), "date": None}], tmp_path / "actors.graphml")
    found = networkx.read_graphml(tmp_path / "actors.graphml")
    edge = found.edges["ana reyes|PER", "bo lund|PER"]
    assert (edge["weight"], edge["first"], edge["last"]) == (3.0, "2024-02-03", "2024-03-31")
    assert "first" not in found.edges["cy marsh|PER", "bo lund|PER"]
    assert found.nodes["ana reyes|PER"] == {"label": "Ana Reyes", "kind": "person", "country": "PER"}
    assert found.number_of_edges() == 4


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (act([ANA], []), "with one side unknown"),
        (negated(act([ANA], [BO])), "negated"),
        ({**act([ANA], [BO]), "date": None}, "without a date"),
        (bare_record(), "without a date"),
    ],
)
def test_what_has_no_place_is_counted_with_its_reason(record: Record, reason: str, tmp_path: Path) -> None:
    outcome = export(gexf.FORMAT, [record], tmp_path / "actors.gexf")
    assert (outcome.written, dict(outcome.left_out)) == (0, {reason: 1})
    assert networkx.read_gexf(tmp_path / "actors.gexf", version="1.3").number_of_nodes() == 0


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=8), min_size=2, max_size=2, unique=True))
def test_any_name_can_be_written(names: list[str]) -> None:
    sides = [{**an_actor(name), "wikidata": f"Q{place}"} for place, name in enumerate(names)]
    with TemporaryDirectory() as folder:
        dynamic, plain = Path(folder, "actors.gexf"), Path(folder, "actors.graphml")
        export(gexf.FORMAT, [act(sides[:1], sides[1:])], dynamic)
        export(graphml.FORMAT, [act(sides[:1], sides[1:])], plain)
        assert list(networkx.read_gexf(dynamic, version="1.3").edges) == [("Q0", "Q1")]
        assert list(networkx.read_graphml(plain).edges) == [("Q0", "Q1")]


_DAYS = st.dates(date(2024, 1, 1), date(2024, 2, 28))


@given(st.lists(st.tuples(_DAYS, _DAYS).map(sorted).map(tuple), max_size=8))
def test_spells_cover_the_same_days_and_stand_apart(days: list[Any]) -> None:
    joined = spells(days)
    assert _covered(joined) == _covered(days)
    assert all((later[0] - earlier[1]).days > 1 for earlier, later in pairwise(joined))


def _covered(days: list[Any]) -> set[int]:
    return {day for start, end in days for day in range(start.toordinal(), end.toordinal() + 1)}
