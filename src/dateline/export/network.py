"""The network of actors: who acted on whom, how often, how, and on which days."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from dateline.export.codes import QUADS
from dateline.export.columns import Cell, Column
from dateline.export.parties import Party, pairs, party
from dateline.export.shape import Record
from dateline.export.tally import Tally

Days = tuple[date, date]

NODE_COLUMNS = (
    Column("label", "string", "Name"),
    Column("kind", "string", "person, organisation, group, state or place; nothing for those without a name"),
    Column("country", "string", "Country (ISO 3166 alpha-3) or body"),
    Column("sector", "string", "First sector"),
    Column("wikidata", "string", "Wikidata item"),
)
EDGE_COLUMNS = (
    Column("weight", "number", "Events"),
    *(Column(f"quad_{number}", "integer", f"Events of {quad}") for number, quad in enumerate(QUADS, 1)),
    Column("score_mean", "number", "Mean score, from -10 (conflict) to 10 (cooperation)"),
    Column("goldstein_mean", "number", "Mean Goldstein value of the CAMEO codes"),
)

LOSSES = (
    "Single events are lost, with their evidence, attribution, types, places and counts of people; an edge sums them up.",
    "Events of which one side is unknown are left out.",
    "Negated and hypothetical events are left out unless --status asks for them.",
    "Actors are told apart by state, Wikidata item, or name and country; those without a name by country and sector.",
    "Counts event mentions: one happening that three documents tell counts three times.",
)


@dataclass(slots=True)
class Edge:
    """All that one party did to another."""

    tally: Tally = field(default_factory=Tally)
    days: set[Days] = field(default_factory=set)


@dataclass(slots=True)
class Network:
    """Parties by key, and edges by the keys of both sides; held in memory, where single events are not."""

    parties: dict[str, Party] = field(default_factory=dict)
    edges: dict[tuple[str, str], Edge] = field(default_factory=dict)

    def write(self, records: Sequence[Record]) -> None:
        """Adds the pairs of records."""
        for record in records:
            sides = {(party(one, record), party(other, record)) for one, other in pairs(record) if one and other}
            for pair in {(self._known(one), self._known(other)) for one, other in sides}:
                self._add(pair, record)

    def _known(self, one: Party) -> str:
        self.parties.setdefault(one.key, one)
        return one.key

    def _add(self, pair: tuple[str, str], record: Record) -> None:
        edge = self.edges.setdefault(pair, Edge())
        edge.tally.add(record)
        if days := _days(record):
            edge.days.add(days)


def one_sided(record: Record) -> str | None:
    """The refusal of events that join nobody to anybody."""
    known = any(one and other for one, other in pairs(record))
    return None if known else "with one side unknown"


def node_cells(one: Party) -> list[Cell]:
    """The cells of NODE_COLUMNS."""
    return [one.name, one.kind, one.country, next(iter(one.sectors), None), one.wikidata]


def edge_cells(edge: Edge) -> list[Cell]:
    """The cells of EDGE_COLUMNS."""
    weight, *others = edge.tally.cells(())
    return [float(weight or 0), *others]


def spells(days: Iterable[Days]) -> list[Days]:
    """The stretches that days make when those that overlap or follow on each other are joined."""
    joined: list[Days] = []
    for start, end in sorted(days):
        if joined and start <= joined[-1][1] + timedelta(days=1):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _days(record: Record) -> Days | None:
    when = record["date"]
    if when is None or when["start"] is None:
        return None
    return date.fromisoformat(when["start"]), date.fromisoformat(when["end"] or when["start"])
