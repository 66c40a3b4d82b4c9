"""Sentences as the event coder read them."""

from dataclasses import dataclass

from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and why it gave no event; `reason` is None where it gave one."""

    span: Span
    reason: str | None
