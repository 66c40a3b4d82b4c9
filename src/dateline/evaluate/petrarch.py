"""Sentences with any number of events in CAMEO codes (the validation set of PETRARCH)."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from dateline.evaluate.gold import Case, Fields, Form, words
from dateline.evaluate.measures import Measure, mean, ratio, share
from dateline.evaluate.parties import acting, receiving
from dateline.evaluate.report import Fault, Report, estimates
from dateline.model import Document, Event, Participant, Publication

NO_COUNTRY = "---"
ORGANISATION_OF_STATES = "IGO"

_CAMEO = re.compile(r"\d{2,4}")
_SIDE = re.compile(r"[A-Z]{3,}|---[A-Z]*")


@dataclass(frozen=True, slots=True)
class CameoEvent:
    """A CAMEO code and the actor codes of its two sides, which begin with a country or `---`."""

    cameo: str
    actor: str
    recipient: str


@dataclass(frozen=True, slots=True)
class PetrarchSentence:
    """A sentence and the events in it."""

    document: Document
    events: tuple[CameoEvent, ...]


def read(fields: Fields) -> PetrarchSentence:
    """The sentence of one line; a date other than YYYYMMDD counts as unknown."""
    publication = Publication(published=_day(words(fields, "date")))
    document = Document(words(fields, "id"), words(fields, "text"), publication)
    if not isinstance(fields.get("events"), list):
        raise ValueError("its events must be a list")
    return PetrarchSentence(document, tuple(map(_event, fields["events"])))


def score(cases: Sequence[Case[PetrarchSentence]]) -> Report:
    """How many gold events were found by their CAMEO root, and by root and countries where gold has countries."""
    measures = {
        "root": _recall(cases),
        "root, actor country": _recall(cases, ACTOR),
        "root, recipient country": _recall(cases, RECIPIENT),
        "root, both countries": _recall(cases, ACTOR, RECIPIENT),
        "eventless coded": share([None if case.gold.events else bool(case.events) for case in cases]),
        "events a sentence": mean([len(case.events) for case in cases]),
    }
    faults = tuple(fault for case in cases if (fault := _fault(case)))
    return Report(FORM.name, len(cases), estimates(measures, len(cases)), faults)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an event: its code in gold, and the people on it in a coded event."""

    code: Callable[[CameoEvent], str]
    people: Callable[[Event], tuple[Participant, ...]]

    def agrees(self, gold: CameoEvent, event: Event) -> bool:
        """Whether a country of the gold event's side is that of somebody on the coded event's side."""
        return any(each.actor.country in countries(self.code(gold)) for each in self.people(event))


ACTOR = Side(lambda gold: gold.actor, acting)
RECIPIENT = Side(lambda gold: gold.recipient, receiving)


def found(gold: CameoEvent, events: Iterable[Event], *sides: Side) -> bool:
    """Whether one event has the CAMEO root of the gold event and its countries on these sides."""
    return any(
        event.cameo[:2] == gold.cameo[:2] and all(side.agrees(gold, event) for side in sides) for event in events
    )


def countries(code: str) -> frozenset[str]:
    """The countries that an actor code may stand for: none, one, or for organisations of states their own code too."""
    country = code[:3]
    if country == NO_COUNTRY:
        return frozenset()
    return frozenset({country, code[3:6]} - {""} if country == ORGANISATION_OF_STATES else {country})


def _recall(cases: Sequence[Case[PetrarchSentence]], *sides: Side) -> Measure:
    """The share found of the gold events that have a country on each of these sides."""
    asked = [[gold for gold in case.gold.events if all(countries(side.code(gold)) for side in sides)] for case in cases]
    right = [sum(found(gold, case.events, *sides) for gold in golds) for case, golds in zip(cases, asked, strict=True)]
    return ratio(right, [len(golds) for golds in asked])


def _fault(case: Case[PetrarchSentence]) -> Fault | None:
    kind = _kind(case)
    gold = {"events": [asdict(event) for event in case.gold.events]}
    return Fault(case.gold.document, kind, gold, case.events) if kind else None


def _kind(case: Case[PetrarchSentence]) -> str | None:
    """What is wrong with the sentence, or None; roots come before countries."""
    gold, events = case.gold.events, case.events
    if not gold:
        return "coded without a gold event" if events else None
    if not events:
        return "nothing coded"
    if not all(found(each, events) for each in gold):
        return "wrong root"
    wrong = [name for name, side in (("actor", ACTOR), ("recipient", RECIPIENT)) if _misses(gold, events, side)]
    return f"right root, wrong country of {' and '.join(wrong)}" if wrong else None


def _misses(golds: Iterable[CameoEvent], events: Iterable[Event], side: Side) -> bool:
    """Whether the country of a gold event on this side is not found."""
    return any(countries(side.code(gold)) and not found(gold, events, side) for gold in golds)


def _event(fields: Any) -> CameoEvent:
    if not isinstance(fields, dict):
        raise ValueError("an event must be an object with actor, recipient and cameo")
    return CameoEvent(_code(fields, "cameo", _CAMEO), _code(fields, "actor", _SIDE), _code(fields, "recipient", _SIDE))


def _code(fields: Fields, name: str, shape: re.Pattern[str]) -> str:
    code = words(fields, name)
    if not shape.fullmatch(code):
        raise ValueError(f"no CAMEO code for its {name}: {code!r}")
    return code


def _day(written: str) -> date | None:
    try:
        return datetime.strptime(written, "%Y%m%d").date()
    except ValueError:
        return None


FORM = Form("petrarch", frozenset({"id", "text", "date", "events"}), read, score)
