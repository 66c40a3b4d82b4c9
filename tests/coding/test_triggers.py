"""Which words start a rule, and which words belong to them."""

from pathlib import Path

import pytest
from spacy.tokens import Token

from dateline.coding.coder import EventCoder
from dateline.coding.triggers import Match, Triggers, strongest, words_and_lemmas
from dateline.resources.ontology import load_ontology
from dateline.resources.rulefiles import load_rules
from tests.make import parse, token
from tests.resources.rulebook import ASSAULT, write_ontology, write_rules


@pytest.fixture
def triggers(coder: EventCoder) -> Triggers:
    return coder.tools.triggers


def ids(triggers: Triggers, word: Token) -> list[str]:
    return [match.rule.id for match in triggers.at(word, words_and_lemmas(word.doc))]


def words(match: Match) -> list[str]:
    return [word.text for word in match.words]


def test_a_verb_starts_a_rule_in_any_of_its_forms(triggers: Triggers) -> None:
    for form, tag in (("attacks", "VBZ"), ("attacked", "VBD"), ("attacking", "VBG")):
        assert ids(triggers, parse(f"{form} {tag} root")[0]) == ["assault.attack"]


def test_a_regular_form_is_known_though_its_lemma_is_mistaken(triggers: Triggers) -> None:
    assert ids(triggers, parse("raided=raide VBD root")[0]) == ["assault.attack"]


def test_a_verb_rule_is_not_started_by_the_noun(triggers: Triggers) -> None:
    assert ids(triggers, parse("the DT det help\n help NN root")[1]) == []
    assert ids(triggers, parse("help VB root")[0]) == ["aid.help"]


@pytest.mark.parametrize(("relation", "name"), [("compound", ""), ("obj", "ORG")])
def test_a_noun_that_only_names_starts_nothing(triggers: Triggers, relation: str, name: str) -> None:
    """An attack helicopter is no attack, nor is a band called Attack."""
    doc = parse(f"bought VBD root\n attack NN {relation} bought {name}\n helicopters NNS obl:unmarked bought")
    assert ids(triggers, token(doc, "attack")) == []


def test_a_participle_before_a_noun_starts_nothing(triggers: Triggers) -> None:
    doc = parse("the DT det towns\n raided VBN amod towns\n towns NNS nsubj wept\n wept VBD root")
    assert ids(triggers, token(doc, "raided")) == []


def test_all_words_of_a_phrase_must_hang_on_its_verb(triggers: Triggers) -> None:
    doc = parse("""
        Guards NNS nsubj opened
        opened VBD root
        fire   NN  obj  opened
        on     IN  case crowds
        crowds NNS obl  opened
    """)
    (match,) = triggers.at(token(doc, "opened"), words_and_lemmas(doc))
    assert words(match) == ["opened", "fire", "on"]


def test_a_phrase_in_two_clauses_is_none(triggers: Triggers) -> None:
    doc = parse("""
        Guards NNS nsubj opened
        opened VBD root
        doors  NNS obj  opened
        when   WRB advmod spread
        fire   NN  nsubj spread
        spread VBD advcl opened
        on     RP  advmod spread
    """)
    assert ids(triggers, token(doc, "opened")) == []


def test_a_preposition_of_a_phrase_follows_its_verb(triggers: Triggers) -> None:
    doc = parse("""
        On     IN  case Sunday
        Sunday NNP obl  opened
        guards NNS nsubj opened
        opened VBD root
        fire   NN  obj  opened
    """)
    assert ids(triggers, token(doc, "opened")) == []


def test_the_longer_phrase_takes_its_words_from_the_shorter(tmp_path: Path) -> None:
    rules = write_rules(tmp_path, assault=ASSAULT.replace("open fire on]", "launch raid]"))
    triggers = Triggers(load_rules([rules], load_ontology(write_ontology(tmp_path))).rules)
    doc = parse("a DT det raid\n raid NN nsubj:pass launched\n was VBD aux:pass launched\n launched VBN root")
    found = [match for word in doc for match in triggers.at(word, words_and_lemmas(word.doc))]
    assert [words(match) for match in found] == [["raid"], ["launched", "raid"]]
    assert [words(match) for match in strongest(found)] == [["launched", "raid"]]


def test_the_rule_with_more_to_ask_comes_first(triggers: Triggers) -> None:
    assert ids(triggers, parse("met VBD root")[0]) == ["consult.greet", "consult.meet"]
