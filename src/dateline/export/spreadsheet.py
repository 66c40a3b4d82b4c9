"""Records as CSV, flattened, and safe to open in a spreadsheet.

What stands in a list is joined by `;`, one place for each actor, so that the actor columns match place by place;
several sectors of one actor are joined by `/`.
"""

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from dateline.export.record import Record

FIELDS = (
    "id", "document_id", "story_id", "event", "mode", "context", "quad", "score", "cameo", "goldstein",
    "actor.name", "actor.text", "actor.kind", "actor.country", "actor.sector", "actor.office",
    "recipient.name", "recipient.text", "recipient.kind", "recipient.country", "recipient.sector", "recipient.office",
    "trigger.text", "trigger.rule", "operators.text",
    "date.text", "date.start", "date.end", "date.granularity", "date.rule",
    "location.name", "location.geonameid", "location.country", "location.admin1", "location.lat", "location.lon",
    "location.feature", "location.resolution",
    "attribution.source.name", "attribution.cue.text", "attribution.kind",
    "factuality.status", "factuality.historical",
    "magnitude.dead.value", "magnitude.injured.value", "magnitude.arrested.value", "magnitude.size.value",
    "sentence.index", "sentence.text", "section",
    "publication.title", "publication.publisher", "publication.url", "publication.published", "publication.language",
    "coder.version", "coder.ontology", "coder.model", "coder.rules_hash",
)  # fmt: skip
"""The record's fields that become columns; a column's name has `_` for the dot."""

COLUMNS = tuple(field.replace(".", "_") for field in FIELDS)

_PATHS = tuple(tuple(field.split(".")) for field in FIELDS)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so may be run as a formula."""
_SEPARATORS = (";", "/")


class Rows:
    """Writes a row a record."""

    def __init__(self, file: TextIO) -> None:
        self.writer = csv.writer(file)
        self.writer.writerow(COLUMNS)

    def write(self, records: Sequence[Record]) -> None:
        self.writer.writerows([cell(_at(record, path)) for path in _PATHS] for record in records)


@contextmanager
def csv_writer(path: Path) -> Iterator[Rows]:
    """A writer of CSV in UTF-8, its first line the names of the columns."""
    with path.open("w", encoding="utf-8", newline="") as file:
        yield Rows(file)


def cell(value: Any) -> str:
    """A value as a cell shows it; text that a spreadsheet would run gets an apostrophe before it."""
    shown = _shown(value)
    return f"'{shown}" if shown.startswith(_FORMULA) and not _is_number(shown) else shown


def _at(value: Any, path: Sequence[str]) -> Any:
    """What lies on this path, a list of it for each list on the way."""
    if isinstance(value, list):
        return [_at(each, path) for each in value]
    if value is None or not path:
        return value
    return _at(value[path[0]], path[1:])


def _shown(value: Any, separators: Sequence[str] = _SEPARATORS) -> str:
    if isinstance(value, list):
        return separators[0].join(_inner(each, separators) for each in value)
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def _inner(value: Any, separators: Sequence[str]) -> str:
    """A separator within a name would look like the start of the next one."""
    shown = _shown(value, separators[1:])
    return shown.replace(separators[0], ",")


def _is_number(shown: str) -> bool:
    try:
        float(shown)
    except ValueError:
        return False
    return True
