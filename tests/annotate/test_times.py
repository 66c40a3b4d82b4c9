"""Times: every rule's examples, and what keeps words from being times."""

from datetime import date

import pytest

from dateline.annotate.times import TimeAnnotator
from dateline.annotate.times.values import ON_A_DAY, VALUES
from dateline.knowledge.times import time_rules
from dateline.model import Document, Offset, Publication, Section, Timex
from tests.make import document, span, text_document

RULES = {rule.id: rule for rule in time_rules()}
EXAMPLES = [(rule.id, *example) for rule in time_rules() for example in rule.examples]
COUNTEREXAMPLES = [(rule.id, text) for rule in time_rules() for text in rule.counterexamples]
WEDNESDAY = Publication(published=date(2023, 7, 5))


def times_of(given: Document) -> tuple[Timex, ...]:
    found = TimeAnnotator()(given).times
    assert found is not None
    return found


@pytest.mark.parametrize(("rule", "text", "published", "words", "value", "days"), EXAMPLES)
def test_rule_finds_its_example(rule: str, text: str, published: str, words: str, value: str, days: str) -> None:
    given = text_document(text, publication=Publication(published=date.fromisoformat(published)))
    found = next(timex for timex in times_of(given) if timex.rule == rule)
    first, _, last = days.partition("/")
    assert (found.span.of(text), found.value) == (words, value)
    assert (str(found.start or ""), str(found.end or "")) == (first, last or first)


@pytest.mark.parametrize(("rule", "text"), COUNTEREXAMPLES)
def test_rule_leaves_its_counterexample(rule: str, text: str) -> None:
    assert rule not in [timex.rule for timex in times_of(text_document(text, publication=WEDNESDAY))]


def test_rule_ids_are_unique() -> None:
    assert len(RULES) == len(time_rules())


def test_rules_name_values_that_there_are() -> None:
    assert {rule.value for rule in time_rules()} == set(VALUES)
    assert set(VALUES) >= ON_A_DAY
