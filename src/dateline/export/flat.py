"""A record as one row of a table.

A column is named by its path in the record. Of lists each item keeps its place: "GOV; " says that the second of two
actors has no sector.
"""

from collections.abc import Sequence
from typing import Any

from dateline.export.columns import Cell
from dateline.export.fields import column
from dateline.export.shape import Record

_ACTOR = ("text", "name", "kind", "country", "sector", "office", "wikidata")
_COUNTS = ("value", "low", "high")

PATHS = tuple(tuple(path.split(".")) for path in (
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
    "confidence", "sentence.index", "sentence.text", "section",
    "publication.title", "publication.publisher", "publication.url", "publication.published", "publication.language",
    "coder.version", "coder.ontology", "coder.model", "coder.rules_hash",
))  # fmt: skip
COLUMNS = tuple(map(column, PATHS))

BETWEEN_ITEMS, WITHIN_ITEM = "; ", "+"


def flat(record: Record) -> list[Cell]:
    """The cells of the record, in the order of COLUMNS."""
    return [_cell(_at(record, path)) for path in PATHS]


def _at(value: Any, path: Sequence[str]) -> object:
    """What lies at the path; within a list, the list of what lies there in each item."""
    for place, name in enumerate(path):
        if isinstance(value, list):
            return [_at(item, path[place:]) for item in value]
        if value is None:
            return None
        value = value[name]
    return value


def _cell(value: Any) -> Cell:
    if isinstance(value, list):
        items = [word(item) for item in value]
        return BETWEEN_ITEMS.join(items) if any(items) else None
    cell: Cell = value
    return cell


def word(value: object) -> str:
    """A value as one item of a list in a cell."""
    if isinstance(value, list):
        return WITHIN_ITEM.join(map(word, value))
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)
