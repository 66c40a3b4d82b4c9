"""The network of actors as GraphML."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from dateline.export import network, xml
from dateline.export.columns import Cell, Column
from dateline.export.format import COUNTED, Format, endings
from dateline.export.network import NODE_COLUMNS, Edge, Network
from dateline.export.xml import Xml

_TYPES = {"string": "string", "integer": "int", "number": "double", "boolean": "boolean", "date": "string"}
EDGE_COLUMNS = (
    *network.EDGE_COLUMNS,
    Column("first", "date", "First day on which it acts"),
    Column("last", "date", "Last day on which it acts"),
)


@contextmanager
def writing(path: Path) -> Iterator[Network]:
    """Gathers the network and writes it at the end."""
    found = Network()
    yield found
    with xml.document(path) as file, file.within("graphml", xmlns="http://graphml.graphdrawing.org/xmlns"):
        _keys(file, "node", NODE_COLUMNS)
        _keys(file, "edge", EDGE_COLUMNS)
        with file.within("graph", id="actors", edgedefault="directed"):
            _nodes_and_edges(file, found)


def _keys(file: Xml, kind: str, columns: Sequence[Column]) -> None:
    for column in columns:
        names = {"for": kind, "attr.name": column.name, "attr.type": _TYPES[column.kind]}
        with file.within("key", id=f"{kind}-{column.name}", **names):
            file.element("desc", column.description)


def _nodes_and_edges(file: Xml, found: Network) -> None:
    for key, one in sorted(found.parties.items()):
        with file.within("node", id=key):
            _cells(file, "node", NODE_COLUMNS, network.node_cells(one))
    for source, target in sorted(found.edges):
        with file.within("edge", source=source, target=target):
            _cells(file, "edge", EDGE_COLUMNS, _edge_cells(found.edges[source, target]))


def _cells(file: Xml, kind: str, columns: Sequence[Column], cells: Sequence[Cell]) -> None:
    for column, cell in zip(columns, cells, strict=True):
        if cell is not None:
            file.element("data", str(cell), key=f"{kind}-{column.name}")


def _edge_cells(edge: Edge) -> list[Cell]:
    if not edge.days:
        return [*network.edge_cells(edge), None, None]
    first, last = min(start for start, _ in edge.days), max(end for _, end in edge.days)
    return [*network.edge_cells(edge), first.isoformat(), last.isoformat()]


FORMAT = Format(
    name="graphml",
    summary="GraphML of the network of actors: who acted on whom, how often, how",
    openings=endings(".graphml", opening=writing),
    losses=(*network.LOSSES, "Of an edge's days only the first and the last are kept."),
    statuses=COUNTED,
    refusal=network.one_sided,
)
