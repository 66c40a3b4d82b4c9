"""Whether an act happened, by the grammar around it and the words upon it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.coding.acts import Act
from dateline.coding.questions import Questions
from dateline.model import Evidence, Status
from dateline.nlp.spans import span_of
from dateline.nlp.syntax import (
    conditional_of,
    has_infinitive_marker,
    is_question,
    modal_of,
    modifiers_of,
    negation_of,
    tense_of,
)

_ORDER: tuple[Status, ...] = ("negated", "hypothetical", "possible", "planned")
_MODALS: Mapping[str, Status] = {
    "may": "possible", "might": "possible", "could": "possible", "can": "possible", "should": "possible",
    "must": "possible", "would": "hypothetical", "will": "planned", "shall": "planned",
}  # fmt: skip

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
        found: dict[Status, Evidence] = {}
        signs = list(self._signs(act))
        for status, cue, rule in signs:
            found.setdefault(status, Evidence(span_of(cue), f"factuality.{rule}"))
        if act.negated:
            found.setdefault("negated", Evidence(span_of(act.token), "factuality.inner-negation"))
        if _denials(signs) + act.negated == 2:
            del found["negated"]
        refused = "negated" in found and "planned" in found
        readings = (Reading(status, (found[status],), refused) for status in _ORDER if status in found)
        strongest = next(readings, None)
        return strongest or Reading("actual", ())

    def _signs(self, act: Act) -> Iterator[Sign]:
        word = act.outermost
        if act.status is not None and act.status[0] != "actual":
            yield act.status[0], act.status[1].token, "operator"
        for each in (word, *(self.questions.support_of(word) if word.pos_ == "NOUN" else [])):
            yield from _grammar(each)
        yield from self._modifiers(act.token)

    def _modifiers(self, token: Token) -> Iterator[Sign]:
        near = [*modifiers_of(token), *(child for child in token.children if child.pos_ == "ADV")]
        for status, words in self.words.items():
            yield from (
                (status, each, "modifier") for each in near if each.lemma_.lower() in words or each.lower_ in words
            )


def _denials(signs: Iterable[Sign]) -> int:
    """How often an act is denied: two denials make a deed, "did not fail to help"."""
    return len({rule for status, _, rule in signs if status == "negated" and rule != "modifier"})


def _grammar(word: Token) -> Iterator[Sign]:
    if (negation := negation_of(word)) is not None:
        yield "negated", negation, "negation"
    if (condition := conditional_of(word)) is not None:
        yield "hypothetical", condition, "condition"
    if word.pos_ not in ("VERB", "AUX", "ADJ"):
        return
    if (modal := modal_of(word)) is not None and modal in _MODALS:
        yield _modal_status(word, modal), word, "modal"
    elif tense_of(word) == "future":
        yield "planned", word, "future"
    elif has_infinitive_marker(word):
        yield "planned", word, "infinitive"
    if is_question(word):
        yield "possible", word, "question"


def _modal_status(word: Token, modal: str) -> Status:
    """ "Would" tells the future of the past in reported speech, else a condition."""
    if modal == "would" and word.dep_ in ("ccomp", "conj", "parataxis"):
        return "planned"
    return _MODALS[modal]
