"""Relations: the rules' own examples and the seed, with the real language model."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from dateline.config import Settings
from dateline.errors import ResourceError
from dateline.knowledge.relations import RelationRule, relation_rules
from dateline.model import Document, Publication, Relation
from dateline.pipeline import build
from dateline.readers.text import read_text

SEED = Path(__file__).parents[3] / "shared" / "seed"
SEED_FLOOR = 7
"""Of nine: that the Eurasian group is the SCO is not seen."""
MARK = re.compile(r"\[(?P<side>subject|of): (?P<words>[^\]]+)\]")
RULES = list({rule.id: rule for rules in relation_rules().values() for rule in rules}.values())


@cache
def read(text: str) -> Document:
    (document,) = _code()([Document("example", text, Publication(published=date(2024, 5, 2)))])
    return document


@cache
def _code() -> Any:
    return build(Settings()).code


def sides(document: Document, relation: Relation) -> tuple[str | None, str | None]:
    """Names of both sides, or a country's code."""
    names = {actor.chain_id: actor.name for actor in document.actors or ()}
    return names.get(relation.subject), names.get(relation.of, relation.of)


def _examples(of: str) -> Iterator[Any]:
    for rule in RULES:
        yield from (pytest.param(rule, text, id=f"{rule.id}: {text}") for text in getattr(rule, of))


@pytest.mark.model
@pytest.mark.parametrize(("rule", "text"), list(_examples("examples")))
def test_an_example_gives_its_relation(rule: RelationRule, text: str) -> None:
    document = read(MARK.sub(r"\g<words>", text))
    wanted = {mark["side"]: mark["words"].removeprefix("The ") for mark in MARK.finditer(text)}
    found = [relation for relation in document.relations or () if relation.rule == rule.id]
    assert [(relation.kind, relation.negated) for relation in found] == [(rule.kind, rule.negated)]
    actors = {actor.chain_id: actor for actor in document.actors or ()}
    (relation,) = found
    assert wanted["subject"] in actors[relation.subject].name
    assert relation.span.of(document.text)


@pytest.mark.model
@pytest.mark.parametrize(("rule", "text"), list(_examples("counterexamples")))
def test_a_counterexample_gives_none(rule: RelationRule, text: str) -> None:
    assert [relation for relation in read(text).relations or () if relation.rule == rule.id] == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind", "subject", "of", "office"),
    [
        ("Kenyan President Ana Mwangi resigned.", "holds-office", "Ana Mwangi", "KEN", "President"),
        (
            "Former Peruvian president Luis Salas was arrested.",
            "former-office",
            "Luis Salas",
            "PER",
            "Former president",
        ),
    ],
)
def test_a_title_tells_an_office(text: str, kind: str, subject: str, of: str, office: str) -> None:
    document = read(text)
    (relation,) = document.relations or ()
    assert (relation.kind, *sides(document, relation)) == (kind, subject, of)
    assert relation.office is not None
    assert relation.office.lower() in office.lower()


@pytest.mark.model
def test_a_denied_bond_and_who_denies_it() -> None:
    document = read("Sweden is not a member of OPEC, Ana Kone said.")
    (relation,) = document.relations or ()
    names = {actor.chain_id: actor.name for actor in document.actors or ()}
    assert relation.negated
    assert names.get(relation.voice or "") == "Ana Kone"


@pytest.mark.model
@pytest.mark.skipif(not SEED.exists(), reason="the seed article lies beside the checkout")
def test_most_relations_of_the_seed_are_found() -> None:
    (document,) = _code()([read_text((SEED / "article.txt").read_text("utf8"), "article.txt", "article.txt")])
    expected = yaml.safe_load((SEED / "expected.yaml").read_text("utf8"))["relations"]
    found = {(each.kind, *sides(document, each)) for each in document.relations or ()}
    wanted = {(each["relation"], each["subject"], each["of"]) for each in expected}
    assert len(wanted & found) >= SEED_FLOOR


def test_a_kind_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "relations.yaml"
    path.write_text("- {id: a, kind: likes, subject: [agent], of: [patient], examples: [], counterexamples: []}\n")
    with pytest.raises(ResourceError, match=r":1: no kind of relation: 'likes'"):
        relation_rules(path)


def _offices(text: str) -> set[tuple[str, str | None, str | None]]:
    document = read(text)
    return {(each.kind, sides(document, each)[0], each.office) for each in document.relations or () if each.office}


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Ana Kone, Kenya's government spokeswoman, spoke.",
        "Presidential candidate Ana Kone of Kenya spoke.",
        "Ana Kone, the next president of Kenya, spoke.",
        "Ana Kone will become president of Kenya.",
    ],
)
def test_what_is_no_office_or_not_held_yet(text: str) -> None:
    assert _offices(text) == set()


@pytest.mark.model
def test_what_says_that_it_is_over_may_stand_before_a_long_title() -> None:
    assert _offices("They met former New York City mayor Abe Kone.") <= {("former-office", "Abe Kone", "mayor")}


@pytest.mark.model
def test_an_office_has_its_field_and_its_abbreviation_in_full() -> None:
    assert _offices("Ana Kone was named Kenya's fisheries minister.") == {
        ("holds-office", "Ana Kone", "fisheries minister")
    }
    assert _offices("Canadian PM Luis Roy spoke.") == {("holds-office", "Luis Roy", "prime minister")}


@pytest.mark.model
@pytest.mark.parametrize("office", ["communications director of", "head of policy at"])
def test_the_director_of_a_part_of_a_body_does_not_lead_it(office: str) -> None:
    document = read(f"Ana Kone, {office} the African Union, spoke.")
    assert [each.kind for each in document.relations or ()] == []
