"""Texts annotated with every event they tell, as in the project's own corpus."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.evaluate.gold import Case, Fields, Form, words
from dateline.evaluate.measures import Measure, ratio, share
from dateline.evaluate.parties import RECIPROCAL, meets
from dateline.evaluate.report import Fault, Report, estimates
from dateline.model import Document, Event, Participant, Publication, Span

_Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event that gold has; a side whose parties the text does not name has no spans but is not empty."""

    type: str
    modes: frozenset[str]
    trigger: Span
    status: str
    actor: _Spans
    recipient: _Spans
    has_recipient: bool


@dataclass(frozen=True, slots=True)
class CorpusText:
    """A sentence or an article and all its events."""

    document: Document
    events: tuple[ToldEvent, ...]


Pairs = tuple[tuple[ToldEvent, Event], ...]
Agree = Callable[[ToldEvent, Event], bool]


def read(fields: Fields) -> CorpusText:
    """The text of one line."""
    published = date.fromisoformat(words(fields, "published"))
    document = Document(words(fields, "id"), words(fields, "text"), Publication(published=published))
    if not isinstance(fields.get("events"), list):
        raise ValueError("its events must be a list")
    return CorpusText(document, tuple(map(_told, fields["events"])))


def score(cases: Sequence[Case[CorpusText]]) -> Report:
    """Events with type and both sides right, as precision, recall and F1; and how often nothing became something."""
    pairs = [pairs_of(case) for case in cases]
    typed = [pairs_of(case, whole=False) for case in cases]
    measures = {
        **_shares("event", cases, pairs),
        **_shares("type", cases, typed),
        "without event, coded": share([bool(case.events) if not case.gold.events else None for case in cases]),
        "status of those found": _agreement(pairs, lambda gold, event: gold.status == event.factuality.status),
        "modes of those found": _agreement(pairs, lambda gold, event: gold.modes == set(event.modes)),
    }
    faults = tuple(fault for case, found in zip(cases, pairs, strict=True) for fault in _faults(case, found))
    return Report(FORM.name, len(cases), estimates(measures, len(cases)), faults)


def _told(fields: Mapping[str, Any]) -> ToldEvent:
    return ToldEvent(
        type=fields["event"],
        modes=frozenset(fields["mode"]),
        trigger=Span(*fields["trigger"]["span"]),
        status=fields["status"],
        actor=_spans(fields["actor"]),
        recipient=_spans(fields["recipient"]),
        has_recipient=bool(fields["recipient"]),
    )


def _spans(parties: Iterable[Mapping[str, Any]]) -> _Spans:
    return tuple(Span(*party["span"]) for party in parties if party["span"])


def pairs_of(case: Case[CorpusText], whole: bool = True) -> Pairs:
    """Gold events with the coded one that each is, one to one, the same trigger first; `whole` asks for both sides, too."""
    left = list(case.events)
    found: list[tuple[ToldEvent, Event]] = []
    for gold in case.gold.events:
        fitting = [event for event in left if event.type == gold.type and (not whole or _sides_met(gold, event))]
        best = max(fitting, key=lambda event: event.trigger.span.overlaps(gold.trigger), default=None)
        if best is not None:
            left.remove(best)
            found.append((gold, best))
    return tuple(found)


def _sides_met(gold: ToldEvent, event: Event) -> bool:
    if gold.type in RECIPROCAL:
        return _pooled_met(gold, event)
    if gold.has_recipient != bool(event.recipient):
        return False
    return _side_met(gold.actor, event.actor) and (not gold.has_recipient or _side_met(gold.recipient, event.recipient))


def _pooled_met(gold: ToldEvent, event: Event) -> bool:
    """Whether two of the parties to a reciprocal act are found, in whichever list, or the only one."""
    told, coded = gold.actor + gold.recipient, event.actor + event.recipient
    return sum(meets(coded, (span,)) for span in told) >= min(2, len(told))


def _side_met(spans: _Spans, coded: Sequence[Participant]) -> bool:
    """Whether one is found; where none is named, whether none was."""
    return meets(coded, spans) if spans else all({"UNK", "UAF"} & set(each.actor.sector) for each in coded)


def _shares(name: str, cases: Sequence[Case[CorpusText]], pairs: Sequence[Pairs]) -> dict[str, Measure]:
    right = [len(found) for found in pairs]
    coded, told = [len(case.events) for case in cases], [len(case.gold.events) for case in cases]
    both = [first + second for first, second in zip(coded, told, strict=True)]
    return {
        f"{name} precision": ratio(right, coded),
        f"{name} recall": ratio(right, told),
        f"{name} F1": ratio([2 * number for number in right], both),
    }


def _agreement(pairs: Sequence[Pairs], agree: Agree) -> Measure:
    return ratio([sum(agree(*pair) for pair in found) for found in pairs], [len(found) for found in pairs])


def _faults(case: Case[CorpusText], found: Pairs) -> Iterator[Fault]:
    """The gold events not found and, of a text without any, what was coded."""
    missed = [gold for gold in case.gold.events if gold not in [pair[0] for pair in found]]
    for gold in missed:
        kind = "missed" if gold.type not in {event.type for event in case.events} else "wrong parties"
        yield Fault(case.gold.document, f"{gold.type} {kind}", _record(gold, case.gold.document.text), case.events)
    if not case.gold.events and case.events:
        yield Fault(case.gold.document, "coded without an event", {}, case.events)


def _record(gold: ToldEvent, text: str) -> dict[str, Any]:
    return {
        "type": gold.type,
        "trigger": gold.trigger.of(text),
        "actor": [span.of(text) for span in gold.actor],
        "recipient": [span.of(text) for span in gold.recipient],
        "status": gold.status,
    }


FORM = Form("corpus", frozenset({"id", "text", "published", "events"}), read, score)
