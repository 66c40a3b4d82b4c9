"""Documents in which names stand for actors, and events told in a line."""

from collections.abc import Iterable
from typing import Any

from spacy.tokens import Doc

from dateline.coding.coder import EventCoder
from dateline.coding.traces import SentenceTrace
from dateline.model import Document, Event, Participant
from tests.make import actor, chain, document, mention


def told(parsed: str | Doc, *states: str, persons: Iterable[str] = (), **layers: Any) -> Document:
    """A document in which each of these words is a mention of an actor of that name."""
    bare = document(parsed, **layers)
    kinds = dict.fromkeys(states, "state") | dict.fromkeys(persons, "person")
    mentions = {name: mention(bare.text, name) for name in kinds}
    return document(
        bare.parse if bare.parse is not None else bare.text,
        mentions=tuple(mentions.values()),
        chains=tuple(chain(name, each) for name, each in mentions.items()),
        actors=tuple(actor(name, name, "person" if kind == "person" else "state") for name, kind in kinds.items()),
        **layers,
    )


def events_of(coder: EventCoder, given: Document) -> tuple[Event, ...]:
    events = coder(given).events
    assert events is not None
    return events


def only_event(coder: EventCoder, given: Document) -> Event:
    (event,) = events_of(coder, given)
    return event


def reports(coder: EventCoder, given: Document) -> list[str]:
    """Events as "actor TYPE recipient", and the status in brackets where the act is not actual."""
    return [_report(event, given.text) for event in events_of(coder, given)]


def only_trace(coder: EventCoder, given: Document) -> SentenceTrace:
    (trace,) = coder.explain(given)
    return trace


def words(participants: Iterable[Participant], text: str) -> str:
    return ", ".join(each.span.of(text) for each in participants)


def _report(event: Event, text: str) -> str:
    status = event.factuality.status
    told = f"{words(event.actor, text)} {event.type} {words(event.recipient, text)}".strip()
    return told if status == "actual" else f"{told} ({status})"
