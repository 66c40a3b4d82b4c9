"""Times: every rule's examples, and what keeps words from being times."""

from datetime import date

import pytest

from dateline.annotate.times import TimeAnnotator
from dateline.knowledge.times import time_rules
from dateline.model import Document, Publication, Timex
from tests.make import document, text_document

RULES = {rule.id: rule for rule in time_rules()}
EXAMPLES = [(rule.id, *example) for rule in time_rules() for example in rule.examples]
COUNTEREXAMPLES = [(rule.id, text) for rule in time_rules() for text in rule.counterexamples]


def times_of(given: Document) -> tuple[Timex, ...]:
    found = TimeAnnotator()(given).times
    assert found is not None
    return found


@pytest.mark.parametrize(("rule", "text", "published", "words", "start", "end"), EXAMPLES)
def test_rule_finds_its_example(rule: str, text: str, published: str, words: str, start: str, end: str) -> None:
    given = text_document(text, publication=Publication(published=date.fromisoformat(published)))
    found = next(timex for timex in times_of(given) if timex.rule == rule)
    assert found.span.of(text) == words
    assert (found.start, found.end) == (date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(("rule", "text"), COUNTEREXAMPLES)
def test_rule_leaves_its_counterexample(rule: str, text: str) -> None:
    assert not times_of(text_document(text, publication=Publication(published=date(2023, 7, 5))))


def test_rule_ids_are_unique() -> None:
    assert len(RULES) == len(time_rules())


def test_weekday_lies_ahead_in_the_future() -> None:
    given = document(
        """
        They   PRP  nsubj  meet
        will   MD   aux    meet
        meet   VB   root
        on     IN   case   Friday
        Friday NNP  obl    meet
        .      .    punct  meet
        """,
        publication=Publication(published=date(2023, 7, 5)),
    )
    (found,) = times_of(given)
    assert found.start == date(2023, 7, 7)


def test_name_of_a_paper_is_no_day() -> None:
    given = document(
        """
        The    DT   det       Times  ORG
        Sunday NNP  compound  Times  ORG
        Times  NNP  nsubj     said   ORG
        said   VBD  root
        so     RB   advmod    said
        .      .    punct     said
        """,
        publication=Publication(published=date(2023, 7, 5)),
    )
    assert times_of(given) == ()


def test_without_publication_a_weekday_stays_relative() -> None:
    (found,) = times_of(text_document("They met on Tuesday."))
    assert (found.start, found.end, found.anchor) == (None, None, "none")


def test_a_full_date_needs_no_publication() -> None:
    (found,) = times_of(text_document("They met on 3 May 1999."))
    assert (found.start, found.anchor) == (date(1999, 5, 3), "text")


def test_a_day_that_no_month_has_is_found_without_a_value() -> None:
    (found,) = times_of(text_document("They met on 31 June 2001."))
    assert found.start is None
