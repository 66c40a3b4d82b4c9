"""Times: every rule's examples, and what keeps words from being times."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


MEET = """
    They   PRP  nsubj  meet
    {}
    on     IN   case   Friday
    Friday NNP  obl    meet
    .      .    punct  meet
"""


@pytest.mark.parametrize(
    ("verb", "day"),
    [
        ("will MD aux meet\n meet VB root", date(2023, 7, 7)),
        ("would MD aux meet\n meet VB root", date(2023, 7, 7)),
        ("meet VBP root", date(2023, 7, 7)),
        ("met=meet VBD root", date(2023, 6, 30)),
    ],
)
def test_the_verb_tells_which_friday(verb: str, day: date) -> None:
    table = MEET.format(verb).replace("meet\n", "met\n") if "met=" in verb else MEET.format(verb)
    (found,) = times_of(document(table, publication=WEDNESDAY))
    assert found.start == day


def test_an_infinitive_looks_ahead_unless_its_verb_says_that_it_was_done() -> None:
    table = """
        He      PRP nsubj   {0}
        {0}     VBD root
        to      TO  mark    appear
        appear  VB  xcomp   {0}
        on      IN  case    Friday
        Friday  NNP obl     appear
    """
    refused, vowed = (times_of(document(table.format(verb), publication=WEDNESDAY)) for verb in ("failed", "vowed"))
    assert [timex.start for timex in (*refused, *vowed)] == [date(2023, 6, 30), date(2023, 7, 7)]


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
        publication=WEDNESDAY,
    )
    assert times_of(given) == ()


def test_a_day_alone_is_one_even_where_the_model_takes_it_for_a_name() -> None:
    given = document(
        """
        Sunday NNP  nmod:poss vote  PER
        's     POS  case      Sunday
        vote   NN   nsubj     failed
        failed VBD  root
        """,
        publication=WEDNESDAY,
    )
    assert [timex.value for timex in times_of(given)] == ["2023-07-02"]


def test_without_publication_a_weekday_stays_relative() -> None:
    (found,) = times_of(text_document("They met on Tuesday."))
    assert (found.start, found.end, found.anchor, found.value) == (None, None, "none", "XXXX-WXX-2")


def test_a_full_date_needs_no_publication() -> None:
    (found,) = times_of(text_document("They met on 3 May 1999."))
    assert (found.start, found.anchor) == (date(1999, 5, 3), "text")


def test_a_day_that_no_month_has_is_found_without_a_value() -> None:
    (found,) = times_of(text_document("They met on 31 June 2001."))
    assert (found.start, found.value) == (None, None)


LINE = "Kyiv, 4 March 2022 (Agency)\n\nShells fell on Tuesday."


def with_dateline(published: date | None) -> Document:
    line, rest = LINE.split("\n\n")
    sections = (
        Section(span(LINE, line), "dateline", "test"),
        Section(span(LINE, rest), "lead", "test"),
    )
    return text_document(LINE, sections=sections, publication=Publication(published=published))


@pytest.mark.parametrize(
    ("published", "day", "anchor"),
    [
        (None, date(2022, 3, 1), "dateline"),
        (date(2022, 3, 5), date(2022, 3, 1), "dateline"),
        (date(2022, 3, 8), date(2022, 3, 1), "dateline"),
        (date(2023, 7, 5), date(2023, 7, 4), "publication"),
    ],
)
def test_the_dateline_tells_from_where_to_count(published: date | None, day: date, anchor: str) -> None:
    *_, tuesday = times_of(with_dateline(published))
    assert (tuesday.start, tuesday.anchor) == (day, anchor)


AFTER = """
    Two     CD  nummod days
    days    NNS obl    resumed
    after   IN  case   vote
    the     DT  det    vote
    vote    NN  nmod   days
    war     NN  nsubj  resumed
    resumed VBD root
"""
VOTE = """
    The     DT  det       vote
    vote    NN  nsubj:pass held
    was     VBD aux:pass  held
    held    VBN root
    on      IN  case      Sunday
    Sunday  NNP obl       held
"""


def test_a_length_from_an_event_is_stored_with_it() -> None:
    given = document(AFTER, publication=WEDNESDAY)
    (found,) = times_of(given)
    assert found.offset == Offset(span(given.text, "the vote"), "+P2D")
    assert (found.value, found.kind, found.start, found.anchor) == ("P2D", "duration", None, "event")
    assert found.words.of(given.text) == "Two days after the vote"


def test_it_has_a_day_where_the_text_dates_that_event() -> None:
    *_, found = times_of(document(VOTE + "\n" + AFTER, publication=WEDNESDAY))
    assert (found.start, found.end) == (date(2023, 7, 4), date(2023, 7, 4))


def test_expressions_do_not_reach_over_the_end_of_a_section() -> None:
    text = "It ended in May\n2019 was a good year."
    sections = (
        Section(span(text, "It ended in May"), "lead", "test"),
        Section(span(text, "2019 was a good year."), "body", "test"),
    )
    found = times_of(text_document(text, sections=sections, publication=WEDNESDAY))
    assert "May\n2019" not in [timex.span.of(text) for timex in found]


WORDS = st.sampled_from(
    sorted({word for rule in time_rules() for example in rule.examples for word in example[0].split()})
)


@given(st.lists(WORDS, max_size=25), st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2100, 1, 1))))
def test_any_words_give_times_in_order_and_apart(words: list[str], published: date | None) -> None:
    text = " ".join(words)
    found = times_of(text_document(text, publication=Publication(published=published)))
    ends = [0, *(timex.span.end for timex in found)]
    assert all(end <= timex.span.start < timex.span.end <= len(text) for end, timex in zip(ends, found, strict=False))
    assert all((timex.start is None) == (timex.end is None) for timex in found)
    assert all(timex.start <= timex.end for timex in found if timex.start and timex.end)
