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


def test_candidates_stand_with_the_place_the_best_first() -> None:
    (place,) = places_of(document(sentence(place="Paris")))
    scores = [candidate.score for candidate in place.candidates]
    assert place.candidates[0].geonameid == place.geonameid
    assert 1 < len(scores) <= 5
    assert scores == sorted(scores, reverse=True)


def test_a_county_beside_it_moves_a_town() -> None:
    alone, near = "Edmonton", "Edmonton , , punct Edmonton\nKentucky NNP appos Edmonton B-LOC"
    (city,) = places_of(document(sentence(place=alone)))
    found = places_of(document(sentence(place=alone) + "\n" + near.partition("Edmonton ")[2]))
    assert (city.country, [place.country for place in found]) == ("CAN", ["USA", "USA"])


def test_a_town_that_lies_nowhere_in_its_container_is_none() -> None:
    found = places_of(document(sentence(place="Lubbock") + "\n, , punct Lubbock\nBolivia NNP appos Lubbock B-LOC"))
    assert [place.name for place in found] == ["Bolivia"]


def test_a_list_of_states_is_one_of_states() -> None:
    table = """
        It      PRP  nsubj fell
        fell    VBD  root
        in      IN   case  Ohio
        Ohio    NNP  obl   fell  LOC
        ,       ,    punct Utah
        Utah    NNP  conj  Ohio  B-LOC
        and     CC   cc    Georgia
        Georgia NNP  conj  Ohio  B-LOC
    """
    assert [(place.name, place.country) for place in places_of(document(table))][-1] == ("Georgia", "USA")


def test_a_city_s_words_make_no_state_of_it() -> None:
    table = """
        The    DT   det   city
        city   NN   nsubj fell
        of     IN   case  Lebanon
        Lebanon NNP nmod  city  LOC
        fell   VBD  root
        near   IN   case  Nashville
        Nashville NNP obl fell  B-LOC
        ,      ,    punct Tennessee
        Tennessee NNP appos Nashville B-LOC
    """
    assert {place.country for place in places_of(document(table))} == {"USA"}


def test_a_state_within_the_name_of_its_police() -> None:
    table = """
        Kentucky NNP compound Police B-ORG
        State    NNP compound Police ORG
        Police   NNP nsubj    came   ORG
        came     VBD root
    """
    (place,) = places_of(document(table))
    assert (place.name, place.kind, place.rule) == ("Kentucky", "region", "place.in-name")


def test_a_surname_is_no_place() -> None:
    table = """
        Denzel     NNP nsubj spoke B-PER
        Washington NNP flat  Denzel PER
        spoke      VBD root

        Washington NNP nsubj said  B-LOC
        said       VBD root
    """
    assert places_of(document(table)) == ()


def test_a_word_within_a_name_is_no_place() -> None:
    table = """
        Hope       NNP compound Foundation B-ORG
        Foundation NNP nsubj    came       ORG
        came       VBD root
    """
    assert places_of(document(table)) == ()


def test_a_short_form_needs_its_town() -> None:
    with_town = "It PRP nsubj fell\nfell VBD root\nin IN case Glasgow\nGlasgow NNP obl fell LOC\n"
    found = places_of(document(with_town + ", , punct Ky.\nKy. NNP appos Glasgow B-LOC"))
    assert [(place.admin1, place.country) for place in found] == [("Kentucky", "USA"), ("Kentucky", "USA")]
    assert places_of(document("Miss. NNP nsubj fell LOC\nfell VBD root")) == ()
