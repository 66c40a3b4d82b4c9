"""CSV: the same cells come back, and none of them can run in a spreadsheet."""

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export.csv import guarded, writing
from dateline.export.flat import COLUMNS as ALL_COLUMNS
from dateline.export.shape import Record
from tests.export.examples import bare_record, raid_record, records

COLUMNS = tuple(column.name for column in ALL_COLUMNS)


def _round(path: Path, written: list[Record]) -> list[dict[str, str]]:
    with writing(path) as writer:
        writer.write(written)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_lists_keep_their_places_and_numbers_stay_numbers(tmp_path: Path) -> None:
    (row,) = _round(tmp_path / "events.csv", [raid_record()])
    assert tuple(row) == COLUMNS
    assert row["mode"] == "firearms; destroy"
    assert row["actor_sector"] == "REB+MIL"
    assert row["recipient_name"] == "Sanga; guards"
    assert row["recipient_country"] == "MLI; "
    assert row["recipient_office"] == ""
    assert (row["score"], row["location_lon"], row["magnitude_injured_value"]) == ("-9.0", "-3.25", "9")
    assert (row["attribution_source_name"], row["attribution_asserted_by_publisher"]) == ("Idris Kone", "false")


def test_what_is_missing_is_an_empty_cell(tmp_path: Path) -> None:
    (row,) = _round(tmp_path / "events.csv", [bare_record()])
    assert {row[name] for name in COLUMNS if name.startswith(("actor", "date", "location", "magnitude"))} == {""}


@given(st.lists(records(), max_size=3))
def test_texts_come_back_behind_their_guard(written: list[Record]) -> None:
    with TemporaryDirectory() as folder:
        rows = _round(Path(folder, "events.csv"), written)
    assert [row["sentence_text"] for row in rows] == [guarded(record["sentence"]["text"]) for record in written]
    assert [float(row["score"]) for row in rows] == [record["score"] for record in written]


@given(records())
def test_no_text_cell_begins_like_a_formula(record: Record) -> None:
    with TemporaryDirectory() as folder:
        (row,) = _round(Path(folder, "events.csv"), [record])
    texts = {name: cell for name, cell in row.items() if not _is_number(cell)}
    assert not [name for name, cell in texts.items() if cell[:1] in set("=+-@\t\r\n＝＋－＠")]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1 people", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_a_guard_stands_before_formulas_alone(cell: str) -> None:
    assert guarded(cell) == "'" + cell
    assert guarded("a" + cell) == "a" + cell
    assert guarded("") == ""


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
