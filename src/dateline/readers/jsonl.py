"""JSON lines: one article a line."""

import json
from collections.abc import Mapping
from typing import Any

from dateline.errors import BadRecord
from dateline.model import Document, Publication
from dateline.readers.dates import read_date

_FACTS = ("title", "publisher", "url", "author", "language")


def read_record(written: str, where: str, line: int) -> Document:
    """The document of one line; raises BadRecord, which names the line, for whatever is wrong in it."""
    try:
        return _document(_record(written), f"{where}:{line}")
    except ValueError as error:
        raise BadRecord(where, str(error), line) from None


def _record(written: str) -> Mapping[str, Any]:
    try:
        record = json.loads(written)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} at column {error.colno}") from None
    except RecursionError:
        raise ValueError("not a record: nested too deeply") from None
    if not isinstance(record, dict):
        raise ValueError("not a record: a JSON object with id, text and published belongs here")
    return record


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
