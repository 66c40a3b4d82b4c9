"""What the coder saw in a sentence, for people to read."""

from dataclasses import dataclass

from dateline.coding.dates import Dating
from dateline.coding.locations import Locating
from dateline.model import Evidence, Factuality, Span


@dataclass(frozen=True, slots=True)
class Attempt:
    """One trigger: who filled its slots, which operators changed it, and what became of it.

    `outcome` is the event's type, or the reason why there is none; `dating` and `locating` tell how an event got its date and place.
    """

    trigger: Evidence
    actor: tuple[Span, ...]
    recipient: tuple[Span, ...]
    operators: tuple[Evidence, ...]
    outcome: str
    is_event: bool
    dating: Dating | None = None
    locating: Locating | None = None
    factuality: Factuality | None = None
    """Whether it happened, and the words that say so; None where there is no event."""
    confidence: float | None = None
    """What the scorer gives it; None where rules alone decide."""


@dataclass(frozen=True, slots=True)
class SentenceTrace:
    """One sentence with all attempts; `reason` says why it gave no event, None where it gave one."""

    span: Span
    index: int
    attempts: tuple[Attempt, ...]
    reason: str | None
