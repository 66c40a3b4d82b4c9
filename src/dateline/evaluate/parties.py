"""The two sides of a coded event, as gold data speak of them."""

from collections.abc import Sequence

from dateline.model import Event, Participant, Span

RECIPROCAL = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
"""Types whose parties may stand in either list."""


def acting(event: Event) -> tuple[Participant, ...]:
    """Those who may pass for the actor."""
    return event.actor + event.recipient if event.type in RECIPROCAL else event.actor


def receiving(event: Event) -> tuple[Participant, ...]:
    """Those who may pass for the recipient."""
    return event.recipient + event.actor if event.type in RECIPROCAL else event.recipient


def meets(people: Sequence[Participant], spans: Sequence[Span]) -> bool:
    """Whether the words of one of the people overlap one of the spans."""
    return any(each.span.overlaps(span) for each in people for span in spans)
