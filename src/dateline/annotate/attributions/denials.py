"""Denials: an accused party's words are tied to what they deny."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from dateline.knowledge.cues import reporting_cues
from dateline.model import Attribution, Span
from dateline.nlp.spans import words_of

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_FAR = 3
_FARTHEST = 1000
"""Sentences and characters before a denial within which what it denies may end."""


def with_denials(found: Sequence[Attribution], doc: Doc) -> list[Attribution]:
    """The attributions, each denial with what it denies."""
    return [replace(each, denies=_denied(each, found, doc)) if _is_denial(each, doc) else each for each in found]


def _is_denial(each: Attribution, doc: Doc) -> bool:
    cue = words_of(doc, each.cue) if each.cue is not None else ()
    return any(word.lemma_.lower() in reporting_cues()["denial"] for word in cue)


def _denied(denial: Attribution, found: Sequence[Attribution], doc: Doc) -> Span:
    """What another source has said shortly before and the denial takes up, else the denial's own content."""
    start = denial.cue.start if denial.cue else denial.content.start
    earlier = [each for each in found if _is_earlier(each, denial, start, doc)]
    content = words_of(doc, denial.content)
    lemmas = {word.lemma_.lower() for word in content if word.pos_ in _CONTENT}
    takes_up = _refers_back(list(content))
    told = [each for each in earlier if takes_up or lemmas & _lemmas(doc, each.content)]
    nearest = max(told, key=lambda each: (each.content.end, len(each.content)), default=None)
    return nearest.content if nearest is not None else denial.content


def _is_earlier(each: Attribution, denial: Attribution, start: int, doc: Doc) -> bool:
    if not start - _FARTHEST <= each.content.end <= start or each.content.overlaps(denial.content):
        return False
    if each.head is not None and denial.head is not None and each.head == denial.head:
        return False
    between = doc.char_span(each.content.end - 1, start + 1, alignment_mode="expand")
    return between is not None and sum(bool(word.is_sent_start) for word in between) <= _FAR


def _refers_back(words: Sequence[Token]) -> bool:
    """Whether it names no more than that something was said: "the charge", "it", "any involvement"."""
    named = [word for word in words if word.pos_ in ("NOUN", "PROPN", "PRON", "VERB")]
    return bool(named) and all(word.lemma_.lower() in reporting_cues()["response"] for word in named)


def _lemmas(doc: Doc, span: Span) -> set[str]:
    return {word.lemma_.lower() for word in words_of(doc, span) if word.pos_ in _CONTENT}
