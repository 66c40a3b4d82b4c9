"""Whether an act happened, by the grammar around it and the words upon it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.coding.acts import Act
from dateline.coding.predicates import predicates
from dateline.coding.questions import Questions
from dateline.model import Evidence, Status
from dateline.nlp.embedding import Embedding, embedding_of
from dateline.nlp.relations import children, is_verbal
from dateline.nlp.spans import span_of
from dateline.nlp.syntax import (
    conditional_of,
    has_infinitive_marker,
    is_imperative,
    is_question,
    modal_of,
    modifiers_of,
    negation_of,
    still_open,
    tense_of,
)

_ORDER: tuple[Status, ...] = ("negated", "hypothetical", "possible", "planned")
_MODALS: Mapping[str, Status] = {
    "may": "possible", "might": "possible", "could": "possible", "can": "possible", "should": "possible",
    "must": "possible", "would": "hypothetical", "will": "planned", "shall": "planned",
}  # fmt: skip

_OPEN: frozenset[Status] = frozenset({"planned", "possible", "hypothetical"})
_INSTEAD = frozenset({"instead of", "rather than"})
_AWAITED = frozenset({"until", "till", "before", "once", "when", "after", "as soon as", "as long as"})
_ADVICE = frozenset({"should", "must", "ought"})
_INDEFINITE = frozenset({"a", "an", "any", "no"})
_DEEPEST = 8
"""Predicates above one another that are followed."""

Sign = tuple[Status, Token, str]
"""A status, the word that shows it, and by what: an operator, a negation, a modal."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A status with the words that gave it; `actual` has none."""

    status: Status
    cues: tuple[Evidence, ...]
    is_refusal: bool = False
    """Whether the act is denied for the future: "will not release the pilots"."""


@dataclass(frozen=True, slots=True)
class Factualities:
    """Reads statuses; `words` are adjectives and adverbs that tell one, such as "alleged" and "reportedly"."""

    words: Mapping[Status, frozenset[str]]
    questions: Questions

    def __call__(self, act: Act) -> Reading:
        """The strongest thing said against the act having happened: denied, hypothetical, possible, planned."""
        signs = list(self._signs_of_act(act))
        if act.negated:
            signs.append(("negated", act.token, "inner-negation"))
        return _strongest(signs)

    def of(self, word: Token) -> Reading:
        """The same of any predicate, a verb, noun or adjective, whether it is coded or not."""
        return _strongest([*self._signs(word), *self._modifiers(word)])

    def status_of(self, word: Token) -> Status:
        """Its status alone."""
        return self.of(word).status

    def _signs_of_act(self, act: Act) -> Iterator[Sign]:
        word = act.outermost
        if act.status is not None and act.status[0] != "actual":
            yield act.status[0], act.status[1].token, "operator"
        for each in (word, *(self.questions.support_of(word) if word.pos_ == "NOUN" else [])):
            yield from self._signs(each)
        yield from self._modifiers(act.token)

    def _signs(self, word: Token, depth: int = 0) -> Iterator[Sign]:
        """What the word's own grammar and the predicates above it say."""
        above = list(self._above(word, depth)) if depth < _DEEPEST else []
        governed = [(status, cue, rule) for status, cue, rule in above if status != "actual"]
        yield from governed
        for status, cue, rule in _grammar(word):
            implied = rule == "infinitive" or cue.lower_ == "without"
            shared = rule == "negation" and any(cue.i == other.i for _, other, _ in _grammar_above(word))
            if not (above and (implied or shared)):
                yield status, cue, rule

    def _above(self, word: Token, depth: int) -> Iterator[Sign]:
        """What follows from the predicate that a word is the content, the object or a circumstance of."""
        embedding = embedding_of(word)
        if embedding is None:
            return
        governor = embedding.governor
        signature = predicates().signature_of(governor, embedding.kind, embedding.marker)
        if signature is not None:
            chief = _chief(list(self._signs(governor, depth + 1)))
            held = chief[0] if chief else "actual"
            came = signature.content_of(held)
            yield chief if chief and came == held else (came, governor, f"predicate.{signature.id}")
        elif embedding.kind == "circumstance" and embedding.marker in _INSTEAD:
            yield "negated", governor, "instead"
        else:
            yield from _from_governor(word, embedding, list(self._signs(governor, depth + 1)))

    def _modifiers(self, token: Token) -> Iterator[Sign]:
        near = [*modifiers_of(token), *(child for child in token.children if child.pos_ == "ADV")]
        for status, words in self.words.items():
            yield from (
                (status, each, "modifier") for each in near if each.lemma_.lower() in words or each.lower_ in words
            )


def _strongest(signs: Sequence[Sign]) -> Reading:
    chief = _chief(signs)
    if chief is None:
        return Reading("actual", ())
    status, cue, rule = chief
    refused = status == "negated" and any(other == "planned" for other, *_ in signs)
    return Reading(status, (Evidence(span_of(cue), f"factuality.{rule}"),), refused)


def _chief(signs: Sequence[Sign]) -> Sign | None:
    """The first sign of the strongest status; two denials make a deed: "did not fail to help"."""
    denials = {cue.i for status, cue, rule in signs if status == "negated" and rule != "modifier"}
    order = _ORDER[1:] if len(denials) == 2 else _ORDER
    return next((sign for status in order for sign in signs if sign[0] == status), None)


def _grammar_above(word: Token) -> Iterator[Sign]:
    embedding = embedding_of(word)
    return _grammar(embedding.governor) if embedding else iter(())


def _from_governor(word: Token, embedding: Embedding, signs: Sequence[Sign]) -> Iterator[Sign]:
    """What a word takes over from one above it that says nothing of its contents."""
    chief = _chief(signs)
    if chief is None:
        return
    if embedding.kind == "circumstance" and (came := _circumstance(word, embedding.marker, chief[0])):
        yield came[0], embedding.governor, came[1]
    elif _shares(word, embedding):
        yield from (sign for sign in signs if sign[0] in _OPEN)
    elif embedding.kind == "subject" and _is_indefinite(word):
        yield from (sign for sign in signs if sign[0] == "hypothetical")


def _circumstance(word: Token, marker: str, held: Status) -> tuple[Status, str] | None:
    """The end or means of what was not done, and what something to come waits for: "will stay until it *ends*"."""
    if marker == "without" or (held == "negated" and has_infinitive_marker(word)):
        return "hypothetical", "undone"
    return ("planned", "awaited") if marker in _AWAITED and tense_of(word) == "present" else None


def _shares(word: Token, embedding: Embedding) -> bool:
    """Whether it is only as real as the verb above it: "will meet, *opening* talks", "to carry out a *blockade*"."""
    if embedding.kind == "circumstance":
        return embedding.marker in ("", "by") and word.tag_ in ("VBG", "VBN")
    return embedding.kind == "patient" and is_verbal(embedding.governor) and _is_indefinite(word)


def _is_indefinite(word: Token) -> bool:
    return word.pos_ == "NOUN" and all(each.lower_ in _INDEFINITE for each in children(word, "det", "nmod:poss"))


def _grammar(word: Token) -> Iterator[Sign]:
    if (condition := conditional_of(word)) is not None:
        yield "hypothetical", condition, "condition"
    elif (negation := negation_of(word)) is not None:
        advised = modal_of(word) in _ADVICE and tense_of(word) != "past"
        yield ("hypothetical", negation, "advice") if advised else ("negated", negation, "negation")
    if (open_yet := still_open(word)) is not None:
        yield "negated", open_yet, "undone"
    if (unspecific := _any(word)) is not None:
        yield "hypothetical", unspecific, "any"
    if word.pos_ not in ("VERB", "AUX", "ADJ"):
        return
    if (modal := modal_of(word)) is not None and modal in _MODALS:
        yield _modal_status(word, modal), word, "modal"
    elif tense_of(word) == "future":
        yield "planned", word, "future"
    elif has_infinitive_marker(word):
        yield "planned", word, "infinitive"
    elif is_imperative(word):
        yield "planned", word, "imperative"
    if is_question(word):
        yield "possible", word, "question"


def _any(word: Token) -> Token | None:
    """The "any" of what nobody says there is: "will answer *any* attack"."""
    determiners = children(word, "det") if word.pos_ == "NOUN" else []
    return next((each for each in determiners if each.lower_ == "any"), None)


def _modal_status(word: Token, modal: str) -> Status:
    """ "Would" tells the future of the past in reported speech, else a condition."""
    if modal == "would" and word.dep_ in ("ccomp", "conj", "parataxis"):
        return "planned"
    return _MODALS[modal]
