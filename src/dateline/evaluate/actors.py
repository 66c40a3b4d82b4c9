"""Scores the country and the sector that mentions of actors get, on a table of texts with one mention each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.knowledge.tables import Row, rows
from dateline.model import Actor, Document, Publication, Span
from dateline.stage import Stage

COLUMNS = ("text", "mention", "published", "country", "sector", "person")


@dataclass(frozen=True, slots=True)
class Case:
    """A text, the one mention in it that is asked for, and the codes that are right; "" means none."""

    document: Document
    mention: Span
    countries: tuple[str, ...]
    sectors: tuple[str, ...]
    person: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """A case with the actor that its mention got."""

    case: Case
    actor: Actor | None

    @property
    def country_is_right(self) -> bool:
        """Whether the country is one of the right ones."""
        return ((self.actor.country if self.actor else None) or "") in self.case.countries

    @property
    def sector_is_right(self) -> bool:
        """Whether the first sector is one of the right ones."""
        return next(iter(self.actor.sector if self.actor else ()), "") in self.case.sectors


def evaluate_actors(path: Path, stage: Stage) -> tuple[Verdict, ...]:
    """The verdicts on all cases of a table; ResourceError where a line is wrong."""
    cases = [_case(row) for row in rows(path, COLUMNS)]
    coded = stage([case.document for case in cases])
    return tuple(Verdict(case, _actor_at(case.mention, document)) for case, document in zip(cases, coded, strict=True))


def _case(row: Row) -> Case:
    text, mention = row.cells["text"], row.cells["mention"]
    if text.count(mention) != 1:
        raise row.wrong(f"{mention!r} does not stand once in its text")
    start = text.index(mention)
    return Case(
        document=Document(str(row.line), text, Publication(published=row.day("published", date.min))),
        mention=Span(start, start + len(mention)),
        countries=_alternatives(row.cells["country"]),
        sectors=_alternatives(row.cells["sector"]),
        person=row.cells["person"],
    )


def _alternatives(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|"))


def _actor_at(span: Span, document: Document) -> Actor | None:
    """The actor of the mention that shares most with the span and has its head inside."""
    actors = {actor.chain_id: actor for actor in document.actors or ()}
    chains = {mention: chain.id for chain in document.chains or () for mention in chain.mentions}
    named = [mention for mention in document.mentions or () if mention.form != "noun"]
    inside = [mention for mention in named if span.covers(mention.head)]
    best = max(inside, key=lambda mention: _likeness(mention.span, span), default=None)
    return actors.get(chains[best.span]) if best else None


def _likeness(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start))


def share(verdicts: Sequence[bool]) -> float:
    """The share that is right; 0 of none."""
    return sum(verdicts) / len(verdicts) if verdicts else 0.0


def wrong(verdicts: Sequence[Verdict]) -> Iterator[Verdict]:
    """Those with a wrong country or sector."""
    return (verdict for verdict in verdicts if not (verdict.country_is_right and verdict.sector_is_right))
