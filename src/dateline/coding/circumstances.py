"""Where and according to whom: the document's layers around a trigger."""

from collections.abc import Sequence
from datetime import date, timedelta

from spacy.tokens import Token

from dateline.model import Attribution, Document, Place, Timex
from dateline.nlp.spans import head_of, span_of
from dateline.nlp.syntax import patient_of, sentence_of

_LOCATIVE = frozenset(["in", "at", "near", "around", "outside", "inside", "across", "along", "off", "throughout"])
_DIRECTED = frozenset(["of", "on", "from", "to", "toward", "towards", "into", "over", "through"])
HISTORICAL = timedelta(days=31)


def is_historical(timex: Timex | None, published: date | None) -> bool:
    """Whether it ended more than a month before publication."""
    return timex is not None and timex.end is not None and published is not None and published - timex.end > HISTORICAL


def location_of(document: Document, token: Token) -> Place | None:
    """The place that the trigger's own words name, else one that the sentence names as a scene."""
    sentence = span_of(sentence_of(token))
    here = [place for place in document.places or () if sentence.covers(place.span)]
    own = [place for place in here if _is_own(_standing(head_of(token.doc, place.span)), token)]
    scenes = [place for place in here if _cases(_standing(head_of(token.doc, place.span))) & _LOCATIVE]
    ranked = sorted(own, key=lambda place: abs(place.span.start - token.idx)) or _nearest(scenes, token)
    return ranked[0] if ranked else None


def _nearest(places: Sequence[Place], token: Token) -> list[Place]:
    return sorted(
        places, key=lambda place: (_steps(head_of(token.doc, place.span), token), abs(place.span.start - token.idx))
    )


def _standing(place: Token) -> Token:
    """The noun through which a place stands in the clause: *port* in "in the port of Odesa"."""
    while "of" in _cases(place) and place.dep_ == "nmod":
        place = place.head
    return place


def _is_own(head: Token, token: Token) -> bool:
    """Whether a place hangs on the trigger as its scene, its goal, or the thing it is done to."""
    goals = patient_of(token)
    if head in goals:
        return True
    under = token in (head.head, head.head.head) or head.head in goals
    return under and bool(_cases(head) & (_LOCATIVE | _DIRECTED))


def _cases(token: Token) -> set[str]:
    return {child.lower_ for child in token.children if child.dep_ == "case"}


def attributions_of(document: Document, token: Token) -> tuple[Attribution, ...]:
    """The chain of voices around the trigger, the outermost first; then those who deny it."""
    span, known = span_of(token), document.attributions or ()
    telling = [each for each in known if each.content.covers(span)]
    denying = [each for each in known if each.denies and each.denies.covers(span) and each not in telling]
    return (*sorted(telling, key=lambda each: -len(each.content)), *denying)


def _steps(one: Token, other: Token) -> int:
    """How many arcs of the tree lie between two words; many where no arc joins their sentences."""
    first = [one, *one.ancestors]
    second = {each.i: depth for depth, each in enumerate([other, *other.ancestors])}
    return next((depth + second[each.i] for depth, each in enumerate(first) if each.i in second), len(one.doc))
