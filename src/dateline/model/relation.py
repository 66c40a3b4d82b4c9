"""The political world as a text shows it."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.span import Span

RelationKind = Literal["holds-office", "leads", "member-of", "ally-of", "located-in", "part-of", "former-office"]


@dataclass(frozen=True, slots=True)
class Relation:
    """Subject and object are chain ids; `of` is a country code for states and for those who stand for one.

    `voice` is the chain of the source that says so, None for the publisher itself.
    """

    kind: RelationKind
    subject: str
    of: str
    office: str | None
    span: Span
    rule: str
    negated: bool = False
    voice: str | None = None
