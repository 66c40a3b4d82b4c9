"""Places by name."""

import pytest

from dateline.knowledge.gazetteer import CITY, COUNTRY, STATE, WORLD, candidates


@pytest.mark.parametrize(
    ("name", "country", "resolution"),
    [
        ("France", "FRA", COUNTRY),
        ("Texas", "USA", STATE),
        ("Asia", None, WORLD),
        ("Rostov-on-Don", "RUS", CITY),
        ("Kiev", "UKR", CITY),
        ("Pristina", "KOS", CITY),
    ],
)
def test_the_first_candidate(name: str, country: str | None, resolution: int) -> None:
    found = candidates(name)[0]
    assert (found.country, found.resolution) == (country, resolution)


def test_a_name_of_many_places_has_many_candidates() -> None:
    assert {"GEO", "USA"} <= {entry.country for entry in candidates("Georgia")}


def test_a_state_bears_the_number_that_geonames_gives_it() -> None:
    (france,) = candidates("France")
    assert france.geonameid == 3017382


def test_another_name_of_a_city() -> None:
    assert candidates("Rostov-na-Donu")[0].name == "Rostov-on-Don"


def test_an_unknown_name_has_none() -> None:
    assert not candidates("Qxyzzy")


@pytest.mark.parametrize(
    ("name", "country", "feature"),
    [
        ("Hampshire", "GBR", "ADM2"),
        ("Nueva Ecija", "PHL", "ADM2"),
        ("Zamfara", "NGA", "ADM1"),
        ("Adair County", "USA", "ADM2"),
        ("Euphrates", None, "STM"),
        ("Bagram", "AFG", "INSM"),
        ("New York", "USA", "PPL"),
    ],
)
def test_divisions_waters_and_bases_are_known(name: str, country: str | None, feature: str) -> None:
    assert (country, feature) in {(entry.country, entry.feature) for entry in candidates(name)}


def test_a_word_in_small_letters_is_no_name() -> None:
    assert not candidates("nice")
