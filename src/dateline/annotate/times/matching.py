"""Where the rules match: only around words that times are made of, the longest match first, and outside names."""

import re
from collections.abc import Iterator, Mapping, Sequence
from re import Match

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from dateline.knowledge.times import TimeRule, rules_by_cue, time_rules
from dateline.model import Section, Span
from dateline.nlp.spans import words_of

Found = tuple[TimeRule, Match[str]]

_WORD = re.compile(r"[^\W\d_]+|\d+")
_REACH = 48
"""Characters around a cue in which its expression is sought; longer ones have several cues."""
_YEAR = 4
"""Figures of a year."""
_BEFORE = 24
"""Characters before an expression that a rule may ask about."""
_NOBODY = frozenset({"weekday", "holiday", "nearby"})
"""Values of words that are nobody's name, whatever the language model says."""
_WRITTEN_SMALL = frozenset({"nearby", "often", "present", "past", "future", "twilight", "named-hour"})
"""Values of words that have no capital of their own."""
_NAME_LINKS = ("compound", "flat", "amod")


def matches(text: str, parse: Doc | None, sections: Sequence[Section]) -> list[Found]:
    """Matches that do not overlap, in order of the text: by their claim, then by the order of the rules."""
    windows = _windows(text)
    every = [
        found for rule in time_rules() for start, end in windows.get(rule.id, ())
        for found in _matches_of(rule, text, start, end)
    ]  # fmt: skip
    kept: list[Found] = []
    for rule, match in sorted(every, key=_claim):
        apart = all(match.end() <= other.start() or other.end() <= match.start() for _, other in kept)
        if apart and _stands(rule, match, parse) and _is_in_one(sections, match):
            kept.append((rule, match))
    return sorted(kept, key=lambda found: found[1].start())


def _claim(found: Found) -> tuple[int, bool]:
    """The longest first; of equals, a rule that asks what stands before the words."""
    rule, match = found
    return match.start() - match.end(), rule.preceded is None


def _windows(text: str) -> Mapping[str, list[tuple[int, int]]]:
    """For each rule, the stretches around its cues, joined where they meet."""
    known = rules_by_cue()
    found: dict[str, list[tuple[int, int]]] = {}
    for word in _WORD.finditer(text):
        for cue in _cues(word.group()):
            for rule in known.get(cue, ()):
                _join(found.setdefault(rule.id, []), word.start() - _REACH, word.end() + _REACH)
    return found


def _cues(word: str) -> tuple[str, ...]:
    if not word[0].isdigit():
        return (word.lower(),)
    return ("{figure}", "{year}") if len(word) == _YEAR else ("{figure}",)


def _join(windows: list[tuple[int, int]], start: int, end: int) -> None:
    if windows and start <= windows[-1][1]:
        windows[-1] = windows[-1][0], end
    else:
        windows.append((start, end))


def _matches_of(rule: TimeRule, text: str, start: int, end: int) -> Iterator[Found]:
    """Matches in a stretch; one that reaches its end may go on beyond it, and is no match here."""
    for match in rule.pattern.finditer(text, max(0, start), end):
        if match.end() > match.start() and (match.end() < end or end >= len(text)) and _follows(rule, match, text):
            yield rule, match


def _follows(rule: TimeRule, match: Match[str], text: str) -> bool:
    """Whether the words before are those that the rule asks for, and its capital is one."""
    if rule.cased is not None and not match.group(rule.cased)[0].isupper():
        return False
    return rule.preceded is None or bool(rule.preceded.search(text[max(0, match.start() - _BEFORE) : match.start()]))


def _stands(rule: TimeRule, match: Match[str], parse: Doc | None) -> bool:
    """Whether the parse, if there is one, has these words as no name, no count, and of the rule's part of speech."""
    words = words_of(parse, Span(match.start(), match.end())) if parse is not None else None
    if not words:
        return True
    if rule.tags is not None and words[-1].pos_ not in rule.tags:
        return False
    head = words.root
    is_person = rule.value not in _NOBODY and any(word.ent_type_ == "PER" for word in words)
    return not (
        is_person
        or _is_title(rule, words)
        or _is_part_of_name(words)
        or _is_in_name(head, match)
        or _counts(head, match)
    )


def _is_title(rule: TimeRule, words: Words) -> bool:
    """Whether a word that is written small has a capital inside a sentence: the Today programme."""
    if rule.value not in _WRITTEN_SMALL or not words[0].is_title or words.start == words.sent.start:
        return False
    before = words.doc[words.start - 1]
    return before.is_lower or (before.pos_ == "DET" and before.i == words.sent.start)


def _is_part_of_name(words: Words) -> bool:
    """Whether a longer name has them: the Sunday Times."""
    return any(
        name.start < words.end and words.start < name.end and (name.start < words.start or words.end < name.end)
        for name in words.sent.ents
    )


def _is_in_name(head: Token, match: Match[str]) -> bool:
    """Whether a capitalised neighbour makes a name of it: the Friday Mosque, Black September, the Arab Spring."""
    if not any(word[0].isupper() for word in match.group().split()):
        return False
    follows = head.dep_ in _NAME_LINKS and head.head.idx >= match.end() and _is_name(head.head)
    precedes = any(_names(child) for child in head.children if child.idx < match.start())
    return follows or precedes


def _is_name(word: Token) -> bool:
    """Whether it is a proper noun, or has a capital in a sentence that is not all capitals, as headlines are."""
    in_running = any(each.is_lower and each.pos_ in ("NOUN", "VERB") for each in word.sent)
    return word.pos_ == "PROPN" or (word.is_title and in_running)


def _names(child: Token) -> bool:
    return child.dep_ in _NAME_LINKS and child.text[0].isupper() and child.text[0].isalpha()


def _counts(head: Token, match: Match[str]) -> bool:
    """Whether figures that could be a year count things: "an army of 1950 soldiers"."""
    if not match.group().isdigit() or head.dep_ not in ("nummod", "compound") or head.head.i <= head.i:
        return False
    determined = any(child.dep_ in ("det", "nmod:poss") and child.i < head.i for child in head.head.children)
    return head.head.tag_ == "NNS" and not determined


def _is_in_one(sections: Sequence[Section], match: Match[str]) -> bool:
    """Whether no end of a section lies inside."""
    return not any(match.start() < section.span.end < match.end() for section in sections)
