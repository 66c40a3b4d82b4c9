"""What a predicate stands in: the word above it, and whether it is its clause, its object, or a circumstance of it."""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from dateline.nlp.clauses import has_infinitive_marker
from dateline.nlp.relations import FINITE_TAGS, children, first_conjunct, is_verbal, relation

EmbeddingKind = Literal["finite", "infinitive", "gerund", "patient", "subject", "circumstance"]

_CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "acl"})
_OBJECTS = frozenset({"obj", "nsubj:pass"})
_PHRASES = frozenset({"obl", "nmod"})
_PREPOSITIONS = frozenset({"from", "of", "into", "about", "against", "for", "at", "on"})
"""What joins a gerund to the verb that takes it: "barred *from* entering"."""
_OF_OBJECTS = frozenset({"for", "to", "of", "on", "from", "in", "with", "at", "about"})


@dataclass(frozen=True, slots=True)
class Embedding:
    """The word above a predicate, how the predicate hangs on it, and the words that join them ("" for none)."""

    governor: Token
    kind: EmbeddingKind
    marker: str


def embedding_of(token: Token) -> Embedding | None:
    """What stands right above a predicate; a conjunct stands where its first conjunct does. None at the top."""
    first = first_conjunct(token) if token.tag_ not in FINITE_TAGS else token
    if first.dep_ == "conj" and first_conjunct(token).tag_ in FINITE_TAGS:
        first = first_conjunct(token)
    if first.dep_ == "conj":
        return None
    if first.head.i == first.i or first.dep_.startswith("acl:relcl"):
        return None
    label, marker = relation(first), marker_of_clause(first)
    if label == "acl" and not marker and first.tag_ in ("VBN", "VBG", "VBD"):
        return None
    if label in _CLAUSES:
        return Embedding(first.head, _clause_kind(first), marker)
    if label == "advcl":
        if first.tag_ == "VBG" and marker in _PREPOSITIONS:
            return Embedding(first.head, "gerund", marker)
        return Embedding(first.head, "circumstance", marker)
    if first.dep_ in _OBJECTS or (label in _PHRASES and marker in _OF_OBJECTS):
        return Embedding(first.head, "patient", marker)
    return _of_noun(first)


def _of_noun(noun: Token) -> Embedding | None:
    """What a subject is said to do or be, and what a noun before another tells of: a *merger* plan."""
    if noun.dep_ == "nsubj":
        return Embedding(noun.head, "subject" if is_verbal(noun.head) else "patient", "")
    if noun.dep_ == "compound" and noun.pos_ == noun.head.pos_ == "NOUN":
        return Embedding(noun.head, "patient", "")
    return None


def marker_of_clause(token: Token) -> str:
    """The words that join it to what is above: `that`, `to`, `because`, `in order to`."""
    words = children(token, "mark", "case", "advmod") if relation(token) == "advcl" else children(token, "mark", "case")
    own = [
        word
        for word in words
        if (word.i < token.i and word.tag_ in ("IN", "TO", "WRB", "RB")) or word.dep_ in ("mark", "case")
    ]
    return " ".join(each.lower_ for word in own for each in [word, *children(word, "fixed")])


def _clause_kind(token: Token) -> EmbeddingKind:
    if has_infinitive_marker(token) or (relation(token) == "xcomp" and token.tag_ == "VB"):
        return "infinitive"
    if token.tag_ == "VBG" and not children(token, "aux"):
        return "gerund"
    return "finite" if relation(token) != "xcomp" else "infinitive"
