"""The scorer proposes, doubts, and gives a confidence; a network that has not read leaves all to the rules."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from dateline.coding.coder import EventCoder
from dateline.coding.scorer import Calibration, Scorer
from dateline.coding.sentences import DOUBTED
from dateline.model import Document
from tests.coding.telling import only_event, only_trace, told

ZAPPED = """
    Ghana  NNP nsubj zapped LOC
    zapped VBD root
    Togo   NNP obj   zapped LOC
    .      .   punct zapped
"""
ACTS = ("none", "ASSAULT", "AID")


def read(table: str, **likely: Mapping[str, float]) -> Document:
    """A document whose words tell of acts with these probabilities; the rest tells of none."""
    given = told(table, "Ghana", "Togo")
    assert given.parse is not None and given.actors is not None
    given = replace(given, actors=tuple(replace(each, country=each.name[:3].upper()) for each in given.actors))
    assert given.parse is not None
    rows = np.zeros((len(given.parse), len(ACTS)), dtype=np.float32)
    for word, row in zip(given.parse, rows, strict=True):
        own = likely.get(word.text, {})
        row[1:] = [own.get(act, 0.0) for act in ACTS[1:]]
        row[0] = 1 - row[1:].sum()
    given.parse.tensor = rows
    return given


@pytest.fixture
def scored(coder: EventCoder) -> EventCoder:
    """The coder with a scorer that proposes from .6 on and doubts under .3, by the log odds of the type alone."""
    calibration = Calibration(propose=0.6, least=0.3, weights={"type": 1.0})
    scorer = Scorer(ACTS, coder.rulebook.proposed, calibration)
    return replace(coder, tools=replace(coder.tools, scorer=scorer))


def test_a_word_that_no_rule_knows_is_an_act_where_the_network_is_sure(scored: EventCoder) -> None:
    given = read(ZAPPED, zapped={"ASSAULT": 0.8})
    event = only_event(scored, given)
    assert (event.type, event.trigger.rule) == ("ASSAULT", "scorer.assault")
    assert [each.actor.name for each in (*event.actor, *event.recipient)] == ["Ghana", "Togo"]
    assert event.confidence == pytest.approx(0.8, abs=1e-3)


@pytest.mark.parametrize("likely", [{"ASSAULT": 0.5}, {"ASSAULT": 0.3, "AID": 0.3}, {}])
def test_it_proposes_nothing_of_which_it_is_not_sure(scored: EventCoder, likely: Mapping[str, float]) -> None:
    assert scored(read(ZAPPED, zapped=likely)).events == ()


def test_it_doubts_what_a_rule_finds_and_says_so(scored: EventCoder) -> None:
    given = read(ZAPPED.replace("zapped", "attacked"), attacked={"ASSAULT": 0.1})
    assert scored(given).events == ()
    (attempt,) = only_trace(scored, given).attempts
    assert (attempt.outcome, attempt.is_event) == (DOUBTED, False)
    assert attempt.confidence == pytest.approx(0.1, abs=1e-3)


def test_what_the_network_has_not_read_is_left_to_the_rules(scored: EventCoder) -> None:
    event = only_event(scored, told(ZAPPED.replace("zapped", "attacked"), "Ghana", "Togo"))
    assert (event.trigger.rule.startswith("assault."), event.confidence) == (True, None)


def test_rules_alone_give_no_confidence(coder: EventCoder) -> None:
    given = read(ZAPPED.replace("zapped", "attacked"), attacked={"ASSAULT": 0.1})
    assert only_event(coder, given).confidence is None


@pytest.mark.parametrize(("weight", "value", "expected"), [(0.0, 3.0, 0.5), (1.0, 0.0, 0.5), (2.0, 1.0, 0.8808)])
def test_a_confidence_is_a_logistic_regression(weight: float, value: float, expected: float) -> None:
    found = Calibration(0.5, 0.0, {"type": weight}).confidence({"type": value, "unweighed": 9.0})
    assert found == pytest.approx(expected, abs=1e-4)
