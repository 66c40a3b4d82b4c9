"""The questions that rules of relations ask of a word, and where a rule does not hold."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from spacy.tokens import Token

from dateline.knowledge.relations import RelationRule
from dateline.nlp.relations import children
from dateline.nlp.syntax import (
    agent_of,
    coordinated,
    modifiers_of,
    oblique_of,
    patient_of,
    possessor_of,
    recipient_of,
    subject_of,
    tense_of,
)


def answers(questions: Sequence[str], word: Token) -> Iterator[list[Token]]:
    """What each question leads to, with its conjuncts."""
    for question in questions:
        known = _QUESTIONS.get(question)
        found = known(word) if known else oblique_of(word, question)
        yield list({each.i: each for token in found for each in coordinated(token)}.values())


def is_open(rule: RelationRule, word: Token) -> bool:
    """Whether the word tells what the rule has it tell: "join in saying" tells no bond."""
    if rule.tense and tense_of(word) != rule.tense:
        return False
    marks = (mark.lower_ for clause in children(word, "advcl", "acl") for mark in children(clause, "mark", "case"))
    return rule.without.isdisjoint(marks)


def said_of(noun: Token) -> list[Token]:
    """Whom a noun is said of: "*Iran*, a member", "*Iran* is a member", "*Kone*, now in exile"."""
    if noun.dep_ in ("appos", "nmod") and noun.head.i < noun.i:
        return [each for each in coordinated(noun.head) if each.i < noun.i][-1:]
    subjects = subject_of(noun) if children(noun, "nsubj", "cop") else []
    return [each for subject in subjects for each in coordinated(subject)]


def predicates_of(verb: Token) -> list[Token]:
    """Nouns that a verb makes its subject or object: "became *president*", "named her *minister*"."""
    return [each for each in children(verb, "xcomp", "obj", "iobj", "ccomp") if each.pos_ in ("NOUN", "PROPN")]


_QUESTIONS: Mapping[str, Callable[[Token], list[Token]]] = {
    "agent": agent_of,
    "patient": patient_of,
    "recipient": recipient_of,
    "possessor": possessor_of,
    "modifier": modifiers_of,
    "itself": said_of,
    "predicate": predicates_of,
}
