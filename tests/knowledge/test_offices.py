"""Who held which office when."""

from datetime import date
from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.knowledge.countries import countries
from dateline.knowledge.offices import surname_on, tenure_on, tenures
from dateline.knowledge.roles import role_of


def test_the_office_of_the_day() -> None:
    then, later = tenure_on("Vladimir Putin", date(2010, 1, 1)), tenure_on("Vladimir Putin", date(2023, 7, 4))
    assert then is not None and later is not None
    assert (then.office, later.office) == ("prime minister", "president")


def test_one_who_left_office_has_the_last_one() -> None:
    tenure = tenure_on("Barack Obama", date(2020, 1, 1))
    assert tenure is not None
    assert tenure.end < date(2020, 1, 1)


def test_nobody_holds_an_office_before_the_first() -> None:
    assert tenure_on("Volodymyr Zelenskyy", date(2015, 1, 1)) is None


def test_a_surname_stands_for_the_one_in_office() -> None:
    biden = surname_on("Biden", date(2023, 1, 1))
    assert biden is not None
    assert biden.name == "Joe Biden"
    assert surname_on("Biden", date(2019, 1, 1)) is None


def test_countries_and_offices_are_known_ones() -> None:
    for tenure in {tenure for own in tenures().values() for tenure in own}:
        assert tenure.country in {"UNO", "IGO", "EUR"} or tenure.country in countries().by_code
        assert role_of(tenure.office.split()) is not None, tenure.office


def test_a_tenure_that_ends_before_it_begins_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "leaders.tsv"
    header = "name\tvariants\tcountry\toffice\tfrom\tto\twikidata\n"
    path.write_text(header + "A\t\tRUS\tpresident\t2001\t2000\t\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=r":2: it ends before it begins"):
        tenures(path)
