"""Parquet gives back what was written, in the columns that the record's types name."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args, get_type_hints, is_typeddict

import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import given
from hypothesis import strategies as st

from dateline.export import parquet
from dateline.export.parquet import SCHEMA, writing
from dateline.export.shape import Record
from tests.export.examples import raid_record, records


def _round(path: Path, written: list[Record]) -> list[dict[str, Any]]:
    with writing(path) as writer:
        writer.write(written)
    return list(pq.read_table(path).to_pylist())


@given(st.lists(records(), max_size=3))
def test_records_come_back_as_they_were(written: list[Record]) -> None:
    with TemporaryDirectory() as folder:
        assert _round(Path(folder, "events.parquet"), written) == written


def test_the_schema_names_what_the_types_name() -> None:
    assert _names(pa.struct(list(SCHEMA))) == _names_of_type(Record)


def test_a_file_without_records_has_the_schema_all_the_same(tmp_path: Path) -> None:
    assert _round(tmp_path / "none.parquet", []) == []
    assert pq.read_schema(tmp_path / "none.parquet").equals(SCHEMA)


def test_row_groups_fill_before_they_are_written(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(parquet, "ROWS", 2)
    path = tmp_path / "events.parquet"
    with writing(path) as writer:
        for _ in range(5):
            writer.write([raid_record()])
    metadata = pq.ParquetFile(path).metadata
    assert [metadata.row_group(index).num_rows for index in range(metadata.num_row_groups)] == [2, 2, 1]


def _names(kind: pa.DataType) -> Any:
    if pa.types.is_list(kind):
        return _names(kind.value_type)
    return {field.name: _names(field.type) for field in kind} if pa.types.is_struct(kind) else None


def _names_of_type(kind: Any) -> Any:
    if is_typeddict(kind):
        return {name: _names_of_type(inner) for name, inner in get_type_hints(kind).items()}
    inner = [found for part in get_args(kind) if (found := _names_of_type(part))]
    return inner[0] if inner else None
