"""Tables, a row an article: CSV, TSV and Parquet."""

import csv
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO

from dateline.errors import BadRecord, InputError, UnreadableFile
from dateline.model import Document
from dateline.readers.encoding import decode
from dateline.readers.records import Columns, document_of

DELIMITERS = {".csv": ",", ".tsv": "\t"}
_LONGEST_CELL = 20_000_000
"""Characters; the module's own limit is shorter than a long article."""
_ROWS = 256
"""Rows of a Parquet file that are held at once."""

Row = tuple[Document | InputError, int]
"""What a row gave, and the line or, in Parquet, the row that it stands on, counted from 1."""


def read_rows(stream: BinaryIO, where: str, delimiter: str, columns: Columns) -> Iterator[Row]:
    """The documents of a table of text whose first line names its columns; raises UnreadableFile where there is none."""
    lines = (decode(line, where, number) for number, line in enumerate(stream, 1))
    csv.field_size_limit(_LONGEST_CELL)
    table = csv.reader(lines, delimiter=delimiter)
    names = next(table, None)
    if not names:
        raise UnreadableFile(where, "empty: the first line of a table names its columns")
    names[0] = names[0].removeprefix("\ufeff")
    before = table.line_num
    try:
        for cells in table:
            if cells:
                yield _cells_read(names, cells, where, before + 1, columns), before + 1
            before = table.line_num
    except csv.Error as error:
        raise UnreadableFile(where, f"no table from here on: {error}", before + 1) from None


def read_parquet(path: Path, where: str, columns: Columns) -> Iterator[Row]:
    """The documents of a Parquet file; raises UnreadableFile where it is none."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(path)
        number = 0
        for batch in file.iter_batches(_ROWS):
            for row in batch.to_pylist():
                number += 1
                yield _row_read({name: plain(value) for name, value in row.items()}, where, number, columns), number
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
        raise UnreadableFile(where, f"no Parquet file, or a broken one: {str(error).splitlines()[0]}") from None


def _cells_read(names: list[str], cells: list[str], where: str, line: int, columns: Columns) -> Document | InputError:
    if len(cells) != len(names):
        return BadRecord(where, f"{len(cells)} cells under {len(names)} columns", line)
    return _row_read({name: cell or None for name, cell in zip(names, cells, strict=True)}, where, line, columns)


def _row_read(row: Mapping[str, Any], where: str, line: int, columns: Columns) -> Document | InputError:
    try:
        return document_of(row, f"{where}:{line}", columns)
    except ValueError as error:
        return BadRecord(where, str(error), line)


def plain(value: object) -> object:
    """Days and times as ISO has them, the rest as it is."""
    return value.isoformat() if isinstance(value, date | datetime) else value
