"""Relations of a document: offices first, then the bonds that rules find."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dateline.annotate.relations.offices import (
    Claim,
    claims_of_name,
    claims_of_noun,
    claims_of_verb,
)
from dateline.annotate.relations.questions import answers, is_open
from dateline.knowledge.office_words import office_words
from dateline.knowledge.relations import RelationRule, relation_rules
from dateline.model import Actor, Attribution, Document, Mention, Relation, RelationKind, Span, Status
from dateline.nlp.spans import span_of, words_of
from dateline.nlp.syntax import name_span, particle_of

_STATELY = frozenset({"GOV", "LEG", "JUD"})
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
"""Kinds of actors that each relation may lead to; an office leads to none."""
_OTHERS = frozenset({"other", "fellow", "some", "many"})
"""Words for some people of a body, who are not it: `other Republicans`."""


@dataclass(frozen=True, slots=True)
class RelationAnnotator:
    """Offices that words tell, and the relations that rules find, each with its words.

    `status_of` says whether what a word tells is so.
    """

    status_of: Callable[[Token], Status]
    needs: tuple[str, ...] = ("mentions", "chains", "actors", "attributions")
    gives: str = "relations"

    def __call__(self, document: Document) -> Document:
        relations = _Reader(document, self.status_of).relations()
        found = sorted(relations, key=lambda relation: (relation.span.start, relation.rule))
        once = {_told_of(each): each for each in reversed(found)}
        return replace(document, relations=tuple(sorted(once.values(), key=lambda each: each.span.start)))


def _told_of(relation: Relation) -> tuple[object, ...]:
    """What two relations that say the same have in common."""
    office = (relation.office or "").casefold()
    return (relation.kind, relation.subject, relation.of, office, relation.negated)


class _Reader:
    def __init__(self, document: Document, status_of: Callable[[Token], Status]) -> None:
        assert document.parse is not None
        self._doc, self._status_of = document.parse, status_of
        self._attributions: Sequence[Attribution] = document.attributions or ()
        self._actors = {actor.chain_id: actor for actor in document.actors or ()}
        self._chain_of = {span: chain.id for chain in document.chains or () for span in chain.mentions}
        self._mentions = {words_of(self._doc, mention.head)[0].i: mention for mention in document.mentions or ()}

    def relations(self) -> Iterator[Relation]:
        for claim in self._claims():
            yield from self._office(claim)
        for word in self._doc:
            for rule in _rules_for(word):
                if rule.kind in _OBJECTS and is_open(rule, word):
                    yield from self._told(rule, word)

    def _claims(self) -> Iterator[Claim]:
        """What any words say somebody is, was or became."""
        for mention in self._mentions.values():
            head = words_of(self._doc, mention.head)[0]
            if mention.form == "name":
                yield from claims_of_name(name_span(head))
            elif mention.form == "nominal":
                yield from claims_of_noun(head)
        for word in self._doc:
            for rule in _rules_for(word):
                if rule.kind not in _OBJECTS and is_open(rule, word):
                    yield from claims_of_verb(rule, word)

    def _office(self, claim: Claim) -> Iterator[Relation]:
        """An office of a state, or the lead of a body, of one who is known by name."""
        actor, so = self._actor(claim.who), self._is_so(claim.teller)
        if so is None or actor is None or actor.kind != "person" or not actor.name[0].isupper():
            return
        holder = self._actor(claim.noun) or actor
        body = self._body(claim, holder, actor)
        country = next((each.country for each in (holder, actor) if each.country and each.rule not in _GUESSED), None)
        if body is not None:
            if office_words().is_leading(claim.role.word) and not (claim.is_former or claim.is_of_part):
                made = self._relation("leads", actor.chain_id, body.chain_id, claim.span, claim.rule)
                yield replace(made, negated=so == claim.denies)
        elif country and _is_office_of_state(claim):
            kind: RelationKind = "former-office" if claim.is_former else "holds-office"
            made = self._relation(kind, actor.chain_id, country, claim.span, claim.rule)
            yield replace(made, office=claim.office, negated=so == claim.denies)

    def _body(self, claim: Claim, *around: Actor) -> Actor | None:
        """The organisation that the office is held in; a governor's or minister's party is none."""
        bodies = (self._actors.get(each.affiliation or "") for each in around)
        body = next((each for each in bodies if each is not None and each.kind in _BODIES), None)
        partisan = body is not None and "PTY" in body.sector and office_words().is_of_state(claim.role.word)
        return None if partisan else body

    def _told(self, rule: RelationRule, word: Token) -> Iterator[Relation]:
        objects = self._answers(rule.of, word, lambda actor, token: self._may_be_object(rule, actor, token))
        subjects = self._answers(rule.subject, word, lambda actor, token: True) if objects else []
        so = self._is_so(word) if subjects else None
        if so is None:
            return
        for actor, token in subjects:
            for other, said in objects:
                if actor.chain_id != other.chain_id:
                    span = _between(word, token, said)
                    made = self._relation(rule.kind, actor.chain_id, _state_of(other), span, rule.id)
                    yield replace(made, negated=so == rule.negated)

    def _is_so(self, teller: Token | None) -> bool | None:
        """Whether what a word tells is so or not so; None for what is open: "may join" and "to join" tell no bond."""
        status = self._status_of(teller) if teller is not None else "actual"
        return status == "actual" if status in ("actual", "negated") else None

    def _may_be_object(self, rule: RelationRule, actor: Actor, token: Token) -> bool:
        some = any(child.lower_ in _OTHERS for child in token.children)
        return actor.kind in _OBJECTS[rule.kind] and actor.name[0].isupper() and not some

    def _answers(
        self, questions: Sequence[str], word: Token, fits: Callable[[Actor, Token], bool]
    ) -> list[tuple[Actor, Token]]:
        """The actors that the first question with any leads to."""
        for tokens in answers(questions, word):
            named = ((self._actor(token), token) for token in tokens)
            if found := [(actor, token) for actor, token in named if actor is not None and fits(actor, token)]:
                return found
        return []

    def _actor(self, token: Token) -> Actor | None:
        mention = self._mention(token)
        return self._actors.get(self._chain_of[mention.span]) if mention else None

    def _mention(self, token: Token) -> Mention | None:
        return self._mentions.get(token.i) or self._mentions.get(name_span(token).root.i)

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


def _is_office_of_state(claim: Claim) -> bool:
    words, role = office_words(), claim.role
    return words.is_office(role.word) and (role.sector in _STATELY or words.is_of_state(role.word))


def _rules_for(word: Token) -> Sequence[RelationRule]:
    rules = relation_rules()
    particle = particle_of(word) if word.pos_ == "VERB" else None
    lemma = word.lemma_.lower()
    return rules.get((word.pos_, f"{lemma} {particle}")) or rules.get((word.pos_, lemma), ())


def _state_of(actor: Actor) -> str:
    """The country of somebody who stands for it, else the chain."""
    return actor.country if actor.country and actor.kind in ("person", "state") else actor.chain_id


def _between(*words: Token) -> Span:
    spans = [span_of(word) for word in words]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
