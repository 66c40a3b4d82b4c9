"""What single mentions show of a chain, and the actor that this adds up to."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import Actor, ActorKind, Candidate

TITLE, ROLE = "actor.title", "actor.role"
"""Rules whose findings are composed from words: a person by title, a group by what it does."""

_LISTED = frozenset({"actor.organisation", "actor.country"})
"""Rules whose sector holds, even if there is none: the African Union is no trade union."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one mention shows; empty fields are left to other mentions."""

    name: str
    kind: ActorKind
    rule: str
    score: float
    country: str | None = None
    sector: tuple[str, ...] = ()
    office: str | None = None
    affiliation: str | None = None
    wikidata: str | None = None
    candidates: tuple[Candidate, ...] = ()


def merged(chain_id: str, findings: Sequence[Finding]) -> Actor:
    """Each field from the surest finding that has it; sector and country from findings of one kind of thing."""
    ordered = sorted(findings, key=lambda finding: -finding.score)
    best = ordered[0]
    own = [finding for finding in ordered if (finding.kind == "place") == (best.kind == "place")]
    return Actor(
        chain_id=chain_id,
        name=_name(own, best),
        kind=best.kind,
        country=next((finding.country for finding in own if finding.country), None),
        sector=best.sector if best.rule in _LISTED else next((finding.sector for finding in own if finding.sector), ()),
        office=next((finding.office for finding in own if finding.office), None),
        affiliation=next((each.affiliation for each in own if each.affiliation not in (None, chain_id)), None),
        wikidata=next((finding.wikidata for finding in own if finding.wikidata), None),
        link_score=best.score,
        rule=best.rule,
        candidates=next((finding.candidates for finding in own if finding.candidates), ()),
    )


def _name(findings: Sequence[Finding], best: Finding) -> str:
    """A table's name as it is, a person's else in its fullest form."""
    listed = next((finding.name for finding in findings if finding.candidates), None)
    people = [finding.name for finding in findings if finding.kind == "person" and finding.rule != ROLE]
    return listed or (max(people, key=len, default=best.name) if best.rule == TITLE else best.name)
