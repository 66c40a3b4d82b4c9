"""Records as Parquet, nested as they are, and tables of cells."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints, is_typeddict

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.export.columns import Cell, Column, Kind
from dateline.export.format import Format, endings
from dateline.export.shape import Record

ROWS = 2000
"""Records held before they are written as one row group; a smaller one compresses worse."""

_SCALARS = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
ARROW_TYPES: Mapping[Kind, pa.DataType] = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}


class RowGroups:
    """Gathers rows, mappings by column, and writes them many at a time."""

    def __init__(self, file: Any, schema: pa.Schema) -> None:
        self.file, self.schema = file, schema
        self.waiting: list[Mapping[str, Any]] = []

    def write(self, rows: Sequence[Mapping[str, Any]]) -> None:
        self.waiting += rows
        if len(self.waiting) >= ROWS:
            self.flush()

    def flush(self) -> None:
        """Writes what waits as one row group."""
        if self.waiting:
            self.file.write_table(pa.Table.from_pylist(self.waiting, schema=self.schema))
            self.waiting = []


class Rows:
    """Writes rows of cells."""

    def __init__(self, groups: RowGroups, columns: Sequence[Column]) -> None:
        self.groups, self.columns = groups, columns

    def write(self, rows: Iterable[Sequence[Cell]]) -> None:
        self.groups.write([named(self.columns, row) for row in rows])


@contextmanager
def writing(path: Path) -> Iterator[RowGroups]:
    """A writer of records, one column for each key."""
    with row_groups(path, SCHEMA) as (_, groups):
        yield groups


@contextmanager
def table(path: Path, columns: Sequence[Column]) -> Iterator[Rows]:
    """A writer of rows of cells."""
    with row_groups(path, pa.schema(arrow_fields(columns))) as (_, groups):
        yield Rows(groups, columns)


@contextmanager
def row_groups(path: Path, schema: pa.Schema) -> Iterator[tuple[Any, RowGroups]]:
    """The file and a writer of its rows; what waits at the end is written."""
    with pq.ParquetWriter(path, schema, compression="zstd") as file:
        groups = RowGroups(file, schema)
        yield file, groups
        groups.flush()


def named(columns: Sequence[Column], row: Sequence[Cell]) -> dict[str, Any]:
    """The cells by their columns, dates as dates."""
    return {column.name: _value(column, cell) for column, cell in zip(columns, row, strict=True)}


def arrow_fields(columns: Sequence[Column]) -> list[pa.Field]:
    """The Arrow fields of columns, with their descriptions."""
    return [_described(pa.field(column.name, ARROW_TYPES[column.kind]), column) for column in columns]


def arrow_type(hint: Any) -> pa.DataType:
    """The Arrow type of a field of the record: a struct for each TypedDict, a list for each list."""
    if is_typeddict(hint):
        return pa.struct(_fields(hint))
    if get_origin(hint) is list:
        return pa.list_(arrow_type(get_args(hint)[0]))
    return _SCALARS[hint]


def _described(field: pa.Field, column: Column) -> pa.Field:
    return field.with_metadata({"description": column.description})


def _value(column: Column, cell: Cell) -> Any:
    return date.fromisoformat(str(cell)) if column.kind == "date" and cell else cell


def _fields(shape: Any) -> list[pa.Field]:
    return [_field(name, hint) for name, hint in get_type_hints(shape).items()]


def _field(name: str, hint: Any) -> pa.Field:
    known = [part for part in get_args(hint) if part is not NoneType]
    optional = NoneType in get_args(hint)
    return pa.field(name, arrow_type(known[0] if optional else hint), nullable=optional)


SCHEMA = pa.schema(_fields(Record))
"""Derived from the record's own types, so that the two cannot part."""


FORMAT = Format(
    name="parquet",
    summary="Parquet, one whole record a row, nested as it is",
    openings=endings(".parquet", opening=writing),
    losses=("Nothing of a record is lost; the texts, relations and failures of a database are not in its records.",),
)
