"""When and according to whom: the document's layers around a trigger."""

from datetime import date, timedelta

from spacy.tokens import Token

from dateline.model import Attribution, Document, Span, Timex
from dateline.nlp.spans import head_of, span_of
from dateline.nlp.syntax import sentence_of

HISTORICAL = timedelta(days=31)


def date_of(document: Document, token: Token) -> Timex | None:
    """The time expression nearest in the clause, else in the sentence, else the publication date."""
    sentence = span_of(sentence_of(token))
    within = [timex for timex in document.times or () if sentence.covers(timex.span)]
    doc = token.doc
    ranked = [(_steps(head_of(doc, timex.span), token), abs(timex.span.start - token.idx), timex) for timex in within]
    if ranked:
        return min(ranked, key=lambda each: each[:2])[2]
    return _published(document.publication.published, token)


def _published(day: date | None, token: Token) -> Timex | None:
    """An empty span before the trigger stands for words that are not there."""
    nowhere = Span(token.idx, token.idx)
    return Timex(nowhere, day, day, "day", "publication-date", "publication") if day else None


def is_historical(timex: Timex | None, published: date | None) -> bool:
    """Whether it ended more than a month before publication."""
    return timex is not None and timex.end is not None and published is not None and published - timex.end > HISTORICAL


def attributions_of(document: Document, token: Token) -> tuple[Attribution, ...]:
    """Those who answer for the words around the trigger."""
    span = span_of(token)
    return tuple(each for each in document.attributions or () if each.content.covers(span))


def _steps(one: Token, other: Token) -> int:
    """How many arcs of the tree lie between two words; many where no arc joins their sentences."""
    first = [one, *one.ancestors]
    second = {each.i: depth for depth, each in enumerate([other, *other.ancestors])}
    return next((depth + second[each.i] for depth, each in enumerate(first) if each.i in second), len(one.doc))
