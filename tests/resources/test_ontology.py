"""Ontologies: what a file must say, and what follows from it."""

from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.resources.ontology import Ontology, load_ontology
from tests.resources.rulebook import GOLDSTEIN, ONTOLOGY, line_of, write_ontology


@pytest.fixture
def small(tmp_path: Path) -> Ontology:
    return load_ontology(write_ontology(tmp_path))


def test_a_type_says_what_becomes_of_it(small: Ontology) -> None:
    sanction = small.types["SANCTION"]
    assert (sanction.future, sanction.dated_future, sanction.refused) == ("THREATEN", "SANCTION", None)
    assert sanction.needs_recipient
    assert not small.types["ASSAULT"].needs_recipient


def test_the_first_mode_gives_the_score(small: Ontology) -> None:
    assert small.score("ASSAULT", ()) == -9
    assert small.score("ASSAULT", ("explosives", "firearms")) == -9.5


def test_a_cameo_code_without_a_value_takes_that_of_the_closest_code_above(small: Ontology) -> None:
    assert small.goldstein("1381") == -7.0
    assert small.goldstein("139") == small.goldstein("13") == -6.0
    with pytest.raises(KeyError):
        small.goldstein("20")


def test_classes_follow_the_quads(small: Ontology) -> None:
    classes = ("cooperative", "hostile", "verbal", "material")
    held = {
        code: [name for name in classes if small.in_class(code, name)] for code in ("AGREE", "AID", "ACCUSE", "ASSAULT")
    }
    assert held == {
        "AGREE": ["cooperative", "verbal"],
        "AID": ["cooperative", "material"],
        "ACCUSE": ["hostile", "verbal"],
        "ASSAULT": ["hostile", "material"],
    }
    assert small.in_class("AID", "AID") and small.in_class("AID", "any") and not small.in_class("AID", "ASSAULT")


@pytest.mark.parametrize(
    ("right", "wrong", "reason"),
    [
        ("code: CONCEDE, quad: 1", "code: CONCEDE, quad: 5", "a quad is 1, 2, 3 or 4, not 5"),
        ("dated_future: SANCTION", "dated_future: BLESS", "no type 'BLESS'"),
        ("content_modes: {ASSAULT: violence", "content_modes: {WAR: violence", "no type 'WAR'"),
        ("content_modes: {ASSAULT: violence", "content_modes: {ASSAULT: horror", "THREATEN has no mode 'horror'"),
        ("code: PROTEST", "colour: red, code: PROTEST", "unknown key 'colour'"),
        ("score: -5, ", "", "lacks score"),
        ("score: -5, ", "score: grim, ", "not a number: 'grim'"),
    ],
)
def test_what_is_wrong_is_refused_with_its_line(tmp_path: Path, right: str, wrong: str, reason: str) -> None:
    path = write_ontology(tmp_path, ONTOLOGY.replace(right, wrong))
    with pytest.raises(ResourceError) as refused:
        load_ontology(path)
    assert str(refused.value).startswith(f"{path}:{line_of(ONTOLOGY, right)}: {reason}")


def test_a_scale_with_a_bad_row_is_refused(tmp_path: Path) -> None:
    path = write_ontology(tmp_path, goldstein=GOLDSTEIN + "20\tdreadful\n")
    with pytest.raises(ResourceError, match=f"goldstein.tsv:{GOLDSTEIN.count(chr(10)) + 1}: a row is a CAMEO code"):
        load_ontology(path)
