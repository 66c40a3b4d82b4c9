"""Checks of the tables: every line, with its reason."""

from datetime import date
from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.knowledge import offices, organisations
from dateline.knowledge.check import KINDS, complaints, doubts, kind_of, latest_change
from dateline.knowledge.tables import tables


def _table(folder: Path, columns: tuple[str, ...], *rows: str) -> Path:
    path = folder / "table.tsv"
    path.write_text("\n".join(("\t".join(columns), *rows, "")), encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", KINDS)
def test_the_packaged_tables_are_right(kind: str) -> None:
    assert [str(complaint) for path in tables(kind) for complaint in complaints(path, kind)] == []


def test_each_wrong_line_of_offices_is_told(tmp_path: Path) -> None:
    path = _table(
        tmp_path,
        offices.COLUMNS,
        "A B\t\tmale\tXXX\tpresident\t\t2001\t\t",
        "A B\t\tmale\tNOR\tgrand frobnicator\t\t2001\t\t",
        "A B\t\tmale\tNOR\tking\t\t2001\t1999\t",
        "A B\t\tmale\tNOR\tking\t\t2001\t\tX7",
        "A B\t\tmale\tNOR\tking\t\t2001\t\tQ7",
    )
    told = [str(complaint).partition(": ")[2] for complaint in complaints(path, "offices")]
    assert told == [
        "unknown country 'XXX'",
        "'grand frobnicator' ends in no known role (actors/roles.yaml)",
        "it ends before it begins",
        "no Wikidata item: 'X7'",
    ]


def test_each_wrong_line_of_organisations_is_told(tmp_path: Path) -> None:
    rows = ("A\tB\tXXX\tREB\t", "C\tB\tNOR\tZZZ\tSWE|YYY")
    told = [str(each) for each in complaints(_table(tmp_path, organisations.COLUMNS, *rows), "organisations")]
    assert [each.rpartition("table.tsv:")[2] for each in told] == [
        "2: unknown country 'XXX'",
        "3: unknown country 'YYY'",
        "3: PLOVER has no sector 'ZZZ'",
        "3: 'B' stands in line 2 already",
    ]


def test_a_line_of_another_width_is_told(tmp_path: Path) -> None:
    (complaint,) = complaints(_table(tmp_path, offices.COLUMNS, "A\tB"), "offices")
    assert "2 cells where 9 belong" in str(complaint)


def test_two_holders_at_a_time_are_doubted(tmp_path: Path) -> None:
    rows = ("A\t\t\tNOR\tking\t\t2001\t\t", "B\t\t\tNOR\tking\t\t2005\t\t", "C\t\t\tSWE\tking\t\t2005\t\t")
    (doubt,) = doubts(_table(tmp_path, offices.COLUMNS, *rows))
    assert "B and A (line 2) are both king of NOR from 2005-01-01" in str(doubt)


def test_the_header_tells_the_kind(tmp_path: Path) -> None:
    assert kind_of(_table(tmp_path, organisations.COLUMNS)) == "organisations"
    with pytest.raises(ResourceError, match="its columns are those of no table"):
        kind_of(_table(tmp_path, ("name", "age")))


def test_the_latest_change_is_the_newest_beginning(tmp_path: Path) -> None:
    lines = (
        "A\t\t\tNOR\tking\t\t1991-01-17\t2030\t",
        "B\t\t\tNOR\tpremier\t\t2021-10\t\t",
        "C\t\t\tNOR\tjudge\t\t\t\t",
    )
    assert latest_change(_table(tmp_path, offices.COLUMNS, *lines)) == date(2021, 10, 1)
    assert latest_change(_table(tmp_path, offices.COLUMNS, lines[2])) is None
