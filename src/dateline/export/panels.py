"""Panels: events counted by pair of countries and day, and by actor and month."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from dateline.export import csv, parquet, tally
from dateline.export.columns import Cell, Column
from dateline.export.format import COUNTED, Format, Opening
from dateline.export.parties import pairs, party
from dateline.export.shape import Actor, Record
from dateline.export.tally import Tally
from dateline.resources.ontology import Ontology

Key = tuple[str, ...]


class Table(Protocol):
    """Takes rows of cells."""

    def write(self, rows: Iterator[Sequence[Cell]]) -> None: ...


TableOpening = Callable[[Path, Sequence[Column]], AbstractContextManager[Table]]
TABLES: Mapping[str, TableOpening] = {".csv": csv.table, ".parquet": parquet.table}


@dataclass(frozen=True, slots=True)
class Panel:
    """The rows of a panel by their keys; an event counts once for each key that it has.

    `keys_of` gives the keys of a record, each with the labels that stand beside it.
    """

    keys: tuple[Column, ...]
    labels: tuple[Column, ...]
    keys_of: Callable[[Record], Mapping[Key, Key]]
    types: tuple[str, ...]

    @property
    def columns(self) -> list[Column]:
        return [*self.keys, *self.labels, *tally.columns(self.types)]

    @contextmanager
    def writing(self, path: Path, table: TableOpening) -> Iterator["Counts"]:
        """Counts what is written to it, and writes the panel at the end, sorted by its keys."""
        counts = Counts(self.keys_of)
        yield counts
        with table(path, self.columns) as rows:
            rows.write(
                [*key, *counts.labels[key], *counts.cells[key].cells(self.types)] for key in sorted(counts.cells)
            )


class Counts:
    """The tallies of a panel; of several labels of a key the first is kept."""

    def __init__(self, keys_of: Callable[[Record], Mapping[Key, Key]]) -> None:
        self.keys_of = keys_of
        self.cells: defaultdict[Key, Tally] = defaultdict(Tally)
        self.labels: dict[Key, Key] = {}

    def write(self, records: Sequence[Record]) -> None:
        for record in records:
            for key, labels in self.keys_of(record).items():
                self.cells[key].add(record)
                self.labels.setdefault(key, labels)


def dyad_days(ontology: Ontology) -> Panel:
    """A row for each day on which one country or body acts on another, or on itself."""
    keys = (
        Column("date", "date", "Day"),
        Column("actor", "string", "Country (ISO 3166 alpha-3) or body that acts"),
        Column("recipient", "string", "Country or body acted upon"),
    )
    return Panel(keys, (), _dyad_days, tuple(ontology.types))


def actor_months(ontology: Ontology) -> Panel:
    """A row for each month in which an actor acts, and one for each in which it is acted upon."""
    keys = (
        Column("month", "string", "Month, YYYY-MM"),
        Column(
            "actor_id", "string", "State, Wikidata item, name with country, or country with sector after an asterisk"
        ),
        Column("role", "string", "actor or recipient"),
    )
    labels = (
        Column("name", "string", "Name, the first of those that documents give"),
        Column("country", "string", "Country (ISO 3166 alpha-3) or body"),
        Column("sector", "string", "First sector"),
    )
    return Panel(keys, labels, _actor_months, tuple(ontology.types))


def dyad_day(ontology: Ontology) -> Format:
    """The format of dyad-days."""
    return Format(
        name="dyad-day",
        summary="Counts by pair of countries and day: quad classes, types, mean scores with n",
        openings=_openings(dyad_days(ontology)),
        losses=(*_LOSSES, "Events that took longer than a day, or whose day is unknown, are left out.",
                "Actors without a country or body are left out, and with them events of which one side has none."),
        statuses=COUNTED,
        refusal=_no_dyad_day,
    )  # fmt: skip


def actor_month(ontology: Ontology) -> Format:
    """The format of actor-months."""
    return Format(
        name="actor-month",
        summary="Counts by actor and month: quad classes, types, mean scores with n",
        openings=_openings(actor_months(ontology)),
        losses=(*_LOSSES, "Events that took longer than a month, or whose month is unknown, are left out.",
                "Actors are told apart by state, Wikidata item, or name and country; those without a name by country and sector."),
        statuses=COUNTED,
        refusal=_no_month,
    )  # fmt: skip


_LOSSES = (
    "Counts event mentions: one happening that three documents tell counts three times.",
    "Single events are lost, with their evidence, attribution, place and counts of people.",
    "Negated and hypothetical events are left out unless --status asks for them.",
)


def _openings(panel: Panel) -> dict[str, Opening]:
    return {ending: partial(panel.writing, table=table) for ending, table in TABLES.items()}


def _dyad_days(record: Record) -> dict[Key, Key]:
    day = _start(record)
    dyads = ((_country(one), _country(other)) for one, other in pairs(record))
    return {(day, one, other): () for one, other in dyads if one and other}


def _actor_months(record: Record) -> dict[Key, Key]:
    month = _start(record)[:7]
    sides = (("actor", record["actor"]), ("recipient", record["recipient"]))
    known = [(role, party(actor, record)) for role, actors in sides for actor in actors]
    return {(month, one.key, role): (one.name, one.country or "", next(iter(one.sectors), "")) for role, one in known}


def _start(record: Record) -> str:
    return (record["date"]["start"] or "") if record["date"] else ""


def _country(actor: Actor | None) -> str:
    return (actor["country"] or "") if actor else ""


def _no_dyad_day(record: Record) -> str | None:
    when = record["date"]
    if when is None or when["start"] is None or when["start"] != when["end"]:
        return "without a day of their own"
    return None if _dyad_days(record) else "without a country on either side"


def _no_month(record: Record) -> str | None:
    when = record["date"]
    if when is None or when["start"] is None or (when["end"] or "")[:7] != when["start"][:7]:
        return "without a month of their own"
    return None
