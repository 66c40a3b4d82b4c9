"""Paths of questions, as rules write them."""

import pytest

from dateline.coding.questions import Questions
from tests.make import parse, token

QUESTIONS = Questions(light=frozenset({"launch"}), motion=frozenset({"fly"}), bearing=frozenset({"face"}))
FLEW = """
    Ministers NNS nsubj flew
    flew      VBD root
    to        IN  case Accra
    Accra     NNP obl  flew LOC
    for       IN  case talks
    talks     NNS obl  flew
    with      IN  case envoys
    envoys    NNS nmod talks
    of        IN  case rebels
    rebels    NNS nmod envoys
"""


@pytest.mark.parametrize(
    ("word", "path", "answer"),
    [
        ("flew", ("agent",), ["Ministers"]),
        ("flew", ("to",), ["Accra"]),
        ("flew", ("for", "with", "of"), ["rebels"]),
        ("flew", ("self",), ["flew"]),
        ("flew", ("patient", "with"), []),
        ("talks", ("support",), ["flew"]),
        ("talks", ("support", "agent"), ["Ministers"]),
        ("Accra", ("support",), ["flew"]),
        ("envoys", ("support",), []),
    ],
)
def test_each_step_asks_of_the_answers_before_it(word: str, path: tuple[str, ...], answer: list[str]) -> None:
    doc = parse(FLEW)
    assert [each.text for each in QUESTIONS.ask(path, token(doc, word))] == answer


def test_only_light_verbs_support_their_object() -> None:
    table = "Ghana NNP nsubj {0} LOC\n {0} VBD root\n an DT det attack\n attack NN obj {0}"
    supported = {verb: QUESTIONS.support_of(parse(table.format(verb))[3]) for verb in ("launched", "watched")}
    assert [word.text for word in supported["launched"]] == ["launched"]
    assert supported["watched"] == []


def test_the_verb_of_a_reduced_clause_supports_its_noun() -> None:
    doc = parse("the DT det attack\n attack NN nsubj failed\n launched VBN acl attack\n by IN case rebels\n"
                " rebels NNS obl:agent launched\n failed VBD root")  # fmt: skip
    assert [word.text for word in QUESTIONS.ask(("support", "agent"), token(doc, "attack"))] == ["rebels"]


def test_a_purpose_is_an_infinitive_beside_the_act() -> None:
    doc = parse(
        "They PRP nsubj signed\n signed VBD root\n to TO mark end\n end VB advcl signed\n today NN obl:unmarked signed"
    )
    assert [word.text for word in QUESTIONS.ask(("purpose",), token(doc, "signed"))] == ["end"]
