"""Parts of an article."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.span import Span

SectionKind = Literal["headline", "dateline", "lead", "body", "subheading", "promo", "caption"]


@dataclass(frozen=True, slots=True)
class Section:
    """One paragraph or line by its function; `promo` advertises another article, `dateline` is cut off its lead."""

    span: Span
    kind: SectionKind
    rule: str
