"""Who speaks in a quotation: the subject of the verb of saying beside it, else the last speaker of the paragraph."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from dateline.annotate.chains.items import Item, offsets_of
from dateline.annotate.chains.links import Links
from dateline.knowledge.cues import reporting_verbs
from dateline.model import Span

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_NAMES = frozenset({"appos", "flat"})
_GOES_ON = ",?!—–-"
_REACH = 12
"""Words between a quotation and the verb that reports it."""


def speakers_of(links: Links, quotes: Sequence[Span]) -> list[Item | None]:
    """The speaker of each quotation, None where nobody is shown."""
    text, offsets = links.document.text, offsets_of(links.doc)
    found: list[Item | None] = []
    for number, quote in enumerate(quotes):
        goes_on = number > 0 and "\n" not in text[quotes[number - 1].end : quote.start]
        first, end = bisect_left(offsets, quote.start), bisect_left(offsets, quote.end)
        sides = (_before(links.doc, first), _after(links.doc, end))
        marks = text[quote.end - 1 : quote.end + 2]
        likelier_first = reversed(sides) if any(mark in marks for mark in _GOES_ON) else sides
        own = next(filter(None, (_speaker(links, side) for side in likelier_first)), None)
        found.append(own or (found[-1] if goes_on else None))
    return found


def _after(doc: Doc, first: int) -> Iterator[Token]:
    """The words from one on, to the end of the sentence."""
    for place in range(first, min(first + _REACH, len(doc))):
        if "\n" in doc[place].text or (doc[place].text == "." and place > first + 1):
            return
        yield doc[place]


def _before(doc: Doc, end: int) -> Iterator[Token]:
    """The words before one, the nearest first, to the beginning of the sentence."""
    for place in range(end - 1, max(end - 1 - _REACH, -1), -1):
        if "\n" in doc[place].text or (doc[place].text == "." and place < end - 1):
            return
        yield doc[place]


def _speaker(links: Links, words: Iterator[Token]) -> Item | None:
    cues = reporting_verbs()
    verb = next((word for word in words if word.pos_ == "VERB" and word.lemma_.lower() in cues), None)
    subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None) if verb is not None else None
    return _item_at(links, subject) if subject is not None else None


def _item_at(links: Links, word: Token) -> Item | None:
    """The item that the word heads, alone or as the title of a name."""
    named = (links.by_place.get(child.i) for child in word.children if child.dep_ in _NAMES)
    return links.by_place.get(word.i) or next(filter(None, named), None)
