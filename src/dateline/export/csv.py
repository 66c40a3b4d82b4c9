"""CSV that is safe to open in a spreadsheet."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.export import flat
from dateline.export.columns import Cell, Column
from dateline.export.format import Format, endings
from dateline.export.shape import Record

if TYPE_CHECKING:
    from _csv import Writer

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet may run (OWASP, "CSV injection")."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Writes rows of cells below a header."""

    file: "Writer"

    def write(self, rows: Iterable[Sequence[Cell]]) -> None:
        """Adds rows."""
        self.file.writerows([shown(cell) for cell in row] for row in rows)


@dataclass(frozen=True, slots=True)
class EventRows:
    """Writes a row for each record."""

    table: Rows

    def write(self, records: Sequence[Record]) -> None:
        """Adds a row for each record."""
        self.table.write(map(flat.flat, records))


@contextmanager
def writing(path: Path) -> Iterator[EventRows]:
    """A writer of events, one a row."""
    with table(path, flat.COLUMNS) as rows:
        yield EventRows(rows)


@contextmanager
def table(path: Path, columns: Sequence[Column]) -> Iterator[Rows]:
    """A writer of CSV with a byte order mark, without which spreadsheets misread accents."""
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as stream:
        file = csv.writer(stream)
        file.writerow([column.name for column in columns])
        yield Rows(file)


def shown(cell: Cell) -> str | int | float:
    """What is written for a cell: numbers bare, text guarded, nothing for None."""
    if isinstance(cell, str):
        return guarded(cell)
    return cell if isinstance(cell, int | float) and not isinstance(cell, bool) else flat.word(cell)


def guarded(text: str) -> str:
    """The text, after an apostrophe if a spreadsheet might take it for a formula."""
    return "'" + text if text.startswith(_FORMULA) else text


FORMAT = Format(
    name="csv",
    summary="CSV for spreadsheets, one event a row",
    openings=endings(".csv", opening=writing),
    losses=(
        'Lists become text, "; " between their items and "+" within one, so that an item holding these reads as two.',
        "Spans, cues of factuality, operators' rules and links of mentions are lost.",
        "A text that a spreadsheet might run as a formula stands behind an apostrophe.",
    ),
)
