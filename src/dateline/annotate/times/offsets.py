"""Lengths of time that are counted from another event: two days after the vote, the anniversary of the coup."""

from collections.abc import Iterable, Sequence
from datetime import date

from spacy.tokens import Doc, Token

from dateline.knowledge.calendar import Days, around, shifted
from dateline.model import Granularity, Offset, Span, Timex
from dateline.nlp.spans import span_of, words_of
from dateline.nlp.syntax import phrase_span, sentence_of

_SIGNS = {"after": 1, "following": 1, "before": -1, "preceding": -1, "of": 1}
_ANNIVERSARIES = frozenset({"anniversary", "centenary", "bicentenary"})
_LINKS = ("case", "mark")
_UNITS: dict[str, Granularity] = {"D": "day", "W": "week", "M": "month", "Y": "year", "Q": "quarter"}


def offset_of(parse: Doc | None, span: Span, length: str) -> Offset | None:
    """From which event a length is counted, if the words after it say so."""
    head = _event_after(parse, span) if parse is not None else None
    if head is None:
        return None
    link, event = head
    sign = "+" if _SIGNS[link.lower_] > 0 else "-"
    return Offset(_span(event), sign + length)


def days_of(parse: Doc, offset: Offset, known: Sequence[Timex]) -> Days | None:
    """The days that an offset comes to where the text dates its event: in its own words, else where it is told before."""
    sign, unit, number = offset.duration[0], offset.duration[-1], offset.duration[2:-1]
    start = _date_of(parse, offset.event, known)
    if start is None or unit not in _UNITS or not number.isdigit():
        return None
    named = _UNITS[unit]
    return around(shifted(start, named, int(sign + number)), named)


def _event_after(parse: Doc, span: Span) -> tuple[Token, Token] | None:
    """The preposition or conjunction after the words, and what it governs."""
    words = words_of(parse, span)
    place = words.end if len(words) else len(parse)
    if place >= len(parse) or parse[place].lower_ not in _SIGNS:
        return None
    link = parse[place]
    if link.lower_ == "of" and words.root.lemma_ not in _ANNIVERSARIES:
        return None
    if link.dep_ in _LINKS and link.head.i > link.i and link.sent == words.sent:
        return link, link.head
    return None


def _span(event: Token) -> Span:
    return span_of(event) if event.pos_ in ("VERB", "AUX") else span_of(phrase_span(event))


def _date_of(parse: Doc, event: Span, known: Iterable[Timex]) -> date | None:
    head = words_of(parse, event).root
    dated = [timex for timex in known if timex.start and timex.kind in ("date", "time")]
    own = [timex.start for timex in dated if event.covers(timex.span) or _hangs_on(parse, timex, head)]
    told = [timex.start for timex in reversed(dated) if timex.granularity == "day" and _tells(parse, timex, head)]
    return next(iter((*own, *told)), None)


def _hangs_on(parse: Doc, timex: Timex, head: Token) -> bool:
    return words_of(parse, timex.span).root.head == head


def _tells(parse: Doc, timex: Timex, head: Token) -> bool:
    """Whether an earlier sentence with this time speaks of such an event."""
    sentence = sentence_of(words_of(parse, timex.span).root)
    return sentence.end <= head.i and any(word.lemma_ == head.lemma_ and word.pos_ == head.pos_ for word in sentence)
