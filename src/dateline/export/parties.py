"""Actors as one knows them again across documents, and the pairs that an event makes of them."""

from dataclasses import dataclass
from itertools import permutations, product

from dateline.export import codes
from dateline.export.shape import Actor, Record

_SMALL_WORDS = frozenset("of the and for in on de la al el bin ibn du des von van y da do dos e".split())


@dataclass(frozen=True, slots=True)
class Party:
    """One who takes part; `key` is the same wherever it is the same, one without a name being its country's and sector's."""

    key: str
    name: str
    kind: str | None
    country: str | None
    sectors: tuple[str, ...]
    wikidata: str | None
    is_named: bool


Pair = tuple[Actor | None, Actor | None]


def pairs(record: Record) -> list[Pair]:
    """Each actor with each recipient; both ways where actors act on each other; None for a side that nobody is on."""
    actors, recipients = record["actor"], record["recipient"]
    if len(actors) > 1 and not recipients and _is_reciprocal(record):
        return list(permutations(actors, 2))
    nobody: list[Actor | None] = [None]
    return list(product(actors or nobody, recipients or nobody))


def _is_reciprocal(record: Record) -> bool:
    """Whether they meet, trade or fight with each other; several who march or condemn do so side by side."""
    return record["trigger"]["rule"] in codes.reciprocal_rules()


def party(actor: Actor, record: Record) -> Party:
    """Whom the actor of a record is: a state, an item of Wikidata, a name, or anybody of a sector of a country."""
    country, sectors = actor["country"], tuple(actor["sector"])
    if actor["kind"] == "state" and country:
        return Party(country, codes.country_name(country), "state", country, (), actor["wikidata"], True)
    if is_named(actor, record):
        name = actor["name"] or actor["text"]
        key = actor["wikidata"] or "|".join((name.casefold(), country or ""))
        return Party(key, name, actor["kind"], country, sectors, actor["wikidata"], True)
    sector = sectors[:1]
    return Party("|".join(("*", country or "", *sector)), _anybody(country, sector), None, country, sector, None, False)


def is_named(actor: Actor, record: Record) -> bool:
    """Whether its name is a proper one; a single capital at the beginning of a sentence says nothing."""
    if actor["wikidata"]:
        return True
    words = [word for word in (actor["name"] or "").split() if word.casefold() not in _SMALL_WORDS]
    if not words or not all(word[0].isupper() for word in words):
        return False
    begins = actor["span"][0] == record["sentence"]["span"][0] and actor["name"] == actor["text"]
    return len(words) > 1 or not begins


def _anybody(country: str | None, sector: tuple[str, ...]) -> str:
    """As ICEWS calls those without a name: "Police (Peru)"."""
    words = codes.sector(sector[0]).name if sector else "Unidentified"
    return f"{words} ({codes.country_name(country)})" if country else words
