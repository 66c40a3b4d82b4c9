"""What the coder saw in a sentence, for people to read."""

from dataclasses import dataclass

from dateline.coding.locations import Locating
from dateline.model import Evidence, Span


@dataclass(frozen=True, slots=True)
class Attempt:
    """One trigger: who filled its slots, which operators changed it, and what became of it.

    `outcome` is the event's type, or the reason why there is none; `locating` tells how an event got its place.
    """

    trigger: Evidence
    actor: tuple[Span, ...]
    recipient: tuple[Span, ...]
    operators: tuple[Evidence, ...]
    outcome: str
    is_event: bool
    locating: Locating | None = None


@dataclass(frozen=True, slots=True)
class SentenceTrace:
    """One sentence with all attempts; `reason` says why it gave no event, None where it gave one."""

    span: Span
    index: int
    attempts: tuple[Attempt, ...]
    reason: str | None
