"""JSON lines: one article a line."""

import json
from collections.abc import Mapping
from typing import Any

from dateline.errors import BadRecord
from dateline.model import Document
from dateline.readers.records import Columns, document_of


def read_record(written: str, where: str, line: int, columns: Columns | None = None) -> Document:
    """The document of one line; raises BadRecord, which names the line, for whatever is wrong in it."""
    try:
        return document_of(_record(written), f"{where}:{line}", columns)
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
