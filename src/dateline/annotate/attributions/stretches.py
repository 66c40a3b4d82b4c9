"""From words to the stretch of text between the first and the last of them."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from dateline.model import Span

_PAIRED = frozenset({")", "]"})


def stretch(words: Sequence[Token]) -> Span | None:
    """From the first word to the last, less marks and conjunctions at the ends; None where no word is left."""
    words = [word for word in words if not word.is_space]
    while words and (words[0].is_punct or words[0].dep_ == "cc" or is_that(words[0])):
        words = words[1:]
    while words and words[-1].is_punct and words[-1].text not in _PAIRED:
        words = words[:-1]
    return Span(words[0].idx, words[-1].idx + len(words[-1])) if words else None


def stretches(words: Iterable[Token]) -> list[Span]:
    """The stretch of the words as the only item of a list, or none."""
    found = stretch(sorted(words, key=lambda word: word.i))
    return [found] if found is not None else []


def is_that(word: Token) -> bool:
    """Whether it is the conjunction that only opens a content."""
    return word.dep_ == "mark" and word.lower_ == "that"


def outermost(spans: Sequence[Span]) -> list[Span]:
    """Without those that lie within another."""
    return [span for span in spans if not any(other != span and other.covers(span) for other in spans)]
