"""Resource files: rows and records with their lines."""

from datetime import date
from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.knowledge.tables import records, rows


def table(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "table"
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_have_lines_cells_and_parts(tmp_path: Path) -> None:
    (row,) = rows(table(tmp_path, "name\tvariants\tsince\nA\tB|C\t2019-04\n"), ("name", "variants", "since"))
    assert (row.line, row.cells["name"], row.many("variants")) == (2, "A", ("B", "C"))
    assert row.day("since", date.min) == date(2019, 4, 1)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [("nom\n", 1, "header"), ("name\tage\nA\t1\nB\n", 3, "1 cells where 2"), ("", 1, "header")],
)
def test_a_wrong_table_is_refused_with_its_line(tmp_path: Path, text: str, line: int, reason: str) -> None:
    with pytest.raises(ResourceError, match=reason) as caught:
        list(rows(table(tmp_path, text), ("name", "age")))
    assert caught.value.line == line


def test_a_wrong_cell_is_refused_with_its_line(tmp_path: Path) -> None:
    (row,) = rows(table(tmp_path, "name\tage\nA\tx\n"), ("name", "age"))
    with pytest.raises(ResourceError, match=r":2: age is no number: 'x'"):
        row.number("age")
    with pytest.raises(ResourceError, match=r":2: age is no date"):
        row.day("age", date.min)


def test_records_have_lines(tmp_path: Path) -> None:
    found = list(records(table(tmp_path, "# first\n- id: a\n- id: b\n  note: c\n"), ("id",), ("note",)))
    assert [(record.line, record.content["id"]) for record in found] == [(2, "a"), (3, "b")]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("- id: a\n- idd: b\n", 2, "lacks id"),
        ("- id: a\n- id: b\n  x: 1\n", 2, "unknown key x"),
        ("id: a\n", 1, "not a list"),
        ("- id: a\n- b\n", 2, "not a mapping"),
        ("- id: 'a\n", 2, "not YAML"),
    ],
)
def test_a_wrong_record_is_refused_with_its_line(tmp_path: Path, text: str, line: int, reason: str) -> None:
    with pytest.raises(ResourceError, match=reason) as caught:
        list(records(table(tmp_path, text), ("id",)))
    assert caught.value.line == line


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="nowhere.tsv: missing"):
        list(rows(tmp_path / "nowhere.tsv", ("name",)))
