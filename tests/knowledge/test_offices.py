"""Who held which office when."""

from datetime import date
from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.knowledge.countries import countries
from dateline.knowledge.offices import COLUMNS, INTERNATIONAL, Person, people
from dateline.knowledge.roles import role_of


def _only(name: str) -> Person:
    (person,) = people().named(name)
    return person


def _table(folder: Path, *rows: str) -> Path:
    path = folder / "offices.tsv"
    path.write_text("\n".join(("\t".join(COLUMNS), *rows, "")), encoding="utf-8")
    return path


def test_the_office_of_the_day() -> None:
    putin = _only("Vladimir Putin")
    then, later = putin.office_on(date(2010, 1, 1)), putin.office_on(date(2023, 7, 4))
    assert then is not None and later is not None
    assert (then.office, later.office) == ("prime minister", "president")


def test_one_who_left_office_has_the_last_one() -> None:
    obama = _only("Barack Obama")
    assert obama.office_on(date(2020, 1, 1)) is None
    last = obama.office_before(date(2020, 1, 1))
    assert last is not None
    assert last.office == "president"


def test_nobody_holds_an_office_before_the_first() -> None:
    assert _only("Volodymyr Zelenskyy").office_on(date(2015, 1, 1)) is None


@pytest.mark.parametrize("written", ["Volodymyr Zelensky", "Wolodymyr Zelenskiy", "VOLODYMYR ZELENSKYY"])
def test_transliterations_are_one_name(written: str) -> None:
    assert _only(written).name == _only("Volodymyr Zelenskyy").name


def test_a_surname_may_mean_several() -> None:
    assert {"George W. Bush"} <= {person.name for person in people().of_surname("Bush")}


def test_a_year_or_month_ends_with_its_last_day(tmp_path: Path) -> None:
    path = _table(tmp_path, "A B\t\tmale\tNOR\tpresident\t\t2001\t2003-02\t", "C D\t\t\tNOR\tking\t\t2001\t2003\t")
    first, second = people(path).make_all()
    assert (first.tenures[0].start, first.tenures[0].end) == (date(2001, 1, 1), date(2003, 2, 28))
    assert second.tenures[0].end == date(2003, 12, 31)


def test_namesakes_of_two_states_are_two_people_and_a_world_office_is_no_state(tmp_path: Path) -> None:
    rows = [
        "A B\t\tmale\tPRT\tprime minister\t\t1995\t2002\t",
        "A B\t\tmale\tUNO\tsecretary-general\tUnited Nations\t2017\t\t",
        "A B\t\tmale\tPER\tprime minister\t\t2001\t2002\t",
    ]
    found = people(_table(tmp_path, *rows)).make_all()
    assert sorted({tenure.country for tenure in person.tenures} for person in found) == [{"PER"}, {"PRT", "UNO"}]


def test_countries_and_offices_are_known_ones() -> None:
    for person in people().make_all():
        for tenure in person.tenures:
            assert tenure.country in INTERNATIONAL or tenure.country in countries().by_code, person.name
            assert role_of(tenure.office.split()) is not None, tenure.office


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("A\t\tmale\tRUS\tpresident\t\t2001\t2000\t", ":2: it ends before it begins"),
        ("A\t\tman\tRUS\tpresident\t\t2001\t\t", ":2: gender is none of"),
        ("A\t\tmale\tRUS\tpresident\t\tyesterday\t\t", ":2: from is no date"),
    ],
)
def test_a_wrong_line_is_refused(tmp_path: Path, row: str, complaint: str) -> None:
    with pytest.raises(ResourceError, match=complaint):
        people(_table(tmp_path, row))
