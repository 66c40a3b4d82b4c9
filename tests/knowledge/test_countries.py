"""The table of countries."""

from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.knowledge.countries import countries

HEADER = "code\tname\tvariants\tadjectives\tpeople\tcapitals\tseats\tlatitude\tlongitude\tsector\n"


def test_every_member_of_the_united_nations_is_there() -> None:
    states = {country.code for country in countries().all if not country.territory}
    assert len(states) == 193 + len({"VAT", "PSE", "KOS", "TWN", "HKG", "ATA"})


@pytest.mark.parametrize(
    ("written", "code"),
    [("the United States", "USA"), ("U.S.", "USA"), ("South Korean", "KOR"), ("Danes", "DNK"), ("Burma", "MMR")],
)
def test_names_adjectives_and_peoples_lead_to_the_country(written: str, code: str) -> None:
    country = countries().of_word(written)
    assert country is not None
    assert country.code == code


def test_seats_and_capitals() -> None:
    known = countries()
    assert known.by_seat["Downing Street"].code == "GBR"
    assert known.by_capital["Kiev"].code == "UKR"


def test_a_breakaway_entity_bears_the_claimant_code_and_sector() -> None:
    abkhazia = countries().by_name["Abkhazia"]
    assert (abkhazia.code, abkhazia.sector, abkhazia.territory) == ("GEO", "PRE", True)


def test_the_state_keeps_the_name_that_a_territory_shares() -> None:
    assert countries().by_code["GEO"].name == "Georgia"


def test_coordinates_lie_on_the_globe() -> None:
    assert all(abs(country.latitude) <= 90 and abs(country.longitude) <= 180 for country in countries().all)


def test_a_wrong_code_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "countries.tsv"
    path.write_text(HEADER + "RU\tRussia\t\t\t\t\t\t60\t100\t\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=r":2: no ISO 3166"):
        countries(path)
