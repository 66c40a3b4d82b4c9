"""The sentence of a record with its marks, whose offsets count in the document."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from dateline.model import Span
from dateline.web.marks import Record
from dateline.web.spans import Mark, marked


def sentence_of(record: Record, marks: Iterable[Mark]) -> Markup:
    """What of the marks lies in the sentence."""
    sentence = record["sentence"]
    start, end = sentence["span"]
    return marked(sentence["text"], _moved(marks, start, end))


def _moved(marks: Iterable[Mark], start: int, end: int) -> Iterator[Mark]:
    for mark in marks:
        first, last = max(mark.span.start, start) - start, min(mark.span.end, end) - start
        if 0 <= first < last:
            yield Mark(Span(first, last), mark.layer, mark.label, mark.event)
