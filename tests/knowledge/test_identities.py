"""What the tables know of a name."""

from datetime import date

from dateline.knowledge.identities import codes_in, government_of_capital, identity_of_name

DAY = date(2023, 7, 4)


def test_a_country_a_seat_and_an_organisation() -> None:
    country, seat = identity_of_name("the UK", "LOC", DAY), identity_of_name("the Kremlin", "ORG", DAY)
    body = identity_of_name("NATO", "ORG", DAY)
    assert country is not None and seat is not None and body is not None
    assert (country.kind, country.country, country.sector) == ("state", "GBR", ())
    assert (seat.country, seat.sector) == ("RUS", ("GOV",))
    assert (body.name, body.country) == ("North Atlantic Treaty Organization", "IGO")


def test_one_out_of_office_is_elite() -> None:
    obama = identity_of_name("Barack Obama", "PER", DAY)
    assert obama is not None
    assert (obama.country, obama.sector, obama.office) == ("USA", ("ELI",), None)


def test_a_surname_alone_is_less_sure() -> None:
    full, short = identity_of_name("Joe Biden", "PER", DAY), identity_of_name("Biden", "PER", DAY)
    assert full is not None and short is not None
    assert (short.name, short.score < full.score) == ("Joe Biden", True)


def test_a_person_named_as_a_country_is_no_country() -> None:
    assert identity_of_name("Michael Jordan", "PER", DAY) is None


def test_a_region_has_no_country() -> None:
    west = identity_of_name("the West", "LOC", DAY)
    assert west is not None
    assert (west.kind, west.country) == ("place", None)


def test_a_capital_stands_for_its_government() -> None:
    paris = government_of_capital("Paris")
    assert paris is not None
    assert (paris.country, paris.sector) == ("FRA", ("GOV",))


def test_codes_of_longest_names_first() -> None:
    assert list(codes_in("South Korean and Dutch envoys")) == ["KOR", "NLD"]
