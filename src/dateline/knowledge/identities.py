"""What the tables know of a name: which state, organisation, office holder or place it means."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from dateline.knowledge.countries import countries
from dateline.knowledge.gazetteer import CITY, candidates, regions
from dateline.knowledge.naming import spellings
from dateline.knowledge.offices import Tenure, surname_on, tenure_on, tenures_of
from dateline.knowledge.organisations import organisation_named
from dateline.knowledge.roles import role_of
from dateline.model import ActorKind

_ARMED = frozenset({"REB", "PRM", "CRM", "UAF"})


@dataclass(frozen=True, slots=True)
class Identity:
    """Whom a name means, as far as tables say; `score` runs from 0 to 1."""

    name: str
    kind: ActorKind
    country: str | None
    sector: tuple[str, ...]
    office: str | None
    wikidata: str | None
    score: float
    rule: str


def identity_of_name(name: str, label: str | None, day: date | None) -> Identity | None:
    """The best that the tables have for a name that the name model labelled so, on a day of publication."""
    sources = (
        (_person, _lone_place) if label == "PER" else (_state, _seat, _organisation, _people, _region, _city, _person)
    )
    found = (source(form, label, day) for form in spellings(name) for source in sources)
    return next((identity for identity in found if identity), None)


def government_of_capital(name: str) -> Identity | None:
    """The government that a capital stands for: `Moscow said`."""
    plain = spellings(name)[-1]
    country = countries().by_capital.get(plain)
    return _plain(plain, "state", country.code, ("GOV",), 0.85, "actor.capital") if country else None


def _lone_place(name: str, label: str | None, day: date | None) -> Identity | None:
    """A capital or country that the name model took for a person."""
    found = government_of_capital(name) or _state(name, None, day)
    return replace(found, score=0.5) if found else None


def _state(name: str, label: str | None, day: date | None) -> Identity | None:
    country = countries().named(name)
    sector = (country.sector,) if country and country.sector else ()
    return _plain(country.name, "state", country.code, sector, 0.95, "actor.country") if country else None


def _seat(name: str, label: str | None, day: date | None) -> Identity | None:
    country = countries().by_seat.get(name)
    return _plain(name, "organisation", country.code, ("GOV",), 0.95, "actor.seat") if country else None


def _organisation(name: str, label: str | None, day: date | None) -> Identity | None:
    known = organisation_named(name)
    if known is None or (label == "LOC" and len(name) < 4):
        return None
    kind: ActorKind = "group" if known.sector in _ARMED else "organisation"
    sector = (known.sector,) if known.sector else ()
    return _plain(known.name, kind, known.country, sector, 0.95, "actor.organisation")


def _people(name: str, label: str | None, day: date | None) -> Identity | None:
    country = countries().by_people.get(name)
    return _plain(name, "group", country.code, ("CVL",), 0.7, "actor.people") if country else None


def _region(name: str, label: str | None, day: date | None) -> Identity | None:
    found = regions().get(name, ()) if label in ("LOC", None) else ()
    sector = ("CVL",) if found and found[0].country else ()
    return _plain(found[0].name, "place", found[0].country, sector, 0.7, "actor.region") if found else None


def _city(name: str, label: str | None, day: date | None) -> Identity | None:
    found = [entry for entry in candidates(name) if entry.resolution == CITY] if label == "LOC" else []
    if not found:
        return None
    best = max(found, key=lambda entry: entry.population)
    return _plain(best.name, "place", best.country, ("CVL",), 0.6, "actor.city")


def _person(name: str, label: str | None, day: date | None) -> Identity | None:
    """Somebody in the table of offices by full name, or by surname while one alone of that name is in office."""
    if label == "LOC":
        return None
    when = day or date.max
    if tenure := tenure_on(name, when):
        left = tenure.end < when and day is not None
        return _holder(tenure, left, 0.8 if left else 0.9)
    if label == "PER" and (tenure := surname_on(name, when)):
        return _holder(tenure, False, 0.6)
    later = tenures_of(name)
    return _plain(later[0].name, "person", later[0].country, (), 0.7, "actor.later-office-holder") if later else None


def _holder(tenure: Tenure, left: bool, score: float) -> Identity:
    role = role_of(tenure.office.split())
    sector = "ELI" if left else role.sector if role else "GOV"
    office = None if left else tenure.office
    return Identity(
        tenure.name, "person", tenure.country, (sector,), office, tenure.wikidata, score, "actor.office-holder"
    )  # fmt: skip


def _plain(
    name: str, kind: ActorKind, country: str | None, sector: tuple[str, ...], score: float, rule: str
) -> Identity:
    return Identity(name, kind, country, sector, None, None, score, rule)


def codes_in(words: str) -> Iterator[str]:
    """Codes of the countries that words name or describe, the longest names first: `South Korean` before `Korean`."""
    parts = words.split()
    start = 0
    while start < len(parts):
        for stop in range(min(len(parts), start + 5), start, -1):
            if country := countries().of_word(" ".join(parts[start:stop])):
                yield country.code
                start = stop - 1
                break
        start += 1
