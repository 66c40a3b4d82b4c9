"""The tables of organisations, groups and bodies."""

from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.knowledge.countries import countries
from dateline.knowledge.organisations import organisation_named, organisations
from dateline.knowledge.roles import SECTORS

INTERNATIONAL = {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}


def test_codes_and_sectors_are_those_of_plover() -> None:
    for organisation in organisations().values():
        assert organisation.country in INTERNATIONAL or organisation.country in countries().by_code
        assert organisation.sector is None or organisation.sector in SECTORS


@pytest.mark.parametrize(
    ("written", "name", "country", "sector"),
    [
        ("the SCO", "Shanghai Cooperation Organisation", "IGO", None),
        ("the Wagner Group", "Wagner Group", "RUS", "PRM"),
        ("IDF", "Israel Defense Forces", "ISR", "MIL"),
        ("EU", "European Union", "EUR", None),
        ("al-Qaida", "al-Qaeda", "IMG", "REB"),
    ],
)
def test_variants_lead_to_the_organisation(written: str, name: str, country: str, sector: str | None) -> None:
    found = organisation_named(written)
    assert found is not None
    assert (found.name, found.country, found.sector) == (name, country, sector)


def test_a_name_given_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "groups.tsv"
    path.write_text("name\tvariants\tcountry\tsector\tmembers\nA\tB\tRUS\tREB\t\nC\tB\tRUS\tREB\t\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=r":3: 'B' stands in line 2 already"):
        organisations(path)


def test_an_alliance_knows_its_members() -> None:
    nato = organisation_named("NATO")
    assert nato is not None
    assert {"USA", "TUR", "FIN"} <= set(nato.members)
