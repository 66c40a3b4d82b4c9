"""Expressions of our own with their values, and words that only look like times, read by the real language model."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dateline.annotate.times import TimeAnnotator
from dateline.config import Settings
from dateline.model import Document, Publication, Span, Timex
from dateline.pipeline import build

GOLD = Path(__file__).parents[1] / "gold"
RIGHT = 0.97
"""The least share of expressions with the right words and value, and the right event where they count from one."""

pytestmark = pytest.mark.model


def _rows(name: str) -> list[Mapping[str, str]]:
    with (GOLD / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _marked(written: str) -> tuple[str, Span]:
    """The text without its brackets, and where they stood."""
    found = re.search(r"\[(.*?)\]", written)
    assert found is not None, written
    return written.replace("[", "").replace("]", ""), Span(found.start(), found.end() - 2)


def _read(rows: Iterable[Mapping[str, str]]) -> Iterator[tuple[Mapping[str, str], Document, Span]]:
    """Each row with its document, times found, and the span in brackets."""
    texts = [(row, *_marked(row["text"])) for row in rows]
    parsed = build(Settings()).parse([Document(str(number), text) for number, (_, text, _) in enumerate(texts)])
    for document, (row, _, span) in zip(parsed, texts, strict=True):
        published = Publication(published=date.fromisoformat(row.get("published") or "2023-07-05"))
        yield row, TimeAnnotator()(replace(document, publication=published)), span


def _is_right(row: Mapping[str, str], timex: Timex | None, text: str) -> bool:
    if timex is None or timex.value != row["value"]:
        return False
    counted = (timex.offset.duration, timex.offset.event.of(text)) if timex.offset else ("", "")
    return not row["event"] or counted == (row["offset"], row["event"])


def test_expressions_have_their_words_values_and_events() -> None:
    rows = _rows("times.tsv")
    wrong = []
    for row, document, span in _read(rows):
        found = next((timex for timex in document.times or () if timex.span == span), None)
        if not _is_right(row, found, document.text):
            wrong.append((row["text"], row["value"], found))
    assert len(rows) >= 150
    assert len(wrong) <= (1 - RIGHT) * len(rows), wrong


def test_what_is_no_time_is_not_taken_for_one() -> None:
    rows = _rows("not_times.tsv")
    wrong = [
        (row["text"], timex.span.of(document.text))
        for row, document, span in _read(rows)
        for timex in document.times or ()
        if timex.span.overlaps(span)
    ]
    assert len(rows) >= 80
    assert not wrong
