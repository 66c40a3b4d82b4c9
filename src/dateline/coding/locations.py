"""Where an event was: its own clause says so, else its sentence, the scene set before it, or the dateline."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from dateline.knowledge.place_kinds import kind_after
from dateline.model import Document, Place, Section
from dateline.nlp.spans import head_of, span_of
from dateline.nlp.syntax import patient_of, sentence_of

_LOCATIVE = frozenset(["in", "at", "near", "around", "outside", "inside", "across", "along", "off", "throughout"])
_DIRECTED = frozenset(["of", "on", "from", "to", "toward", "towards", "into", "over", "through"])
_CITY, _CLOSE = 4, 60
"""The resolution of a town, and the characters within which a finer place belongs to a coarser one."""

Basis = Literal["clause", "sentence", "scene", "dateline"]


@dataclass(frozen=True, slots=True)
class Locating:
    """The place of an event, and what says that it is."""

    place: Place
    by: Basis


def locating_of(document: Document, token: Token, *, verbal: bool) -> Locating | None:
    """The place that a trigger's clause gives, else its sentence, the scene or the dateline; None where none does.

    What a verbal act is done to is no place: who condemns Greece need not be there.
    """
    sentence = sentence_of(token)
    here = [place for place in document.places or () if span_of(sentence).covers(place.span)]
    told = [place for place in here if not _is_of_report(document, place, token)]
    own = [place for place in told if _is_own(_head(token, place), token, verbal)]
    if own:
        nearest = min(own, key=lambda place: abs(place.span.start - token.idx))
        return Locating(_finest(nearest, told), "clause")
    if scenes := _nearest([place for place in told if _is_scene(place, token)], token):
        return Locating(scenes[0], "sentence")
    return _from_before(document, token, here)


def _from_before(document: Document, token: Token, here: Sequence[Place]) -> Locating | None:
    """The scene that the paragraph has set, or in the lead the dateline, where the sentence names no other country."""
    section = _section(document, token)
    if section is None:
        return None
    scene = None if here else _scene(document, token, section)
    if scene is not None:
        return Locating(scene, "scene")
    place = _dateline(document) if section.kind in ("lead", "dateline") else None
    others = [each for each in here if place is None or each.span != place.span]
    if place is None or any(each.country != place.country for each in others):
        return None
    return Locating(place, "dateline")


def _scene(document: Document, token: Token, section: Section) -> Place | None:
    """The one town or spot where something was in the sentence before, in the same paragraph and at the same time."""
    sentence = sentence_of(token)
    if sentence.start == 0 or any(span_of(sentence).covers(timex.span) for timex in document.times or ()):
        return None
    before = span_of(token.doc[sentence.start - 1].sent)
    if not section.span.covers(before):
        return None
    towns = [place for place in document.places or () if before.covers(place.span) and place.resolution >= _CITY]
    return towns[0] if len({place.name for place in towns}) == 1 and _is_scene(towns[0], token) else None


def _dateline(document: Document) -> Place | None:
    spans = [section.span for section in document.sections or () if section.kind == "dateline"]
    inside = [place for place in document.places or () if any(span.covers(place.span) for span in spans)]
    return max(inside, key=lambda place: place.resolution, default=None)


def _section(document: Document, token: Token) -> Section | None:
    word = span_of(token)
    return next((each for each in document.sections or () if each.span.covers(word)), None)


def _is_of_report(document: Document, place: Place, token: Token) -> bool:
    """`told reporters in Geneva that rebels had struck`: where something was said is not where it was."""
    word = span_of(token)
    if not _cases(_head(token, place)) & _LOCATIVE:
        return False
    said = (each for each in document.attributions or () if each.cue is not None and each.content.covers(word))
    return any(not each.content.covers(place.span) and not each.content.covers(each.cue or word) for each in said)


def _finest(place: Place, others: Sequence[Place]) -> Place:
    """The town where the clause gives its country too: `in the Afghan province of Kunduz, in Imam Sahib`."""
    near = [
        each for each in others if abs(each.span.start - place.span.start) < _CLOSE and each.country == place.country
    ]
    plain = [each for each in near if each.rule not in ("place.in-name", "place.adjective")]
    heads = [each for each in plain if each.resolution > place.resolution >= 2 and each.span.start > place.span.start]
    return heads[0] if heads and place.country is not None else place


def _nearest(places: Sequence[Place], token: Token) -> list[Place]:
    return sorted(
        places, key=lambda place: (_steps(head_of(token.doc, place.span), token), abs(place.span.start - token.idx))
    )


def _is_scene(place: Place, token: Token) -> bool:
    return bool(_cases(_head(token, place)) & _LOCATIVE)


def _head(token: Token, place: Place) -> Token:
    """The noun through which a place stands in the clause: *port* in "the port of Odesa", *region* in "the Diffa region"."""
    word = head_of(token.doc, place.span)
    while _is_kind_of(word) or ("of" in _cases(word) and word.dep_ == "nmod"):
        word = word.head
    return word


def _is_kind_of(word: Token) -> bool:
    return word.dep_ == "compound" and word.head.i > word.i and kind_after(word.head.text) is not None


def _is_own(head: Token, token: Token, verbal: bool) -> bool:
    """Whether a place hangs on the trigger as its scene, its goal, or the thing it is done to."""
    goals = patient_of(token)
    if head in goals:
        return not verbal
    under = token in (head.head, head.head.head) or head.head in goals
    return under and bool(_cases(head) & (_LOCATIVE | _DIRECTED))


def _cases(token: Token) -> set[str]:
    return {child.lower_ for child in token.children if child.dep_ == "case"}


def _steps(one: Token, other: Token) -> int:
    """How many arcs of the tree lie between two words; many where no arc joins their sentences."""
    first = [one, *one.ancestors]
    second = {each.i: depth for depth, each in enumerate([other, *other.ancestors])}
    return next((depth + second[each.i] for depth, each in enumerate(first) if each.i in second), len(one.doc))
