"""The questions that rules may ask, by the names that rules have for them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.nlp.syntax import (
    agent_of,
    content_of,
    coordinated,
    has_infinitive_marker,
    modifiers_of,
    obliged_of,
    oblique_of,
    patient_of,
    possessor_of,
    recipient_of,
    scene_of,
)
from dateline.resources.rules import Path


def infinitive_of(predicate: Token) -> list[Token]:
    """Heads of the infinitives that a predicate takes: "told the rebels to *leave*"."""
    return [clause for clause in content_of(predicate) if has_infinitive_marker(clause)]


def purpose_of(predicate: Token) -> list[Token]:
    """Heads of infinitives that say what for: "signed a pact to *end* the war"."""
    return [child for child in predicate.children if child.dep_ == "advcl" and has_infinitive_marker(child)]


_QUESTIONS: Mapping[str, Callable[[Token], list[Token]]] = {
    "agent": agent_of,
    "patient": patient_of,
    "indirect": recipient_of,
    "content": content_of,
    "possessor": possessor_of,
    "modifier": modifiers_of,
    "purpose": purpose_of,
    "infinitive": infinitive_of,
    "obliged": obliged_of,
    "scene": scene_of,
    "self": lambda token: [token],
}


@dataclass(frozen=True, slots=True)
class Questions:
    """Answers a rule's paths; `light` verbs carry an event noun ("*launched* an attack"), `motion` verbs lead to one.

    `bearing` verbs are done by whom an act befalls: "*faces* sanctions", "*withstood* the siege".
    """

    light: frozenset[str]
    motion: frozenset[str]
    bearing: frozenset[str]

    def ask(self, path: Path, token: Token) -> list[Token]:
        """The head tokens that a path leads to from a trigger, in text order."""
        found = [token]
        for step in path:
            answers = (answer for each in found for answer in self._step(step, each))
            found = list({answer.i: answer for answer in answers}.values())
        return found

    def _step(self, step: str, token: Token) -> list[Token]:
        if step == "support":
            return self.support_of(token)
        if step == "bearer":
            return self._bearers(token)
        question = _QUESTIONS.get(step)
        return question(token) if question else oblique_of(token, step)

    def support_of(self, noun: Token) -> list[Token]:
        """The verb that says no more than that the act took place: *held* in "held talks", *flew* in "flew in for talks"."""
        first = coordinated(noun)[0]
        around = [first.head, *(child for child in noun.children if child.pos_ == "VERB")]
        return [verb for verb in around if verb.i != noun.i and self._carries(verb, noun)]

    def _carries(self, verb: Token, noun: Token) -> bool:
        if verb.lemma_ in self.light and noun in patient_of(verb):
            return True
        return verb.lemma_ in self.motion and noun in oblique_of(verb, "for", "in", "on", "at", "to", "after")

    def _bearers(self, noun: Token) -> list[Token]:
        """Whom an act befalls by the verb that it is object of."""
        verb = coordinated(noun)[0].head
        return agent_of(verb) if verb.lemma_ in self.bearing and _bears(verb, noun) else []


def _bears(verb: Token, noun: Token) -> bool:
    return noun in [*patient_of(verb), *oblique_of(verb, "against", "to", "from")]
