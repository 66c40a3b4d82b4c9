"""Text with marks on its words, from offsets; the one place where text of others becomes markup."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from dateline.model import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a layer, what it is in words, and the event that it belongs to."""

    span: Span
    layer: str
    label: str = ""
    event: str = ""


def marked(text: str, marks: Iterable[Mark], within: Span | None = None) -> Markup:
    """The text, or a stretch of it, in `<mark>` elements that never overlap: each piece carries all the marks that lie on it."""
    whole = Span(0, len(text)) if within is None else within
    present = [mark for mark in marks if mark.span.overlaps(whole)]
    return Markup("").join(_piece(text, piece, present) for piece in _pieces(whole, present))


def _pieces(whole: Span, marks: Sequence[Mark]) -> Iterator[Span]:
    """Stretches in which the same marks lie."""
    ends = {end for mark in marks for end in (mark.span.start, mark.span.end) if whole.start < end < whole.end}
    borders = sorted({whole.start, *ends, whole.end})
    return (Span(start, end) for start, end in pairwise(borders))


def _piece(text: str, piece: Span, marks: Sequence[Mark]) -> Markup:
    here = [mark for mark in marks if mark.span.covers(piece)]
    if not here:
        return Markup("{}").format(piece.of(text))
    layers = " ".join(sorted({mark.layer for mark in here}))
    labels = "; ".join(dict.fromkeys(mark.label for mark in here if mark.label))
    events = " ".join(sorted({mark.event for mark in here if mark.event}))
    return Markup('<mark class="{}"{}{}>{}</mark>').format(
        layers, _attribute("title", labels), _attribute("data-of", events), piece.of(text)
    )


def _attribute(name: str, value: str) -> Markup:
    return Markup(' {}="{}"').format(name, value) if value else Markup("")
