"""What the tables know of a name."""

from datetime import date

from dateline.knowledge.identities import (
    Identity,
    Setting,
    clearest,
    codes_in,
    government_of_capital,
    identities_of_name,
)

DAY = date(2023, 7, 4)


def _meant(name: str, label: str, *countries: str) -> Identity | None:
    return clearest(identities_of_name(name, label, Setting(DAY, countries)))


def test_a_country_a_seat_and_an_organisation() -> None:
    country, seat = _meant("the UK", "LOC"), _meant("the Kremlin", "ORG")
    body = _meant("NATO", "ORG")
    assert country is not None and seat is not None and body is not None
    assert (country.kind, country.country, country.sector) == ("state", "GBR", ())
    assert (seat.country, seat.sector) == ("RUS", ("GOV",))
    assert (body.name, body.country) == ("North Atlantic Treaty Organization", "IGO")


def test_one_out_of_office_is_elite() -> None:
    obama = _meant("Barack Obama", "PER")
    assert obama is not None
    assert (obama.country, obama.sector, obama.office) == ("USA", ("ELI",), None)


def test_a_surname_alone_is_less_sure() -> None:
    full, short = _meant("Joe Biden", "PER"), _meant("Biden", "PER")
    assert full is not None and short is not None
    assert (short.name, short.score < full.score) == ("Joe Biden", True)


def test_a_person_named_as_a_country_is_no_country() -> None:
    assert _meant("Michael Jordan", "PER") is None


def test_a_region_has_no_country() -> None:
    west = _meant("the West", "LOC")
    assert west is not None
    assert (west.kind, west.country) == ("place", None)


def test_a_capital_stands_for_its_government() -> None:
    paris = government_of_capital("Paris")
    assert paris is not None
    assert (paris.country, paris.sector) == ("FRA", ("GOV",))


def test_codes_of_longest_names_first() -> None:
    assert list(codes_in("South Korean and Dutch envoys")) == ["KOR", "NLD"]


def test_a_former_spelling_is_the_same_person() -> None:
    zelensky = _meant("Volodymyr Zelensky", "PER")
    assert zelensky is not None
    assert (zelensky.country, zelensky.sector) == ("UKR", ("GOV",))


def test_a_surname_of_several_is_left_open_unless_the_report_is_about_one_country() -> None:
    kims = identities_of_name("Kim", "PER", Setting(DAY, ("PRK",)))
    assert len(kims) > 1
    assert {kim.country for kim in kims} >= {"PRK"}
