"""Tab-separated layouts of other event data: one row for each pair of an actor and a recipient."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.export.columns import Cell, Column
from dateline.export.csv import shown
from dateline.export.format import Opening
from dateline.export.shape import Actor, Location, Record
from dateline.model.place import PlaceKind, kind_of_feature

if TYPE_CHECKING:
    from _csv import Writer

Row = Mapping[str, Cell]
RowsOf = Callable[[Sequence[Record]], Iterable[Row]]

LOSSES = (
    "Evidence is lost: triggers, spans, cues, rules, sentences and links of mentions.",
    "Attribution is lost: who says so and whether the publisher does.",
    "Status is lost; negated and hypothetical events are left out unless --status asks for them, as are events without a date.",
    "Of a date only its first day is kept: an event of some month stands on the first of it.",
    "Counts of dead, injured, arrested and taking part are lost.",
    "Each pair of actor and recipient is a row, so that rows count dyads and not events.",
)
"""What these layouts have in common."""

_ID_BITS = 53
"""As many as a spreadsheet or R keeps exactly."""


class LayoutRows:
    """Writes the rows that a document's records make."""

    def __init__(self, file: "Writer", columns: Sequence[Column], rows_of: RowsOf) -> None:
        self.file, self.columns, self.rows_of = file, columns, rows_of

    def write(self, records: Sequence[Record]) -> None:
        for row in self.rows_of(records):
            self.file.writerow([_written(row.get(column.name)) for column in self.columns])


def opening(columns: Sequence[Column], rows_of: RowsOf, header: bool = True) -> Opening:
    """Opens a file of this layout; no cell holds a tab, a line break or a quotation mark, so that none is quoted."""

    @contextmanager
    def writing(path: Path) -> Iterator[LayoutRows]:
        with path.open("w", encoding="utf-8", errors="replace", newline="") as stream:
            file = csv.writer(stream, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n")
            if header:
                file.writerow([column.name for column in columns])
            yield LayoutRows(file, columns, rows_of)

    return writing


def row_number(record: Record, pair: tuple[Actor | None, Actor | None]) -> int:
    """A number for a row, the same whenever the same event is exported."""
    places = [str(actor and actor["span"]) for actor in pair]
    return number("|".join((record["id"], *places)))


def number(text: str) -> int:
    """A number that stands for a text."""
    return int.from_bytes(sha256(text.encode(errors="replace")).digest()[:8], "big") >> (64 - _ID_BITS)


def name_of_kind(location: Location | None, kind: PlaceKind) -> str | None:
    """The name of the place, if it is of this kind."""
    return location["name"] if location and kind_of(location) == kind else None


def kind_of(location: Location) -> PlaceKind:
    """City, region and so on."""
    return kind_of_feature(location["feature"])


def _written(cell: Cell) -> str | int | float:
    return shown(" ".join(cell.split()).replace('"', "'") if isinstance(cell, str) else cell)
