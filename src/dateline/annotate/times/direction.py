"""Whether the clause around an expression tells of the past or looks ahead."""

import re
from functools import cache

from spacy.tokens import Doc, Token

from dateline.knowledge.calendar import Direction
from dateline.knowledge.times import time_verbs
from dateline.model import Span
from dateline.nlp.spans import words_of
from dateline.nlp.syntax import governor_of, has_infinitive_marker, modal_of, tense_of

_BEFORE = 6
"""Words."""


def direction_of(parse: Doc | None, span: Span, *, in_headline: bool = False) -> Direction:
    """By the nearest verb above the words that has a tense, or is planned; headlines tell the past in the present."""
    words = words_of(parse, span) if parse is not None else None
    if not words or parse is None:
        return "none"
    if _looks_ahead().search(parse[max(0, words.start - _BEFORE) : words.start].text):
        return "future"
    if _is_term(words.root):
        return "future"
    for each in (words.root, *words.root.ancestors):
        found = _direction(each, words.root, in_headline=in_headline)
        if found is not None:
            return found
    return "none"


@cache
def _looks_ahead() -> re.Pattern[str]:
    phrases = "|".join(map(re.escape, time_verbs()["ahead"]))
    return re.compile(rf"\b(?:{phrases})(?: the)?$", re.I)


def _is_term(timex: Token) -> bool:
    """Whether it is until when something is to last or by when it is to be done: "a delay until June"."""
    return timex.head.pos_ == "NOUN" and any(child.lower_ in ("until", "till", "by") for child in timex.children)


def _direction(word: Token, timex: Token, *, in_headline: bool) -> Direction | None:
    """What one word on the way up says; None where it leaves it to the next."""
    if _is_scheduled(word):
        return "future"
    if word.pos_ not in ("VERB", "AUX") and not any(child.dep_ == "cop" for child in word.children):
        return None
    tense = tense_of(word)
    if tense in ("past", "future"):
        return "past" if tense == "past" else "future"
    if has_infinitive_marker(word):
        return None if _took_place(word) else "future"
    if modal_of(word) is not None:
        return "future"
    if tense == "present":
        return _of_present(word, timex, in_headline=in_headline)
    return None


def _is_scheduled(word: Token) -> bool:
    """Planned, expected, due; not what was planned once."""
    told = any(child.tag_ == "VBD" for child in word.children if child.dep_ in ("aux", "aux:pass", "cop"))
    is_participle = word.tag_ in ("VBN", "JJ") and word.lemma_ in time_verbs()["scheduling"]
    return is_participle and not told


def _took_place(word: Token) -> bool:
    governor = governor_of(word)
    return governor is not None and governor.lemma_ in time_verbs()["implicative"]


def _of_present(word: Token, timex: Token, *, in_headline: bool) -> Direction:
    """ "The court sits on Friday" looks ahead; a headline does not, nor does "says", nor a date further down."""
    beside = timex.head == word or timex == word
    return "future" if beside and not in_headline and word.lemma_ not in time_verbs()["telling"] else "none"
