"""Records as Parquet, nested as they are."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints, is_typeddict

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.export.shape import Record

ROWS = 2000
"""Records held before they are written as one row group; a smaller one compresses worse."""

_SCALARS = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


class RowGroups:
    """Gathers records and writes them many at a time."""

    def __init__(self, file: Any) -> None:
        self.file = file
        self.waiting: list[Record] = []

    def write(self, records: Sequence[Record]) -> None:
        self.waiting += records
        if len(self.waiting) >= ROWS:
            self.flush()

    def flush(self) -> None:
        """Writes what waits as one row group."""
        if self.waiting:
            self.file.write_table(pa.Table.from_pylist(self.waiting, schema=SCHEMA))
            self.waiting = []


@contextmanager
def writing(path: Path) -> Iterator[RowGroups]:
    """A writer of Parquet, one column for each key of the record."""
    with pq.ParquetWriter(path, SCHEMA, compression="zstd") as file:
        groups = RowGroups(file)
        yield groups
        groups.flush()


def arrow_type(hint: Any) -> pa.DataType:
    """The Arrow type of a field of the record: a struct for each TypedDict, a list for each list."""
    if is_typeddict(hint):
        return pa.struct(_fields(hint))
    if get_origin(hint) is list:
        return pa.list_(arrow_type(get_args(hint)[0]))
    return _SCALARS[hint]


def _fields(shape: Any) -> list[pa.Field]:
    return [_field(name, hint) for name, hint in get_type_hints(shape).items()]


def _field(name: str, hint: Any) -> pa.Field:
    known = [part for part in get_args(hint) if part is not NoneType]
    optional = NoneType in get_args(hint)
    return pa.field(name, arrow_type(known[0] if optional else hint), nullable=optional)


SCHEMA = pa.schema(_fields(Record))
"""Derived from the record's own types, so that the two cannot part."""
