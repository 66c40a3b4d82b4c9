"""The political world as a text shows it."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.span import Span

RelationKind = Literal["holds-office", "leads", "member-of", "ally-of", "located-in", "part-of", "former-office"]


@dataclass(frozen=True, slots=True)
class Relation:
    """Subject and object are chain ids; `of` may be a country code where no chain stands for it."""

    kind: RelationKind
    subject: str
    of: str
    office: str | None
    span: Span
    rule: str
