"""When: the event's own clause, its sentence, the narrative so far, the publication."""

import csv
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dateline.annotate.times import TimeAnnotator
from dateline.coding.dates import PUBLICATION, Dating, dating_of
from dateline.config import Settings
from dateline.model import Document, Offset, Publication, Section, Span, Timex
from dateline.pipeline import build
from tests.make import document, span, token

GOLD = Path(__file__).parents[1] / "gold" / "event_dates.tsv"
RIGHT = 0.9
PUBLISHED = Publication(published=date(2024, 7, 10))
MONDAY = date(2024, 7, 8)

TOLD = """
    Togo     NNP nsubj    said     LOC
    said     VBD root
    on       IN  case     Monday
    Monday   NNP obl      said
    that     IN  mark     shelled
    rebels   NNS nsubj    shelled
    had      VBD aux      shelled
    shelled  VBN ccomp    said
    Lome     NNP obj      shelled  LOC
    {}
"""
JUDGED = """
    He        PRP nsubj:pass sentenced
    was       VBD aux:pass  sentenced
    sentenced VBN root
    on        IN  case      Monday
    Monday    NNP obl       sentenced
    for       IN  mark      killing
    killing   VBG advcl     sentenced
    them      PRP obj       killing
"""
STORY = """
    Rebels   NNS nsubj struck
    struck   VBD root
    on       IN  case  Monday
    Monday   NNP obl   struck
    .        .   punct struck

    They     PRP nsubj killed
    {}
    nine     CD  obj   killed
"""
ACCORD = """
    Togo     NNP nsubj  left   LOC
    left     VBD root
    the      DT  det    accord
    2015     CD  nummod accord
    accord   NN  obj    left
"""


def dated(table: str, *words: str, **facts: object) -> Document:
    """A document with days at these words, published two days later."""
    given = document(table, publication=PUBLISHED)
    times = tuple(
        Timex(span(given.text, each), MONDAY, MONDAY, "day", "by-hand", "publication", **facts) for each in words
    )  # type: ignore[arg-type]
    return replace(given, times=times)


def dating(given: Document, word: str) -> Dating:
    assert given.parse is not None
    found = dating_of(given, token(given.parse, word))
    assert found is not None
    return found


def test_what_is_said_on_a_day_was_not_done_on_it() -> None:
    given = dated(TOLD.format(""), "Monday")
    assert dating(given, "said").by == "clause"
    assert dating(given, "shelled").by == "publication"


def test_what_is_said_keeps_its_own_day() -> None:
    given = dated(TOLD.format("in IN case June\n June NNP obl shelled"), "Monday", "June")
    assert dating(given, "shelled").timex.span.of(given.text) == "June"


def test_a_court_does_not_lend_its_day_to_the_deed() -> None:
    given = dated(JUDGED, "Monday")
    assert dating(given, "sentenced").by == "clause"
    assert dating(given, "killing").by == "publication"


def test_the_narrative_goes_on_in_the_simple_past() -> None:
    given = dated(STORY.format("killed VBD root"), "Monday")
    assert (dating(given, "killed").by, dating(given, "killed").timex.start) == ("narrative", MONDAY)


@pytest.mark.parametrize("verb", ["have VBP aux killed\n killed VBN root", "had VBD aux killed\n killed VBN root"])
def test_a_perfect_leaves_the_narrative(verb: str) -> None:
    assert dating(dated(STORY.format(verb), "Monday"), "killed").by == "publication"


def test_the_year_of_a_treaty_is_not_that_of_its_end() -> None:
    given = document(ACCORD, publication=PUBLISHED)
    year = Timex(span(given.text, "2015"), date(2015, 1, 1), date(2015, 12, 31), "year", "by-hand", "text", "2015")
    assert dating(replace(given, times=(year,)), "left").by == "publication"


def test_a_clause_that_goes_along_shares_the_day() -> None:
    given = dated(
        """
        Troops   NNS nsubj entered
        entered  VBD root
        Lome     NNP obj   entered
        on       IN  case  Monday
        Monday   NNP obl   entered
        ,        ,   punct killing
        killing  VBG advcl entered
        nine     CD  obj   killing
        """,
        "Monday",
    )
    assert dating(given, "killing").by == "sentence"


@pytest.mark.parametrize(
    "facts", [{"kind": "set", "value": "P1D"}, {"kind": "duration", "value": "P3D"}, {"value": "PAST_REF"}]
)
def test_lengths_and_vague_times_date_nothing(facts: dict[str, str]) -> None:
    given = dated(STORY.format("killed VBD root"), "Monday")
    (timex,) = given.times or ()
    vague = replace(timex, start=None, end=None, **facts)  # type: ignore[arg-type]  # fields by name
    assert dating(replace(given, times=(vague,)), "struck").by == "publication"


def test_a_length_from_another_event_dates_without_a_day() -> None:
    given = dated(STORY.format("killed VBD root"), "Monday")
    (timex,) = given.times or ()
    counted = replace(timex, start=None, end=None, kind="duration", offset=Offset(span(given.text, "They"), "+P2D"))
    found = dating(replace(given, times=(counted,)), "struck")
    assert (found.by, found.timex.start) == ("clause", None)


def test_without_a_day_of_publication_that_of_the_dateline_stands_in() -> None:
    story = STORY.format("have VBP aux killed\n killed VBN root")
    line = Section(Span(0, len("Rebels")), "dateline", "test")
    given = replace(dated(story, "Rebels"), publication=Publication(), sections=(line,))
    found = dating(given, "killed").timex
    assert (found.start, found.rule, found.anchor) == (MONDAY, PUBLICATION, "dateline")


@pytest.mark.model
def test_dates_of_events_in_sentences_of_our_own() -> None:
    """The share of marked words with the day, week, month or year that they ought to have; blank is publication."""
    with GOLD.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    texts = [row["text"].replace("[", "").replace("]", "") for row in rows]
    parsed = build(Settings()).parse([Document(str(number), text) for number, text in enumerate(texts)])
    wrong = [row["text"] for row, given in zip(rows, parsed, strict=True) if _value(row, given) != row["date"]]
    assert len(rows) >= 40
    assert len(wrong) <= (1 - RIGHT) * len(rows), wrong


def _value(row: dict[str, str], given: Document) -> str:
    mark = re.search(r"\[", row["text"])
    assert mark is not None
    assert given.parse is not None
    read = TimeAnnotator()(replace(given, publication=Publication(published=date.fromisoformat(row["published"]))))
    word = next(word for word in given.parse if word.idx == mark.start())
    found = dating_of(read, word)
    assert found is not None
    if found.timex.offset is not None:
        return str(found.timex.start or "event")
    return "" if found.by == "publication" else found.timex.value or ""
