"""What an evaluation found."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.evaluate.measures import Estimate, Measure, TypeScore, estimate
from dateline.model import Document, Event, Participant


@dataclass(frozen=True, slots=True)
class Fault:
    """A sentence that went wrong: in which way, what gold has, and what was coded instead."""

    document: Document
    kind: str
    gold: Mapping[str, Any]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Figures over a gold file; `types` and `confusion` are empty where its sentences have no type."""

    form: str
    sentences: int
    figures: Mapping[str, Estimate | None]
    faults: tuple[Fault, ...]
    types: tuple[TypeScore, ...] = ()
    confusion: Mapping[str, Mapping[str, int]] | None = None

    def fault_counts(self) -> Mapping[str, int]:
        """How many sentences went wrong in which way, the most frequent first."""
        return dict(Counter(fault.kind for fault in self.faults).most_common())


def estimates(measures: Mapping[str, Measure], sentences: int) -> Mapping[str, Estimate | None]:
    """Each measure taken over that many sentences."""
    return {name: estimate(measure, sentences) for name, measure in measures.items()}


def fault_record(fault: Fault) -> dict[str, Any]:
    """A fault as a JSON object, with the words that its spans stand for."""
    document = fault.document
    coded = [_coded(event, document.text) for event in fault.events]
    return {"id": document.id, "error": fault.kind, "text": document.text, "gold": dict(fault.gold), "coded": coded}


def _coded(event: Event, text: str) -> dict[str, Any]:
    return {
        "type": event.type,
        "actor": _words(event.actor, text),
        "recipient": _words(event.recipient, text),
        "trigger": event.trigger.span.of(text),
        "rule": event.trigger.rule,
        "operators": [operator.rule for operator in event.operators],
        "cameo": event.cameo,
        "status": event.factuality.status,
    }


def _words(people: Sequence[Participant], text: str) -> list[str]:
    return [each.span.of(text) for each in people]
