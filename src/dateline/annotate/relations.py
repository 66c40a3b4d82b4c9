"""Relations: what a text shows of the political world, from titles and from words that tell of bonds."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dateline.knowledge.relations import RelationRule, relation_rules
from dateline.knowledge.roles import Role, role_of
from dateline.model import Actor, Attribution, Document, Mention, Relation, RelationKind, Span, Status
from dateline.nlp.relations import children
from dateline.nlp.spans import span_of, words_of
from dateline.nlp.syntax import (
    agent_of,
    coordinated,
    modifiers_of,
    name_span,
    oblique_of,
    particle_of,
    patient_of,
    possessor_of,
    subject_of,
)

_FORMER = ("former", "ex-")
_STATELY = frozenset({"GOV", "LEG", "JUD"})
_LEADING = frozenset("boss chief head leader chairman chairwoman chair president director commander founder".split())
_NO_OFFICE = frozenset({"spokesman", "spokeswoman", "spokesperson", "delegate", "tycoon", "official"})
_GUESSED = frozenset({"actor.country-of-sentence", "actor.country-of-article"})
"""Rules of actors whose country no word of theirs tells."""
_BODIES = frozenset({"organisation", "group"})
_PLACES = frozenset({"state", "place"})
_OBJECTS: Mapping[RelationKind, frozenset[str]] = {
    "leads": _BODIES,
    "member-of": _BODIES,
    "ally-of": _BODIES | _PLACES | {"person"},
    "part-of": _PLACES,
    "located-in": _PLACES,
}
"""Kinds of actors that each relation may lead to."""
_QUESTIONS: Mapping[str, Callable[[Token], list[Token]]] = {
    "agent": agent_of,
    "patient": patient_of,
    "possessor": possessor_of,
    "modifier": modifiers_of,
}


@dataclass(frozen=True, slots=True)
class RelationAnnotator:
    """Offices by title, and the relations that rules find, each with its words.

    `status_of` says whether what a word tells is so.
    """

    status_of: Callable[[Token], Status]
    needs: tuple[str, ...] = ("mentions", "chains", "actors", "attributions")
    gives: str = "relations"

    def __call__(self, document: Document) -> Document:
        found = sorted(
            _Reader(document, self.status_of).relations(), key=lambda relation: (relation.span.start, relation.rule)
        )
        once = {(each.kind, each.subject, each.of, each.office, each.negated): each for each in reversed(found)}
        return replace(document, relations=tuple(sorted(once.values(), key=lambda each: each.span.start)))


class _Reader:
    def __init__(self, document: Document, status_of: Callable[[Token], Status]) -> None:
        assert document.parse is not None
        self._doc, self._status_of = document.parse, status_of
        self._attributions: Sequence[Attribution] = document.attributions or ()
        self._actors = {actor.chain_id: actor for actor in document.actors or ()}
        self._chain_of = {span: chain.id for chain in document.chains or () for span in chain.mentions}
        self._mentions = {words_of(self._doc, mention.head)[0].i: mention for mention in document.mentions or ()}

    def relations(self) -> Iterator[Relation]:
        for mention in self._mentions.values():
            yield from self._office(mention)
        for word in self._doc:
            for rule in _rules_for(word):
                yield from self._told(rule, word)

    def _office(self, mention: Mention) -> Iterator[Relation]:
        """What a person's title says: an office of a state, or the lead of a body."""
        actor, title = self._actors.get(self._chain_of[mention.span]), self._title(mention)
        role = role_of(title)
        if actor is None or actor.kind != "person" or role is None or role.kind != "person":
            return
        former = role.word.startswith(_FORMER) or self._is_former(mention, title)
        body = self._actors.get(actor.affiliation or "")
        if body is not None and body.kind in _BODIES:
            if role.word.split()[-1] in _LEADING and not former:
                yield self._relation("leads", actor.chain_id, body.chain_id, mention.span, "relation.title")
        elif actor.country and actor.rule not in _GUESSED and (former or role.sector in _STATELY) and _is_office(role):
            kind: RelationKind = "former-office" if former else "holds-office"
            made = self._relation(kind, actor.chain_id, actor.country, mention.span, "relation.title")
            yield replace(made, office=_written(title, role))

    def _is_former(self, mention: Mention, title: Sequence[str]) -> bool:
        """Whether a word of the title, or the one before the mention, says that it is over."""
        start = words_of(self._doc, mention.span).start
        before = [self._doc[start - 1].text] if start else []
        return any(word.lower().startswith(_FORMER) for word in (*before, *title))

    def _title(self, mention: Mention) -> list[str]:
        """The words of a mention before the name in it."""
        words = words_of(self._doc, mention.span)
        name = name_span(words_of(self._doc, mention.head)[0])
        return self._doc[words.start : max(words.start, name.start)].text.split() if mention.form == "name" else []

    def _told(self, rule: RelationRule, word: Token) -> Iterator[Relation]:
        objects = self._answers(
            rule.of, word, lambda actor: actor.kind in _OBJECTS[rule.kind] and actor.name[0].isupper()
        )
        subjects = self._answers(rule.subject, word, lambda actor: True) if objects else []
        status = self._status_of(word) if subjects else "actual"
        if status not in ("actual", "negated"):  # "may join" and "to join" tell no bond
            return
        for actor, token in subjects:
            for other, said in objects:
                if actor.chain_id != other.chain_id:
                    span = _between(word, token, said)
                    made = self._relation(rule.kind, actor.chain_id, _state_of(other), span, rule.id)
                    yield replace(made, negated=rule.negated != (status == "negated"))

    def _answers(
        self, questions: Sequence[str], word: Token, fits: Callable[[Actor], bool]
    ) -> list[tuple[Actor, Token]]:
        """The actors that the first question with any leads to."""
        for question in questions:
            named = ((self._actor(token), token) for token in self._ask(question, word))
            if found := [(actor, token) for actor, token in named if actor is not None and fits(actor)]:
                return found
        return []

    def _ask(self, question: str, word: Token) -> list[Token]:
        if question == "itself":
            return _said_of(word)
        known = _QUESTIONS.get(question)
        found = known(word) if known else oblique_of(word, question)
        return list({each.i: each for token in found for each in coordinated(token)}.values())

    def _actor(self, token: Token) -> Actor | None:
        mention = self._mentions.get(token.i) or self._mentions.get(name_span(token).root.i)
        return self._actors.get(self._chain_of[mention.span]) if mention else None

    def _relation(self, kind: RelationKind, subject: str, of: str, span: Span, rule: str) -> Relation:
        return Relation(kind, subject, of, None, span, rule, voice=self._voice(span))

    def _voice(self, span: Span) -> str | None:
        """The chain of the innermost source in whose content the words stand."""
        around = [each for each in self._attributions if each.content.covers(span) and each.source is not None]
        inmost = min(around, key=lambda each: each.content.end - each.content.start, default=None)
        if inmost is None or inmost.head is None:
            return None
        speaker = self._mentions.get(words_of(self._doc, inmost.head)[0].i)
        return self._chain_of.get(speaker.span) if speaker is not None else None


def _is_office(role: Role) -> bool:
    return role.word.split()[-1] not in _NO_OFFICE


def _written(title: Sequence[str], role: Role) -> str:
    """The words of the role as the title has them, without what says that it is over."""
    words = title[-len(role.word.split()) :]
    return " ".join(word for word in words if not word.lower().startswith(_FORMER)) or role.word


def _rules_for(word: Token) -> Sequence[RelationRule]:
    rules = relation_rules()
    particle = particle_of(word) if word.pos_ == "VERB" else None
    lemma = word.lemma_.lower()
    return rules.get((word.pos_, f"{lemma} {particle}")) or rules.get((word.pos_, lemma), ())


def _said_of(noun: Token) -> list[Token]:
    """Whom a noun is said of: "*Iran*, a member", "*Iran* is a member", "*Kone*, now in exile"."""
    if noun.dep_ in ("appos", "nmod") and noun.head.i < noun.i:
        return [each for each in coordinated(noun.head) if each.i < noun.i][-1:]
    subjects = subject_of(noun) if children(noun, "nsubj", "cop") else []
    return [each for subject in subjects for each in coordinated(subject)]


def _state_of(actor: Actor) -> str:
    """The country of somebody who stands for it, else the chain."""
    return actor.country if actor.country and actor.kind in ("person", "state") else actor.chain_id


def _between(*words: Token) -> Span:
    spans = [span_of(word) for word in words]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
