"""Places: names of places resolved by size and by what stands around them."""

import pytest

from dateline.annotate.places import PlaceAnnotator
from dateline.model import Document, Place, Section
from tests.make import document, span


def places_of(given: Document) -> tuple[Place, ...]:
    found = PlaceAnnotator()(given).places
    assert found is not None
    return found


def sentence(*before: str, place: str = "Odessa") -> str:
    lines = [*before, f"{place} NNP obl fell LOC"]
    return "It PRP nsubj fell\nfell VBD root\nin IN case " + place + "\n" + "\n".join(lines)


def test_the_largest_city_of_the_name_by_default() -> None:
    (place,) = places_of(document(sentence(place="Cordoba")))
    assert place.country in ("ARG", "ESP")
    (paris,) = places_of(document(sentence(place="Paris")))
    assert (paris.country, paris.feature, paris.resolution) == ("FRA", "PPLC", 4)
    assert paris.latitude == pytest.approx(48.85, abs=0.1)


def test_a_state_after_a_comma_decides() -> None:
    found = places_of(
        document(
            sentence().replace("Odessa LOC", "Odessa LOC")
            + "\n, , punct Texas\nTexas NNP appos Odessa LOC\n. . punct fell"
        )
    )
    assert [(place.country, place.admin1) for place in found] == [("USA", "Texas"), ("USA", "Texas")]


def test_an_adjective_before_decides() -> None:
    adjective, place = places_of(
        document(sentence("the DT det city", "Canadian JJ amod city", "city NN obl fell", place="London"))
    )
    assert (adjective.country, adjective.rule) == ("CAN", "place.adjective")
    assert place.country == "CAN"


def test_the_dateline_weighs_for_its_country() -> None:
    given = document(
        "MADRID NNP root B-LOC\n\nIt PRP nsubj fell\nfell VBD root\nin IN case Cordoba\nCordoba NNP obl fell LOC"
    )
    section = Section(span(given.text, "MADRID"), "dateline", "test")
    (cordoba,) = places_of(document(given.parse, sections=(section,)))[-1:]  # type: ignore[arg-type]  # a parse is there
    assert cordoba.country == "ESP"


def test_a_possessive_mark_is_no_part_of_the_place() -> None:
    given = document("Kenya NNP nmod:poss coast LOC\n's POS case Kenya\ncoast NN root")
    (place,) = places_of(given)
    assert (place.span.of(given.text), place.resolution, place.country) == ("Kenya", 2, "KEN")


def test_an_unknown_name_is_no_place() -> None:
    assert places_of(document(sentence(place="Qxyzzy"))) == ()
