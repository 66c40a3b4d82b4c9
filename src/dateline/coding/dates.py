"""When an event took place: by the time in its own clause, its sentence, the narrative so far, or the publication."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from dateline.knowledge.times import time_verbs
from dateline.model import Document, Span, Timex
from dateline.nlp.clauses import auxiliaries_of
from dateline.nlp.relations import children, is_predicate, is_verbal, relation, upward
from dateline.nlp.spans import span_of, words_of
from dateline.nlp.syntax import sentence_of, tense_of

DatedBy = Literal["clause", "sentence", "narrative", "publication"]
PUBLICATION = "publication-date"
FARTHEST = 3
"""Sentences back in which the narrative is sought."""

_SCENES = frozenset(
    {"in", "at", "on", "during", "over", "after", "before", "by", "since", "until", "for", "through", "around"}
)
_COARSE = frozenset({"year", "decade", "century", "quarter"})
_RELATIVE = ("acl", "acl:relcl")
_OWN_TIME = frozenset({"ccomp", "parataxis", "conj", "csubj"})
"""Clauses whose time is not that of the clause above."""


class _Reach(IntEnum):
    """How far a time stands from an event: in its clause, on a noun's way to it, or farther off in its sentence."""

    OWN = 0
    NEAR = 1
    NOUN = 2
    SENTENCE = 3
    BELOW = 4


@dataclass(frozen=True, slots=True)
class Dating:
    """The time of an event, and how it came to it."""

    timex: Timex
    by: DatedBy


def dating_of(document: Document, token: Token) -> Dating | None:
    """The time of the event that a word tells; None where neither the text nor a publication date gives one."""
    ranked = sorted(_candidates(document, token), key=lambda each: (each[0], abs(each[1].span.start - token.idx)))
    if ranked:
        (distance, timex) = ranked[0]
        return Dating(timex, "clause" if distance < _Reach.SENTENCE else "sentence")
    told = _narrated(document, token)
    if told is not None:
        return Dating(told, "narrative")
    published = _published(document, token)
    return Dating(published, "publication") if published else None


def _candidates(document: Document, token: Token) -> Iterator[tuple[_Reach, Timex]]:
    sentence = sentence_of(token)
    for timex in _dates_in(document, sentence):
        reach = _reach(_holder(token.doc, timex), token, timex)
        if reach is not None:
            yield reach, timex


def _dates_in(document: Document, sentence: Words) -> list[Timex]:
    """The times in a sentence that are some day, week or year; not lengths, and not "now" or "every Friday"."""
    span = span_of(sentence)
    return [timex for timex in document.times or () if span.covers(timex.span) and _is_date(timex)]


def _is_date(timex: Timex) -> bool:
    if timex.kind == "duration":
        return timex.start is not None or timex.offset is not None
    return timex.kind != "set" and timex.granularity != "none" and (timex.value or "") != "PAST_REF"


def _holder(doc: Doc, timex: Timex) -> Token:
    """The head of a time's words, or of the verb of speech that it follows at once: "said Tuesday the rebels had"."""
    words = words_of(doc, timex.span)
    start = words.start - 1 if words.start and doc[words.start - 1].dep_ == "case" else words.start
    verb, root = doc[start - 1] if start else None, words.root
    if verb is None or not is_verbal(verb) or verb.lemma_ not in time_verbs()["telling"]:
        return root
    return root if root.head == verb or root.head.i > root.i else verb


def _reach(holder: Token, token: Token, timex: Timex) -> _Reach | None:
    """How far a time is from the event's word; None where it is not the event's."""
    path = list(upward(holder))
    if token in path:
        return _reach_below(path[: path.index(token)], token, timex)
    line = list(upward(token))
    meeting = next((each for each in line if each in path), None)
    if meeting is None:
        return None
    between = path[: path.index(meeting)]
    if any(is_predicate(each) and each != holder for each in between) or _is_bound(between, meeting, timex):
        return None
    follows = timex.span.start > token.idx and len(between) == 1
    return _reach_above(line[: line.index(meeting)], meeting, follows=follows)


def _reach_below(between: Sequence[Token], token: Token, timex: Timex) -> _Reach | None:
    """For a time below the event's word: its own, a noun's, or that of a clause below."""
    clauses = [each for each in between if is_verbal(each)]
    if any(each.dep_ in _RELATIVE and not _goes_along(each, token) for each in clauses):
        return None
    if clauses:
        top = clauses[-1]
        return None if relation(top) in _OWN_TIME or _is_wanted(top, token) else _Reach.BELOW
    if _is_bound(between, token, timex):
        return None
    return _Reach.OWN if len(between) <= 1 else _Reach.NEAR


def _is_wanted(clause: Token, token: Token) -> bool:
    """Whether a clause is what somebody agreed or vowed to do, and so is to come when that was said."""
    return relation(clause) == "xcomp" and token.lemma_ not in time_verbs()["implicative"]


def _goes_along(clause: Token, token: Token) -> bool:
    """Whether a participle on the subject tells what went on at the time: "the envoy, speaking on Monday, accused ..."."""
    return clause.tag_ == "VBG" and relation(clause.head) == "nsubj" and clause.head.head == token


def _reach_above(line: Sequence[Token], above: Token, *, follows: bool) -> _Reach | None:
    """For a time on a word above: of the event's noun's verb, or of a clause above that shares its date.

    Speech and courts keep theirs, but for one that `follows` the deed: "convicted of killing him in 2015".
    """
    links = [each for each in line if each.dep_ != "conj"]
    if any(each.dep_ in _RELATIVE for each in links if is_verbal(each)):
        return None
    has_clause = any(is_verbal(each) for each in line)
    if links and (_keeps_its_date(above, links[-1]) or any(map(_is_reason, links))):
        return _Reach.NEAR if follows and has_clause else None
    return _Reach.SENTENCE if has_clause else _Reach.NOUN


def _is_reason(clause: Token) -> bool:
    """Whether it tells what something was done for, and so was done before: "went on trial for ordering"."""
    return clause.tag_ == "VBG" and any(child.lower_ == "for" for child in children(clause, "mark", "case"))


def _keeps_its_date(above: Token, below: Token) -> bool:
    """Whether the word above speaks of what stands below, or answers it: "arrested for the attack", not "held talks"."""
    if not is_verbal(above):
        return False
    verbs = time_verbs()
    answers = above.lemma_ in verbs["punishing"] and (is_verbal(below) or bool({"for", "over"} & _cases(below)))
    return answers or above.lemma_ in verbs["telling"] | verbs["judging"]


def _cases(word: Token) -> set[str]:
    return {child.lower_ for child in children(word, "case")}


def _not_lending() -> frozenset[str]:
    verbs = time_verbs()
    return verbs["telling"] | verbs["judging"] | verbs["punishing"]


def _is_bound(between: Sequence[Token], above: Token, timex: Timex) -> bool:
    """Whether a time belongs to a noun on the way, and not to what happens to it: "the 2015 accord", "the deal of 2013"."""
    if len(between) < 2:
        return False
    date, noun = between[0], between[1]
    if is_predicate(noun):
        return False
    if noun.i < date.i:
        return "of" in _cases(date)
    scene = relation(noun) == "obl" and bool(_SCENES & _cases(noun))
    return not scene and (timex.granularity in _COARSE or above.lemma_ in _not_lending() or relation(noun) != "obj")


def _narrated(document: Document, token: Token) -> Timex | None:
    """The time that the sentences before tell of, for what is told in the simple past."""
    clause = next((each for each in upward(token) if is_verbal(each)), None)
    if clause is None or not _is_simple_past(clause) or _is_reported(token):
        return None
    for sentence in _sentences_before(token):
        root = sentence.root
        if not _is_simple_past(root):
            return None
        if root.lemma_ not in time_verbs()["telling"] | time_verbs()["judging"] and (
            told := _main_time(document, root)
        ):
            return told
    return None


def _main_time(document: Document, root: Token) -> Timex | None:
    """The time of a sentence's main clause, or of the last conjunct that has one."""
    found = [
        timex for timex in _dates_in(document, sentence_of(root))
        if timex.start and _reach(_holder(root.doc, timex), root, timex) in (_Reach.OWN, _Reach.NEAR, _Reach.NOUN)
    ]  # fmt: skip
    return found[-1] if found else None


def _sentences_before(token: Token) -> list[Words]:
    """The nearest first."""
    found: list[Words] = []
    start = token.sent.start
    while start > 0 and len(found) < FARTHEST:
        sentence = token.doc[start - 1].sent
        start = sentence.start
        if sentence.text.strip():
            found.append(sentence)
    return found


def _is_simple_past(verb: Token) -> bool:
    has_perfect = any(each.lemma_ == "have" for each in auxiliaries_of(verb))
    return tense_of(verb) == "past" and not has_perfect


def _is_reported(token: Token) -> bool:
    """Whether it is told in the words of somebody: the clauses of "said", "was convicted of"."""
    above = [each for each in token.ancestors if is_verbal(each)]
    return any(each.lemma_ in _not_lending() for each in above)


def _published(document: Document, token: Token) -> Timex | None:
    """The day of publication, else that of the dateline; an empty span before the word stands for what is not there."""
    nowhere = Span(token.idx, token.idx)
    day = document.publication.published
    if day is not None:
        return Timex(nowhere, day, day, "day", PUBLICATION, "publication", day.isoformat())
    line = next((section.span for section in document.sections or () if section.kind == "dateline"), None)
    told = [timex for timex in document.times or () if line and line.covers(timex.span) and timex.start]
    return Timex(nowhere, told[0].start, told[0].end, "day", PUBLICATION, "dateline", told[0].value) if told else None
