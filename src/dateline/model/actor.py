"""Who is spoken of: mentions, the chains they form, and the actors that chains refer to."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.span import Span

MentionForm = Literal["name", "nominal", "noun", "pronoun"]
ActorKind = Literal["person", "organisation", "group", "state", "place"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name something: the whole phrase, its head word, and what the name model called it if it did."""

    span: Span
    head: Span
    form: MentionForm
    label: Literal["PER", "ORG", "LOC"] | None
    rule: str


@dataclass(frozen=True, slots=True)
class Chain:
    """Mentions of one thing; each mention belongs to exactly one chain, alone if need be."""

    id: str
    mentions: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody or something that a chain might have meant, too, with the score that it reached."""

    name: str
    country: str | None
    wikidata: str | None
    score: float


@dataclass(frozen=True, slots=True)
class Actor:
    """What a chain refers to; `country` and `sector` as PLOVER codes them, `affiliation` a chain id.

    There is one for each chain that may act politically; a chain without one (a storm, a share price) makes no event.
    `link_score` runs from 0 to 1.
    """

    chain_id: str
    name: str
    kind: ActorKind
    country: str | None
    sector: tuple[str, ...]
    office: str | None
    affiliation: str | None
    wikidata: str | None
    link_score: float
    rule: str
    candidates: tuple[Candidate, ...] = ()
    """All that the tables offered for its name, the chosen one included, the likeliest first."""
