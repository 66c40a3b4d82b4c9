"""Records read back: what was written comes again, and what is no record is named with its line."""

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from subprocess import PIPE, Popen
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError, UsageError
from dateline.export.checking import complaint
from dateline.export.record import records_of
from dateline.export.shape import Record
from dateline.export.sources import records_from
from dateline.export.writers import open_writer
from dateline.store.opening import open_store
from tests.export.examples import CODER, bare_record, raid, raid_document, raid_record, records


@given(st.lists(records(), max_size=3), st.sampled_from(["events.jsonl", "events.parquet"]))
def test_records_come_back_as_they_were(written: list[Record], name: str) -> None:
    with TemporaryDirectory() as folder:
        with open_writer(Path(folder, name)) as writer:
            writer.write(written)
        assert list(records_from(str(Path(folder, name))).records) == written


def test_a_database_gives_its_records_by_document(tmp_path: Path) -> None:
    path = str(tmp_path / "news.duckdb")
    first, later = raid_document(), replace(raid_document(replace(raid(), id="e-2")), id="z.txt")
    with open_store(path) as store:
        for document in (later, first):
            store.add(document, records_of(document, CODER), CODER)
    source = records_from(path)
    assert source.size == 2
    assert list(source.records) == [*records_of(first, CODER), *records_of(later, CODER)]


def test_a_file_that_counts_its_rows_says_so(tmp_path: Path) -> None:
    with open_writer(tmp_path / "events.parquet") as writer:
        writer.write([raid_record(), bare_record()])
    assert records_from(str(tmp_path / "events.parquet")).size == 2


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        (lambda record: record.pop("event"), "event is missing"),
        (lambda record: record.update(event=None), "event is null"),
        (lambda record: record.update(quad=5), "quad is not a quad class from 1 to 4: 5"),
        (lambda record: record.update(quad=True), "quad is not an integer"),
        (lambda record: record.update(cameo="1"), "cameo is not a CAMEO code of two to four digits: '1'"),
        (lambda record: record.update(mode="firearms"), "mode is not a list"),
        (lambda record: record["actor"].append("Ana"), "actor[1] is not an object"),
        (lambda record: record["actor"][0].update(span=[1]), "actor[0].span is not a start and an end"),
        (lambda record: record["date"].update(start="Monday"), "date.start is not a date such as 2023-07-04: 'Monday'"),
        (lambda record: record["location"].update(lat="14"), "location.lat is not a number"),
        (
            lambda record: record["factuality"].update(status="sure"),
            "factuality.status is not one of actual, planned, possible, hypothetical, negated: 'sure'",
        ),
    ],
)
def test_what_is_wrong_is_named(change: Callable[[Any], object], wrong: str, tmp_path: Path) -> None:
    record: Any = raid_record()
    change(record)
    path = tmp_path / "events.jsonl"
    path.write_text(f"{json.dumps(raid_record())}\n\n{json.dumps(record)}\n", "utf8")
    with pytest.raises(InputError) as caught:
        list(records_from(str(path)).records)
    assert str(caught.value) == f"{path}:3: no record of an event: {wrong}"


@given(records())
def test_records_are_of_the_shape(record: Record) -> None:
    assert complaint(record) is None


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=3),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    )
)
def test_anything_else_is_not(found: object) -> None:
    assert complaint(found)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("events.jsonl", b"{", "not JSON"),
        ("events.jsonl", b"[1]", "no record of an event: it is not an object"),
        ("events.jsonl", b"\xff\xfe", "not UTF-8"),
        ("events.parquet", b"PAR?", "not Parquet"),
        ("news.duckdb", b"not a database", "not a DuckDB database"),
    ],
)
def test_a_bad_source_is_told(name: str, content: bytes, reason: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises((InputError, UsageError), match=reason):
        list(records_from(str(tmp_path / name)).records)


def test_parquet_of_something_else_is_told(tmp_path: Path) -> None:
    duckdb.sql("SELECT 1 AS id").write_parquet(str(tmp_path / "other.parquet"))
    with pytest.raises(InputError, match="there is no column document_id"):
        list(records_from(str(tmp_path / "other.parquet")).records)


def test_parquet_of_another_shape_is_told(tmp_path: Path) -> None:
    columns = ", ".join(f"1 AS {name}" for name in Record.__annotations__)
    duckdb.sql(f"SELECT {columns}").write_parquet(str(tmp_path / "other.parquet"))
    with pytest.raises(InputError, match="no records of events"):
        list(records_from(str(tmp_path / "other.parquet")).records)


def test_a_value_that_parquet_cannot_refuse_is_told(tmp_path: Path) -> None:
    with open_writer(tmp_path / "events.parquet") as writer:
        writer.write([{**raid_record(), "cameo": "no code"}])
    with pytest.raises(InputError, match="cameo is not a CAMEO code"):
        list(records_from(str(tmp_path / "events.parquet")).records)


def test_a_folder_gives_the_records_of_its_files_by_name(tmp_path: Path) -> None:
    for name, record in (
        ("part-2.parquet", bare_record()),
        ("part-1.jsonl", raid_record()),
        ("part-3.jsonl", raid_record()),
    ):
        with open_writer(tmp_path / name) as writer:
            writer.write([record])
    for beside in ("manifest.jsonl", "part-1.failures.jsonl"):
        (tmp_path / beside).write_text('{"part": "part-1.jsonl"}\n')
    source = records_from(str(tmp_path))
    assert list(source.records) == [raid_record(), bare_record(), raid_record()]
    assert source.size is None


def test_a_folder_of_parquet_knows_its_size(tmp_path: Path) -> None:
    for name in ("part-1.parquet", "part-2.parquet"):
        with open_writer(tmp_path / name) as writer:
            writer.write([raid_record()])
    assert records_from(str(tmp_path)).size == 2


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no .jsonl or .parquet in this folder"):
        records_from(str(tmp_path))


def test_a_database_in_use_is_told(tmp_path: Path) -> None:
    path = tmp_path / "news.duckdb"
    program = f"import duckdb, sys; held = duckdb.connect({str(path)!r}); print(flush=True); sys.stdin.read()"
    with Popen([sys.executable, "-c", program], stdin=PIPE, stdout=PIPE) as other:
        assert other.stdout and other.stdin
        other.stdout.readline()
        with pytest.raises(UsageError, match="in use by another program"):
            records_from(str(path))
        other.stdin.close()


def test_a_missing_source_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no such file"):
        records_from(str(tmp_path / "none.parquet"))
