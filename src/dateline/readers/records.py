"""Records, rows of tables or JSON objects, as documents."""

import json
from collections.abc import Mapping
from typing import Any

from dateline.errors import UsageError
from dateline.model import Document, Publication
from dateline.readers.dates import read_date

FIELDS = ("id", "text", "title", "publisher", "url", "author", "language", "published")
"""What a record may tell of an article; only its text must be there."""
_FACTS = ("title", "publisher", "url", "author", "language")

Columns = Mapping[str, str]
"""What a file calls the fields that it names otherwise: `{"text": "body"}`."""


def read_columns(written: str | None) -> Columns:
    """The columns of `text=body,published=date`; raises UsageError for what is no field or no pair."""
    pairs = [pair.partition("=") for pair in written.split(",")] if written else []
    for field, _, column in pairs:
        if field.strip() not in FIELDS or not column.strip():
            raise UsageError(
                f"--map: {field!r} = {column!r} is no pair such as text=body; fields are {', '.join(FIELDS)}"
            )
    return {field.strip(): column.strip() for field, _, column in pairs}


def document_of(record: Mapping[str, Any], default_id: str, columns: Columns | None = None) -> Document:
    """The document that a record tells of; raises ValueError for what is missing or of the wrong kind."""
    return _document({**record, **_renamed(record, columns or {})}, default_id)


def _renamed(record: Mapping[str, Any], columns: Columns) -> Mapping[str, Any]:
    if missing := [column for column in columns.values() if column not in record]:
        raise ValueError(f"has no {missing[0]!r}, which --map asks for; it has {', '.join(map(str, record))}")
    return {field: record[column] for field, column in columns.items()}


def _document(record: Mapping[str, Any], default_id: str) -> Document:
    text = _words(record, "text")
    if text is None or not text.strip():
        raise ValueError("lacks text" if text is None else "its text is empty")
    facts = {name: value for name in _FACTS if (value := _words(record, name))}
    published = _words(record, "published")
    publication = Publication(**facts, published=read_date(published) if published else None)
    return Document(_identity(record, default_id), text, publication)


def _identity(record: Mapping[str, Any], default: str) -> str:
    """The record's id; a number is as good as a string, and where there is none the place in the file serves."""
    given = record.get("id")
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    return _words(record, "id") or default


def _words(record: Mapping[str, Any], name: str) -> str | None:
    value = record.get(name)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"its {name} must be a string, not {json.dumps(value)[:40]}")
    if value is not None and not value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in value):
        raise ValueError(f"its {name} has half of a surrogate pair, which is no character")
    return value
