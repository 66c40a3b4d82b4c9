"""Answers of the syntax questions as words, for tests to compare."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from dateline.nlp.arguments import agent_of, patient_of
from dateline.nlp.complements import content_of
from tests import make


def words(tokens: Sequence[Token]) -> str:
    """The tokens' texts with spaces between."""
    return " ".join(token.text for token in tokens)


def agents(doc: Doc, predicate: str) -> str:
    """Who does what the word says."""
    return words(agent_of(make.token(doc, predicate)))


def patients(doc: Doc, predicate: str) -> str:
    """Whom it is done to."""
    return words(patient_of(make.token(doc, predicate)))


def contents(doc: Doc, predicate: str) -> str:
    """What clauses complete it."""
    return words(content_of(make.token(doc, predicate)))
