"""One sentence at a time: its triggers, the acts they amount to, and which of those are events."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from spacy.tokens import Span as Words

from dateline.coding.acts import Act
from dateline.coding.circumstances import Circumstances, attributions_of, is_historical
from dateline.coding.conditions import unmet
from dateline.coding.contexts import Contexts
from dateline.coding.dates import dating_of
from dateline.coding.factuality import Factualities, Reading
from dateline.coding.locations import locating_of
from dateline.coding.magnitude import magnitude_of
from dateline.coding.modes import modes_of
from dateline.coding.operators import compose_acts
from dateline.coding.participants import cast_of, unidentified
from dateline.coding.questions import Questions
from dateline.coding.scorer import Scorer, is_between_actors, is_proposed
from dateline.coding.traces import Attempt, SentenceTrace
from dateline.coding.triggers import Match, Triggers, strongest, words_and_lemmas
from dateline.model import Document, Event, Evidence, Factuality, Participant, Section, Span
from dateline.nlp.spans import span_of
from dateline.nlp.syntax import sentence_of
from dateline.resources.ontology import Ontology

FORCES = frozenset({"MIL", "REB", "PRM"})
"""Sectors of PLOVER that are armed forces."""
_VERBAL = frozenset({1, 3})
_VISITS = "CONSULT"
NO_TRIGGER = "no trigger"
NO_ACTOR = "trigger without an actor"
NO_RECIPIENT = "trigger without a recipient"
IDLE = "operator without an act"
DOUBTED = "doubted by the scorer"
NOT_TWO = "proposed, but not between two political actors"


_Refused = set[tuple[int, str | None]]
"""Words, and the type that a rule would have made of them but for a condition."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What reading a sentence takes besides the document."""

    ontology: Ontology
    triggers: Triggers
    cues: Mapping[str, Mapping[str, frozenset[str]]]
    questions: Questions
    factualities: Factualities
    contexts: Contexts
    scorer: Scorer | None = None
    """None where rules alone decide."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A sentence's events and the account of how they came about."""

    events: tuple[Event, ...]
    trace: SentenceTrace


class SentenceReader:
    """Codes the sentences of one document."""

    def __init__(self, document: Document, tools: Tools) -> None:
        self._document, self._tools = document, tools
        self._cast = cast_of(document, tools.questions)

    def read(self, sentence: Words, index: int, section: Section | None) -> Coded:
        """The events of a sentence; `index` counts the document's sentences from 0."""
        matches, blocked = self._matches(sentence)
        composed = compose_acts(matches, self._cast, self._tools.ontology)
        attempts, events = list(blocked), []
        for act in map(self._settled, composed.acts):
            reason = self._obstacle(act)
            if reason is not None:
                attempts.append(_attempt(act, reason))
                continue
            circumstances = self._circumstances(act)
            event = self._event(act, circumstances, index, section)
            if self._is_doubted(event):
                attempts.append(replace(_attempt(act, DOUBTED), confidence=event.confidence))
                continue
            events.append(event)
            attempts.append(_coded(act, circumstances, event))
        attempts += [Attempt(_evidence(match), (), (), (), IDLE, is_event=False) for match in composed.idle]
        attempts.sort(key=lambda attempt: attempt.trigger.span)
        reason = None if events else attempts[0].outcome if attempts else NO_TRIGGER
        return Coded(tuple(events), SentenceTrace(span_of(sentence_of(sentence.root)), index, tuple(attempts), reason))

    def _matches(self, sentence: Words) -> tuple[list[Match], list[Attempt]]:
        """The strongest rule at each word whose conditions hold, and those that a condition kept off."""
        found, blocked, refused = [], [], _Refused()
        around = words_and_lemmas(sentence)
        for token in sentence:
            for match in self._tools.triggers.at(token, around):
                condition = unmet(match, self._cast)
                if condition is None:
                    found.append(match)
                    break
                reason = f"blocked by {match.rule.id}: {condition.written}"
                blocked.append(Attempt(_evidence(match), (), (), (), reason, is_event=False))
                refused.add((token.i, match.rule.type))
        return strongest([*found, *self._proposals(sentence, found, refused)]), blocked

    def _proposals(self, sentence: Words, found: Sequence[Match], refused: _Refused) -> Iterator[Match]:
        """What the scorer finds where no rule does; never what a rule has looked at and refused."""
        scorer, known = self._tools.scorer, {word.i for match in found for word in match.words}
        for token in sentence if scorer is not None else ():
            proposal = scorer.proposal(token) if scorer is not None and token.i not in known else None
            if proposal is not None and (token.i, proposal.rule.type) not in refused:
                yield proposal

    def _settled(self, act: Act) -> Act:
        """The act with an unnamed actor where its rule allows one."""
        if act.actor or act.match.rule.anonymous is None or act.type != act.match.rule.type:
            return act
        return replace(act, actor=(unidentified(act.token, act.match.rule.anonymous),))

    def _obstacle(self, act: Act) -> str | None:
        if not act.actor:
            return NO_ACTOR
        if not act.recipient and len(act.actor) < 2 and self._tools.ontology.types[act.type].needs_recipient:
            return NO_RECIPIENT
        return NOT_TWO if is_proposed(act.match) and not is_between_actors(act) else None

    def _is_doubted(self, event: Event) -> bool:
        scorer = self._tools.scorer
        return scorer is not None and event.confidence is not None and event.confidence < scorer.calibration.least

    def _circumstances(self, act: Act) -> Circumstances:
        verbal = self._is_verbal(act)
        return Circumstances(
            dating_of(self._document, act.token), locating_of(self._document, act.token, verbal=verbal)
        )

    def _is_verbal(self, act: Act) -> bool:
        """Whether it is done in words, wherever one is; who visits a place is there."""
        return self._tools.ontology.types[act.type].quad in _VERBAL and act.type != _VISITS

    def _event(self, act: Act, circumstances: Circumstances, index: int, section: Section | None) -> Event:
        document, ontology = self._document, self._tools.ontology
        reading = self._tools.factualities(act)
        date = circumstances.date
        if reading.is_refusal and ontology.types[act.type].refused is not None:
            act, reading = _refused(act, ontology), Reading("actual", reading.cues)
        act = _announced(act, reading, ontology, dated=circumstances.is_dated)
        modes = modes_of(act, self._tools.cues.get(act.type, {}))
        sentence = span_of(sentence_of(act.token))
        cameo = _cameo(act, ontology)
        return Event(
            id=_identity(document.id, act),
            type=act.type,
            modes=modes,
            contexts=self._contexts(section.span if section else sentence),
            quad=ontology.types[act.type].quad,
            score=ontology.score(act.type, modes),
            cameo=cameo,
            goldstein=ontology.goldstein(cameo),
            actor=act.actor,
            recipient=act.recipient,
            trigger=_evidence(act.match),
            operators=tuple(map(_evidence, act.operators)),
            date=date,
            location=circumstances.location,
            attribution=attributions_of(document, act.token),
            factuality=Factuality(reading.status, is_historical(date, document.publication.published), reading.cues),
            magnitude=magnitude_of(act.match, self._cast),
            sentence=sentence,
            sentence_index=index,
            section=section.kind if section else "body",
            confidence=self._tools.scorer.confidence(act, reading.status) if self._tools.scorer else None,
        )

    def _contexts(self, paragraph: Span) -> tuple[str, ...]:
        assert self._document.parse is not None
        return self._tools.contexts(self._document.parse, paragraph)


def _cameo(act: Act, ontology: Ontology) -> str:
    known = ontology.types[act.type]
    code = act.cameo or known.cameo
    sectors = {sector for each in (*act.actor, *act.recipient) for sector in each.actor.sector}
    by_forces = sectors & FORCES or any(each.actor.kind == "state" for each in act.actor)
    return known.cameo_of_forces.get(code, code) if by_forces else code


def _refused(act: Act, ontology: Ontology) -> Act:
    """The refusal that it is to say that one will not do it."""
    return _retyped(act, ontology.types[act.type].refused or act.type, ontology)


def _announced(act: Act, reading: Reading, ontology: Ontology, *, dated: bool) -> Act:
    """What the ontology calls an act that is only announced."""
    known = ontology.types[act.type]
    announced = next((known.future_modes[mode] for mode in act.modes if mode in known.future_modes), known.future)
    future = known.dated_future if dated and known.dated_future else announced
    if reading.status != "planned" or future in (None, act.type):
        return act
    return _retyped(act, future or act.type, ontology)


def _retyped(act: Act, type: str, ontology: Ontology) -> Act:
    mode = ontology.types[type].content_modes.get(act.type)
    return replace(act, type=type, modes=(mode,) if mode else (), cameo="")


def _identity(document: str, act: Act) -> str:
    """The same for the same words, whatever else changes in the document."""
    span = span_of(act.token)
    people = "|".join(f"{each.span.start}-{each.span.end}" for each in (*act.actor, *act.recipient))
    return "e-" + sha256(f"{document}|{act.type}|{span.start}-{span.end}|{people}".encode()).hexdigest()[:16]


def _evidence(match: Match) -> Evidence:
    """The trigger's words, from the first to the last of them."""
    spans = [span_of(word) for word in match.words]
    return Evidence(Span(min(span.start for span in spans), max(span.end for span in spans)), match.rule.id)


def _attempt(act: Act, reason: str) -> Attempt:
    return Attempt(
        trigger=_evidence(act.match),
        actor=_spans(act.actor),
        recipient=_spans(act.recipient),
        operators=tuple(map(_evidence, act.operators)),
        outcome=reason,
        is_event=False,
    )


def _coded(act: Act, circumstances: Circumstances, event: Event) -> Attempt:
    return replace(
        _attempt(act, act.type),
        is_event=True,
        dating=circumstances.dating,
        locating=circumstances.locating,
        factuality=event.factuality,
        confidence=event.confidence,
    )


def _spans(participants: Sequence[Participant]) -> tuple[Span, ...]:
    return tuple(participant.span for participant in participants)
