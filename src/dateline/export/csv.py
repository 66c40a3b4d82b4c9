"""CSV for spreadsheets: the record flattened, one event a row.

A column is named by its path in the record. Of lists each item keeps its place: "GOV; " says that the second of two
actors has no sector. What needs every span and cue reads JSON lines or Parquet.
"""

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.export.shape import Record

if TYPE_CHECKING:
    from _csv import Writer

_ACTOR = ("text", "name", "kind", "country", "sector", "office", "wikidata")
_COUNTS = ("value", "low", "high")

PATHS = (
    "id", "document_id", "story_id", "event", "mode", "context", "quad", "score", "cameo", "goldstein",
    *(f"{role}.{name}" for role in ("actor", "recipient") for name in _ACTOR),
    "trigger.text", "trigger.rule", "operators.text",
    "date.start", "date.end", "date.granularity", "date.text", "date.rule",
    "location.name", "location.geonameid", "location.country", "location.admin1", "location.lat", "location.lon",
    "location.feature", "location.resolution", "location.rule",
    *(f"attribution.source.{name}" for name in ("text", "name", "country", "sector")),
    "attribution.cue.text", "attribution.kind", "attribution.asserted_by_publisher",
    "factuality.status", "factuality.historical",
    *(f"magnitude.{kind}.{name}" for kind in ("dead", "injured", "arrested", "size") for name in _COUNTS),
    "sentence.index", "sentence.text", "section",
    "publication.title", "publication.publisher", "publication.url", "publication.published", "publication.language",
    "coder.version", "coder.ontology", "coder.model", "coder.rules_hash",
)  # fmt: skip
COLUMNS = tuple(path.replace(".", "_") for path in PATHS)

BETWEEN_ITEMS, WITHIN_ITEM = "; ", "+"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet may run (OWASP, "CSV injection")."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Writes rows under the columns' names."""

    table: "Writer"

    def write(self, records: Sequence[Record]) -> None:
        """Adds a row for each record."""
        self.table.writerows([_cell(_at(record, path.split("."))) for path in PATHS] for record in records)


@contextmanager
def writing(path: Path) -> Iterator[Rows]:
    """A writer of CSV with a byte order mark, without which spreadsheets misread accents."""
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(COLUMNS)
        yield Rows(table)


def guarded(text: str) -> str:
    """The text, after an apostrophe if a spreadsheet might take it for a formula."""
    return "'" + text if text.startswith(_FORMULA) else text


def _at(value: object, path: Sequence[str]) -> object:
    """What lies at the path; within a list, the list of what lies there in each item."""
    if isinstance(value, list) and path:
        return [_at(item, path) for item in value]
    if not path or value is None:
        return value
    assert isinstance(value, dict)
    return _at(value[path[0]], path[1:])


def _cell(value: object) -> str | int | float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    if not isinstance(value, list):
        return guarded(_word(value))
    items = [_word(item) for item in value]
    return guarded(BETWEEN_ITEMS.join(items)) if any(items) else ""


def _word(value: object) -> str:
    if isinstance(value, list):
        return WITHIN_ITEM.join(map(_word, value))
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)
