"""What the tables know of a name: which state, organisation, office holder or place it means."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.knowledge.countries import countries
from dateline.knowledge.gazetteer import CITY, candidates, regions
from dateline.knowledge.naming import spellings
from dateline.knowledge.offices import Person, Tenure, people
from dateline.knowledge.organisations import organisation_named
from dateline.knowledge.peoples import people_named
from dateline.knowledge.roles import Gender, role_of
from dateline.model import ActorKind

_OF_LEADER, _OF_OTHER, _AT_HOME, _ABROAD = -0.3, -0.4, 0.15, -0.05
"""What a surname alone takes from a leader's and from another's score, and what the report's countries add or take."""
_LEAST, _CLEAR = 0.45, 0.04
"""The lowest score of a surname's bearer, and how far the best must be from the next."""
_LENT = frozenset({"UNK", "GOV", "BUS"})
"""Sectors of titles that every kind of body has: leader, spokesman, chairman."""
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


@dataclass(frozen=True, slots=True)
class Setting:
    """What else decides whom a name means: the day of the report, the countries that it speaks of, most first, and the
    gender that it gives whoever bears the name."""

    day: date | None = None
    countries: tuple[str, ...] = ()
    gender: Gender | None = None


def identities_of_name(name: str, label: str | None, setting: Setting) -> tuple[Identity, ...]:
    """Whom a name, which the name model labelled so, may mean by the tables, the likeliest first."""
    for form in spellings(name):
        if label == "PER":
            found = [
                *_persons(form, label, setting),
                *_one(_organisation(form, label) or _people(form, label) or _lone_place(form)),
            ]
        else:
            thing = next((identity for source in _THINGS if (identity := source(form, label))), None)
            found = [thing] if thing else _persons(form, label, setting)
        if found:
            return tuple(sorted(found, key=lambda identity: -identity.score))
    return ()


def clearest(found: Sequence[Identity]) -> Identity | None:
    """The first identity, unless another is about as likely."""
    best, *rest = found or (None,)
    rivals = [other for other in rest if best and other and best.score - other.score < _CLEAR]
    return None if rivals else best


def government_of_capital(name: str) -> Identity | None:
    """The government that a capital stands for: `Moscow said`."""
    plain = spellings(name)[-1]
    country = countries().by_capital.get(plain)
    return _plain(plain, "state", country.code, ("GOV",), 0.85, "actor.capital") if country else None


def _lone_place(name: str) -> Identity | None:
    """A capital or country that the name model took for a person."""
    found = government_of_capital(name) or _state(name, None)
    return replace(found, score=0.5) if found else None


def _one(identity: Identity | None) -> list[Identity]:
    return [identity] if identity else []


def _state(name: str, label: str | None) -> Identity | None:
    country = countries().named(name)
    sector = (country.sector,) if country and country.sector else ()
    return _plain(country.name, "state", country.code, sector, 0.95, "actor.country") if country else None


def _seat(name: str, label: str | None) -> Identity | None:
    country = countries().by_seat.get(name)
    return _plain(name, "organisation", country.code, ("GOV",), 0.95, "actor.seat") if country else None


def _organisation(name: str, label: str | None) -> Identity | None:
    known = organisation_named(name)
    if known is None or (label == "LOC" and len(name) < 4):
        return None
    kind: ActorKind = "group" if known.sector in _ARMED else "organisation"
    sector = (known.sector,) if known.sector else ()
    return _plain(known.name, kind, known.country, sector, 0.95, "actor.organisation")


def _people(name: str, label: str | None) -> Identity | None:
    if country := countries().by_people.get(name):
        return _plain(name, "group", country.code, ("CVL",), 0.7, "actor.people")
    people = people_named(name)
    return _plain(people.name, "group", people.country, ("CVL",), 0.7, "actor.people") if people else None


def _region(name: str, label: str | None) -> Identity | None:
    found = regions().get(name, ()) if label in ("LOC", None) else ()
    sector = ("CVL",) if found and found[0].country else ()
    return _plain(found[0].name, "place", found[0].country, sector, 0.7, "actor.region") if found else None


def _city(name: str, label: str | None) -> Identity | None:
    found = [entry for entry in candidates(name) if entry.resolution == CITY] if label == "LOC" else []
    if not found:
        return None
    best = max(found, key=lambda entry: entry.population)
    return _plain(best.name, "place", best.country, ("CVL",), 0.6, "actor.city")


def _persons(name: str, label: str | None, setting: Setting) -> list[Identity]:
    """Those of this full name; else those whom the surname may mean, leaders alone where no person was seen in it."""
    if (full := people().named(name)) and label != "LOC":
        return [_holder(person, setting) for person in full]
    bearers = people().of_surname(name)
    short = [person for person in bearers if _may_be(person, setting)] or bearers
    found = [_holder(person, setting, by_surname=True) for person in short if label == "PER" or _leads(person, setting)]
    return [identity for identity in found if identity.score >= _LEAST]


def _may_be(person: Person, setting: Setting) -> bool:
    return None in (person.gender, setting.gender) or person.gender == setting.gender


def _leads(person: Person, setting: Setting) -> bool:
    now = person.office_on(setting.day or date.max)
    return now is not None and now.is_highest


def _holder(person: Person, setting: Setting, by_surname: bool = False) -> Identity:
    """A person by the office held on the day of the report; ELI once it is left, without sector before any."""
    day = setting.day or date.max
    now = person.office_on(day)
    past = None if now else person.office_before(day)
    known = now or past or person.tenures[-1]
    score = 0.9 if now else 0.8 if past else 0.7
    score += 0.05 if known.is_highest else 0.0
    if by_surname:
        score += _OF_LEADER if known.is_highest else _OF_OTHER
        score += _AT_HOME if known.country in setting.countries else _ABROAD if setting.countries else 0.0
    return Identity(
        name=person.name,
        kind="person",
        country=known.country,
        sector=sector_of_tenure(now) if now else ("ELI",) if past else (),
        office=now.office if now else None,
        wikidata=person.wikidata,
        score=round(score, 2),
        rule="actor.office-holder" if now else "actor.former-office-holder" if past else "actor.later-office-holder",
    )


def sector_of_tenure(tenure: Tenure) -> tuple[str, ...]:
    """The sector of whoever holds an office: its own, or for a mere head that of the body led."""
    role = role_of(tenure.office.split())
    body = organisation_named(tenure.organisation) if tenure.organisation else None
    entity = countries().named(tenure.organisation) if tenure.organisation else None
    if entity is not None and entity.sector:
        return (entity.sector,)
    if body is not None and (role is None or role.sector in _LENT):
        return (body.sector,) if body.sector else ()
    return (role.sector,) if role and role.sector != "UNK" else ()


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


_THINGS: Sequence[Callable[[str, str | None], Identity | None]] = (
    _state, _seat, _organisation, _people, _region, _city,
)  # fmt: skip
"""What a name that is no person's may mean, the surer first."""
