"""A snapshot holds every table and explains itself; an older one is replaced, nothing else is."""

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from dateline.errors import UsageError
from dateline.export.answers import write_answer
from dateline.export.snapshot import write_snapshot
from dateline.store.filters import EventFilter
from dateline.store.query import events_table
from dateline.store.reading import open_reader
from tests.store.databases import all_records, fill


def test_a_snapshot_is_whole_and_written_twice_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "latest"
    db = fill(str(tmp_path / "news.duckdb"))
    for _ in range(2):
        with open_reader(db) as reader:
            write_snapshot(reader, folder)
    manifest = json.loads((folder / "datapackage.json").read_text("utf8"))
    for each in manifest["resources"]:
        table = pq.read_table(folder / each["path"])
        assert table.num_rows == each["rows"]
        assert table.schema.names == [field["name"] for field in each["schema"]["fields"]]
    assert {"documents", "events"} <= {each["name"] for each in manifest["resources"]}
    assert [run["events"] for run in manifest["runs"]] == [len(all_records())]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["latest", "news.duckdb"]


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "letter.txt").write_text("dear", "utf8")
    with pytest.raises(UsageError, match="letter.txt"), open_reader(fill(str(tmp_path / "news.duckdb"))) as reader:
        write_snapshot(reader, folder)
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("ending", [".csv", ".jsonl", ".parquet"])
def test_an_answer_fills_a_file(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"events{ending}"
    with open_reader(fill(str(tmp_path / "news.duckdb"))) as reader:
        assert write_answer(events_table(reader, EventFilter()), path) == len(all_records())
    rows = pq.read_table(path).num_rows if ending == ".parquet" else len(path.read_text("utf-8-sig").splitlines())
    assert rows == len(all_records()) + (ending == ".csv")


def test_cells_that_a_spreadsheet_may_run_are_guarded(tmp_path: Path) -> None:
    path = tmp_path / "sum.csv"
    with open_reader(fill(str(tmp_path / "news.duckdb"))) as reader:
        write_answer(reader.ask_freely("SELECT '=1+1' AS sum, -1 AS number"), path)
    assert path.read_text("utf-8-sig") == "sum,number\n'=1+1,-1\n"
    with open_reader(fill(str(tmp_path / "news.duckdb"))) as reader, pytest.raises(UsageError, match="two columns"):
        write_answer(reader.ask_freely("SELECT 1 AS one, 2 AS one"), path)
