"""Who fills a slot: from the words that a question leads to, through mentions and chains, to actors."""

from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from dateline.coding.questions import Questions
from dateline.knowledge.countries import Country, countries
from dateline.knowledge.gazetteer import regions_by_adjective
from dateline.model import Actor, ActorKind, Document, Mention, Participant, Span
from dateline.nlp.spans import span_of
from dateline.nlp.syntax import (
    agent_of,
    apposition_of,
    complements_of,
    governor_of,
    oblique_of,
    phrase_span,
    possessor_of,
    proper_modifiers_of,
    whole_of,
)
from dateline.resources.rules import Choice, Path, Slot, Slots

Filled = Mapping[Slot, tuple[Participant, ...]]

UNIDENTIFIED = "coding.unidentified"
SCENE: Path = ("scene",)

OUTSIDE = frozenset({"acl:relcl", "advcl", "advcl:relcl", "parataxis", "punct", "appos", "conj", "det", "mark", "cc"})
"""Relations that lead out of a phrase, or to nobody."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of a document by the words that name them."""

    questions: Questions
    mentions: Mapping[int, Mention]
    """By the place where the head word begins."""
    actors: Mapping[Span, Actor]
    """By mention."""
    namings: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    """By chain, the mentions that are no pronouns, in text order."""
    states: tuple[Actor, ...] = ()
    asked: dict[tuple[Path, int], list[Token]] = field(default_factory=dict)
    """Questions already answered: many rules ask the same of one word."""

    def fill(self, slots: Slots, token: Token) -> Filled:
        """The participants that the rule's questions lead to; nobody is both actor and recipient."""
        actor = self._first(slots.get("actor", ()), token)
        recipient = self._first(slots.get("recipient", ()), token, _chains(actor))
        return {"actor": actor, "recipient": recipient}

    def affected(self, slots: Slots, token: Token, actor: Collection[Participant]) -> tuple[Participant, ...]:
        """The recipient of an act whose rule's questions led to none: whoever else its words name, at last its scene."""
        choices = slots.get("recipient")
        if not (len(actor) == 1 if choices is None else choices):
            return ()
        return self._within(complements_of(token), _chains(actor)) or self._scene(slots, token, _chains(actor))

    def _first(self, choices: Sequence[Choice], token: Token, taken: Collection[str] = ()) -> tuple[Participant, ...]:
        """What the first choice that names an actor leads to, without those already taken and rather not their own."""
        asked = [choice for choice in choices if choice != (SCENE,) or len(choices) == 1]
        answers = [[each for path in choice for each in self.answers(path, token)] for choice in asked]
        foreign = [[each for each in tokens if not self._belongs(each, taken)] for tokens in answers]
        for tokens in (*foreign, *answers):
            found = {each.actor.chain_id: each for answer in reversed(tokens) for each in self.who(answer)}
            if left := [each for chain, each in found.items() if chain not in taken]:
                return tuple(sorted(left, key=lambda participant: participant.span))
        return ()

    def _scene(self, slots: Slots, token: Token, taken: Collection[str]) -> tuple[Participant, ...]:
        """The place that an act without another recipient befalls, where the rule allows it: "a curfew *in Kano*"."""
        return self._first(((SCENE,),), token, taken) if (SCENE,) in slots.get("recipient", ()) else ()

    def answers(self, path: Path, token: Token) -> list[Token]:
        """The question's answers; for a doer that is nobody, those whose words it carries or who speak of themselves."""
        known = self.asked.get((path, token.i))
        if known is None:
            known = self.asked[path, token.i] = self._asked(path, token)
        return known

    def _asked(self, path: Path, token: Token) -> list[Token]:
        answers = self.questions.ask(path, token)
        if path[-1] != "agent":
            return answers
        return [doer for each in answers for doer in ([each] if self.who(each) else _behind(each) or [each])]

    def _within(self, tokens: Iterable[Token], taken: Collection[str]) -> tuple[Participant, ...]:
        """Whom the words of a complement name first, the shallowest before the deep: "rejected a plan by *Ghana*"."""
        waiting = deque(tokens)
        while waiting:
            token = waiting.popleft()
            found = self._named_or_national(token)
            if found and found.actor.chain_id not in taken and not self._belongs(token, taken):
                return (found,)
            waiting.extend(child for child in token.children if child.dep_ not in OUTSIDE)
        return ()

    def _belongs(self, token: Token, taken: Collection[str]) -> bool:
        """Whether a word is for somebody's own: "withdrew *its troops*" does nothing to the troops."""
        owners = [owner for owner in possessor_of(token) if owner.tag_ == "PRP$"] if taken else []
        return any(each.actor.chain_id in taken for owner in owners for each in self.who(owner))

    def who(self, token: Token) -> tuple[Participant, ...]:
        """Whom a word names: itself, what it is a part of, or whom it belongs to."""
        if own := self._named(token):
            return (own,)
        for others in (whole_of(token), apposition_of(token), _owners(token), [token]):
            if found := tuple(filter(None, map(self._named_or_national, others))):
                return found
        return ()

    def _named_or_national(self, token: Token) -> Participant | None:
        return self._named(token) or self._national(token)

    def _national(self, token: Token) -> Participant | None:
        """The state or region that an adjective before an act names: "*Israeli* strike", "*Western* sanctions"."""
        country = countries().by_adjective.get(token.text)
        if country is None:
            region = regions_by_adjective().get(token.text)
            return Participant(span_of(token), _region(region)) if region else None
        known = (actor for actor in self.states if actor.country == country.code)
        return Participant(span_of(token), next(known, None) or _state(country))

    def _named(self, token: Token) -> Participant | None:
        mention = self.mentions.get(token.idx)
        actor = self.actors.get(mention.span) if mention else None
        if mention is None or actor is None:
            return None
        return Participant(
            mention.span if mention.form != "pronoun" else self._antecedent(token, mention, actor), actor
        )

    def _antecedent(self, pronoun: Token, mention: Mention, actor: Actor) -> Span:
        """The words before it in its sentence that say whom the pronoun means, else the pronoun."""
        start = pronoun.sent.start_char
        earlier = (
            each for each in reversed(self.namings.get(actor.chain_id, ())) if start <= each.start < mention.span.start
        )
        return next(earlier, mention.span)


def _chains(participants: Collection[Participant]) -> set[str]:
    return {each.actor.chain_id for each in participants}


def cast_of(document: Document, questions: Questions) -> Cast:
    """The cast of a document that has mentions, chains and actors."""
    by_chain = {actor.chain_id: actor for actor in document.actors or ()}
    actors = {
        span: by_chain[chain.id] for chain in document.chains or () if chain.id in by_chain for span in chain.mentions
    }
    states = tuple(actor for actor in document.actors or () if actor.kind == "state")
    naming = {mention.span for mention in document.mentions or () if mention.form != "pronoun"}
    namings = {chain.id: tuple(sorted(naming & set(chain.mentions))) for chain in document.chains or ()}
    mentions = {mention.head.start: mention for mention in document.mentions or ()}
    return Cast(questions, mentions, actors, namings, states)


def _state(country: Country) -> Actor:
    """A state that the text names by its adjective alone."""
    sector = (country.sector,) if country.sector else ()
    return _national_actor(f"state-{country.code}", country.name, "state", country.code, sector)


def _region(name: str) -> Actor:
    """A region that the text names by its adjective alone; it has no code."""
    return _national_actor(f"region-{name}", name, "place", None, ())


def _national_actor(chain_id: str, name: str, kind: ActorKind, country: str | None, sector: tuple[str, ...]) -> Actor:
    return Actor(
        chain_id=chain_id,
        name=name,
        kind=kind,
        country=country,
        sector=sector,
        office=None,
        affiliation=None,
        wikidata=None,
        link_score=0.5,
        rule="coding.national-adjective",
    )


def unidentified(token: Token, sector: str) -> Participant:
    """The actor of an act that is certain though nobody is named for it: "*a car bomb* killed", else the act's word."""
    doer = agent_of(token)
    span = span_of(phrase_span(doer[0]) if doer else token)
    nobody = Actor(
        chain_id=f"unidentified-{span.start}",
        name="unidentified",
        kind="group",
        country=None,
        sector=(sector,),
        office=None,
        affiliation=None,
        wikidata=None,
        link_score=0.0,
        rule=UNIDENTIFIED,
    )
    return Participant(span, nobody)


def _behind(token: Token) -> list[Token]:
    """Who made an object that speaks ("*the mission* issued a statement urging"), who "they" are ("*A and B* say they")."""
    if token.dep_ == "obj" and token.head.pos_ == "VERB":
        return agent_of(token.head)
    speaking = governor_of(token.head) if token.lower_ == "they" else None
    return agent_of(speaking) if speaking is not None else []


def _owners(token: Token) -> list[Token]:
    return possessor_of(token) or proper_modifiers_of(token) or oblique_of(token, "of")
