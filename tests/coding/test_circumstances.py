"""When, where and according to whom."""

from datetime import date, timedelta

import pytest

from dateline.coding.circumstances import HISTORICAL
from dateline.coding.coder import EventCoder
from dateline.model import Attribution, Place, Publication, Span, Timex
from tests.coding.telling import only_event, told
from tests.make import parse, span

TABLE = """
    Ghana    NNP nsubj attacked LOC
    attacked VBD root
    Togo     NNP obj  attacked LOC
    in       IN  case Accra
    Accra    NNP obl  attacked LOC
    on       IN  case Monday
    Monday   NNP obl  attacked
    after    IN  mark left
    Mali     NNP nsubj left LOC
    left     VBD advcl attacked
    Kumasi   NNP obj  left LOC
    in       IN  case June
    June     NNP obl  left
    .        .   punct attacked

    It       PRP nsubj rained
    rained   VBD root
    in       IN  case May
    May      NNP obl  rained
"""
DOC = parse(TABLE)
PUBLISHED = date(2024, 7, 10)


def timex(words: str, day: date | None) -> Timex:
    return Timex(span(DOC.text, words), day, day, "day", "by-hand", "publication")


def place(words: str) -> Place:
    return Place(span(DOC.text, words), words, None, None, None, None, None, None, 3, "by-hand")


def test_the_time_nearest_in_the_tree_is_the_act_s(coder: EventCoder) -> None:
    monday, june = timex("Monday", date(2024, 7, 8)), timex("June", date(2024, 6, 1))
    assert only_event(coder, told(DOC, "Ghana", "Togo", times=(june, monday))).date == monday


def test_a_time_from_elsewhere_in_the_sentence_is_taken_before_none(coder: EventCoder) -> None:
    june, may = timex("June", date(2024, 6, 1)), timex("May", date(2024, 5, 1))
    assert only_event(coder, told(DOC, "Ghana", "Togo", times=(june, may))).date == june


def test_a_time_of_another_sentence_is_never_taken(coder: EventCoder) -> None:
    assert only_event(coder, told(DOC, "Ghana", "Togo", times=(timex("May", None),))).date is None


def test_the_day_of_publication_stands_in_and_says_so(coder: EventCoder) -> None:
    event = only_event(coder, told(DOC, "Ghana", "Togo", publication=Publication(published=PUBLISHED)))
    assert event.date is not None
    assert (event.date.start, event.date.end, event.date.rule) == (PUBLISHED, PUBLISHED, "publication-date")
    assert len(event.date.span) == 0


@pytest.mark.parametrize(("age", "historical"), [(HISTORICAL, False), (HISTORICAL + timedelta(days=1), True)])
def test_what_ended_over_a_month_before_publication_is_historical(
    coder: EventCoder, age: timedelta, historical: bool
) -> None:
    given = told(
        DOC, "Ghana", "Togo", times=(timex("Monday", PUBLISHED - age),), publication=Publication(published=PUBLISHED)
    )
    assert only_event(coder, given).factuality.historical is historical


def test_nothing_is_historical_without_a_day_to_count_from(coder: EventCoder) -> None:
    given = told(DOC, "Ghana", "Togo", times=(timex("Monday", date(1914, 7, 28)),))
    assert not only_event(coder, given).factuality.historical


def test_an_act_is_placed_by_its_own_words(coder: EventCoder) -> None:
    """Where it is said to be, or the place that it is done to, whichever stands nearest; not the actor."""
    accra, kumasi, ghana, togo = map(place, ("Accra", "Kumasi", "Ghana", "Togo"))
    assert only_event(coder, told(DOC, "Ghana", "Togo", places=(kumasi, accra, ghana))).location == accra
    assert only_event(coder, told(DOC, "Ghana", "Togo", places=(togo, accra))).location == togo


def test_a_place_that_is_no_scene_is_not_the_act_s(coder: EventCoder) -> None:
    """Missing is better than a guess: Mali's leaving of Kumasi does not place the attack."""
    assert only_event(coder, told(DOC, "Ghana", "Togo", places=(place("Kumasi"), place("Ghana")))).location is None


def test_those_who_answer_for_the_words_of_the_act_are_kept(coder: EventCoder) -> None:
    text = DOC.text
    whole = Attribution(None, None, Span(0, text.index(".")), "indirect", "by-hand")
    part = Attribution(None, None, span(text, "after Mali left Kumasi in June"), "direct", "by-hand")
    assert only_event(coder, told(DOC, "Ghana", "Togo", attributions=(part, whole))).attribution == (whole,)


def test_voices_are_told_from_the_outermost_on_and_then_those_who_deny(coder: EventCoder) -> None:
    text = DOC.text
    whole = Span(0, text.index("."))
    outer = Attribution(None, None, Span(0, len(text)), "indirect", "outer")
    inner = Attribution(None, None, whole, "indirect", "inner")
    denial = Attribution(None, None, Span(len(text) - 1, len(text)), "indirect", "denial", denies=whole)
    found = only_event(coder, told(DOC, "Ghana", "Togo", attributions=(denial, inner, outer))).attribution
    assert [each.rule for each in found] == ["outer", "inner", "denial"]
