"""Answers to questions in files: CSV that is safe to open in a spreadsheet, JSON lines, Parquet."""

import csv
import json
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.errors import UsageError
from dateline.export.csv import guarded
from dateline.export.flat import BETWEEN_ITEMS
from dateline.export.replacing import replacing
from dateline.store.reading import Answer


def write_answer(answer: Answer, path: Path) -> int:
    """Writes all rows to a file, whole or not at all, and counts them; raises UsageError for an ending without a format."""
    write = _FORMATS.get(path.suffix.lower())
    if write is None:
        raise UsageError(f"{path}: unknown ending {path.suffix!r}; known are {', '.join(_FORMATS)}")
    with replacing(path) as part:
        return write(answer, part)


def rows_of(answer: Answer) -> Iterator[dict[str, Any]]:
    """Rows, one at a time; raises UsageError where two columns have one name, of which a row would keep one."""
    names = answer.schema.names
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise UsageError(f"two columns are named {twice[0]!r}; give one another name with AS")
    for batch in answer:
        yield from batch.to_pylist()


def json_line(row: dict[str, Any]) -> str:
    """A row as an object, days and times in ISO."""
    return json.dumps(row, ensure_ascii=False, default=_plain) + "\n"


def cell(value: object) -> str:
    """A value in words, lists with semicolons between their items, nothing where there is none."""
    if isinstance(value, list):
        return BETWEEN_ITEMS.join(map(cell, value))
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, default=_plain)
    return "" if value is None else str(value)


def _csv(answer: Answer, path: Path) -> int:
    count = 0
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(map(guarded, answer.schema.names))
        for count, row in enumerate(rows_of(answer), 1):  # noqa: B007 (counted after the loop)
            table.writerow([_safe(value) for value in row.values()])
    return count


def _safe(value: object) -> object:
    return value if isinstance(value, int | float | Decimal) and not isinstance(value, bool) else guarded(cell(value))


def _jsonl(answer: Answer, path: Path) -> int:
    count = 0
    with path.open("w", encoding="utf-8") as stream:
        for count, row in enumerate(rows_of(answer), 1):  # noqa: B007 (counted after the loop)
            stream.write(json_line(row))
    return count


def _parquet(answer: Answer, path: Path) -> int:
    count = 0
    with pq.ParquetWriter(path, plain_schema(answer.schema), compression="zstd") as file:
        for batch in answer:
            count += batch.num_rows
            file.write_table(plain_table(batch, file.schema))
    return count


def plain_schema(schema: pa.Schema) -> pa.Schema:
    """A schema without a database's own types, which other readers of Parquet need not know."""
    return pa.schema([field.with_type(_plain_type(field.type)).remove_metadata() for field in schema])


def plain_table(batch: pa.RecordBatch, schema: pa.Schema) -> pa.Table:
    """Rows in plain types."""
    columns = [column.storage if isinstance(column, pa.ExtensionArray) else column for column in batch.columns]
    return pa.Table.from_arrays(columns, names=schema.names).cast(schema)


def _plain_type(kind: pa.DataType) -> pa.DataType:
    return kind.storage_type if isinstance(kind, pa.BaseExtensionType) else kind


def _plain(value: object) -> object:
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else str(value)


_FORMATS: dict[str, Callable[[Answer, Path], int]] = {".csv": _csv, ".jsonl": _jsonl, ".parquet": _parquet}
