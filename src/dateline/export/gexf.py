"""The network of actors as GEXF 1.3, dynamic: each edge has the spells in which it was acted."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from dateline.export import network, xml
from dateline.export.columns import Cell, Column
from dateline.export.format import COUNTED, Format, endings, undated
from dateline.export.network import EDGE_COLUMNS, NODE_COLUMNS, Days, Network
from dateline.export.xml import Xml

_TYPES = {"string": "string", "integer": "integer", "number": "double", "boolean": "boolean", "date": "string"}
_NODE = NODE_COLUMNS[1:]
"""A label is an attribute of the node itself; so is the weight of an edge."""
_EDGE = EDGE_COLUMNS[1:]


@contextmanager
def writing(path: Path) -> Iterator[Network]:
    """Gathers the network and writes it at the end."""
    found = Network()
    yield found
    with xml.document(path) as file, file.within("gexf", xmlns="http://gexf.net/1.3", version="1.3"):
        file.element("meta")
        _graph(file, found)


def _graph(file: Xml, found: Network) -> None:
    lasting = _span([days for edge in found.edges.values() for days in edge.days])
    with file.within(
        "graph", mode="dynamic", defaultedgetype="directed", timeformat="date", timerepresentation="interval", **lasting
    ):
        _attributes(file, "node", _NODE)
        _attributes(file, "edge", _EDGE)
        _nodes(file, found)
        _edges(file, found)


def _nodes(file: Xml, found: Network) -> None:
    days = _days_of(found)
    with file.within("nodes"):
        for key, one in sorted(found.parties.items()):
            with file.within("node", id=key, label=one.name):
                _values(file, _NODE, network.node_cells(one)[1:])
                _spells(file, days[key])


def _edges(file: Xml, found: Network) -> None:
    with file.within("edges"):
        for place, ends in enumerate(sorted(found.edges)):
            weight, *cells = network.edge_cells(found.edges[ends])
            with file.within("edge", id=place, source=ends[0], target=ends[1], weight=weight):
                _values(file, _EDGE, cells)
                _spells(file, found.edges[ends].days)


def _attributes(file: Xml, kind: str, columns: Sequence[Column]) -> None:
    with file.within("attributes", class_=kind, mode="static"):
        for place, column in enumerate(columns):
            file.element("attribute", id=place, title=column.name, type=_TYPES[column.kind])


def _values(file: Xml, columns: Sequence[Column], cells: Sequence[Cell]) -> None:
    with file.within("attvalues"):
        for place, (_, cell) in enumerate(zip(columns, cells, strict=True)):
            if cell is not None:
                file.element("attvalue", for_=place, value=cell)


def _spells(file: Xml, days: set[Days]) -> None:
    with file.within("spells"):
        for start, end in network.spells(days):
            file.element("spell", start=start, end=end)


def _days_of(found: Network) -> dict[str, set[Days]]:
    """The days of each party: those of its edges."""
    days: dict[str, set[Days]] = {key: set() for key in found.parties}
    for ends, edge in found.edges.items():
        for key in ends:
            days[key] |= edge.days
    return days


def _span(days: Sequence[Days]) -> dict[str, date]:
    """The first day and the last."""
    if not days:
        return {}
    return {"start": min(start for start, _ in days), "end": max(end for _, end in days)}


FORMAT = Format(
    name="gexf",
    summary="GEXF 1.3 of the network of actors, dynamic: nodes and edges with the spells in which they act",
    openings=endings(".gexf", opening=writing),
    losses=(
        *network.LOSSES,
        "Events without a date are left out.",
        "Spells that overlap or follow on each other are joined; the counts of an edge are those of all its spells.",
    ),
    statuses=COUNTED,
    refusal=lambda record: undated(record) or network.one_sided(record),
)
