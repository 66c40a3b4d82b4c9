"""The codes of other event data: CAMEO's and ICEWS' for countries, bodies, sectors and acts, and quad classes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.countries import countries
from dateline.knowledge.tables import resource, rows

QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
_LAST_ROOT_OF_QUAD = (5, 8, 13, 20)


@dataclass(frozen=True, slots=True)
class State:
    """A country's number in the Correlates of War project, its FIPS 10-4 and CAMEO codes and what ICEWS calls it."""

    cow: str
    fips: str
    cameo: str
    icews: str


@dataclass(frozen=True, slots=True)
class Body:
    """An international body, as it stands where a country would: CAMEO's codes for it."""

    name: str
    prefix: str
    country: str
    group: str
    type: str


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector's name, CAMEO's role (empty where there is none) and ICEWS' words, the narrowest first."""

    name: str
    cameo: str
    icews: str


@dataclass(frozen=True, slots=True)
class CameoActor:
    """The parts of an actor's code in CAMEO."""

    code: str
    country: str
    group: str
    types: tuple[str, ...]


def state(code: str | None) -> State | None:
    """The country of a code; None for a body or an unknown code."""
    return _states().get(code or "")


def sector(code: str) -> Sector:
    """A sector; one that an ontology of the user's own brings keeps its code as its name."""
    return sectors().get(code, Sector(code, "", code))


def country_name(code: str) -> str:
    """The name of a country or body; its code where it has none."""
    if code in _bodies():
        return _bodies()[code].name
    known = countries().by_code.get(code)
    return known.name if known else code


def icews_country(code: str | None) -> str | None:
    """The country in ICEWS' words; None for bodies, which have no country there."""
    known = state(code)
    return (known.icews or country_name(code or "")) if known else None


def cameo_actor(country: str | None, sectors: Sequence[str]) -> CameoActor:
    """An actor in CAMEO's codes: country or body, then up to three roles."""
    roles = tuple(dict.fromkeys(filter(None, (sector(each).cameo for each in sectors))))
    body = _bodies().get(country or "")
    if body:
        types = (body.type, *(role for role in roles if role != body.type))[:3]
        return CameoActor(body.prefix + "".join(types[1:]), body.country, body.group, types)
    known = state(country)
    code = known.cameo if known else ""
    return CameoActor(code + "".join(roles[:3]), code, "", roles[:3])


def act(cameo: str) -> str:
    """CAMEO's words for a code, or for the closest code above it; the code itself where none is known."""
    known, code = acts(), cameo
    while code not in known and len(code) > 2:
        code = code[:-1]
    return known.get(code, cameo)


def cameo_quad(cameo: str) -> int:
    """The quad class that CAMEO's roots are counted in, which is not always PLOVER's: to yield is material there."""
    root = int(cameo[:2])
    return next(quad for quad, last in enumerate(_LAST_ROOT_OF_QUAD, 1) if root <= last)


@cache
def acts() -> Mapping[str, str]:
    """CAMEO's words by code."""
    return {row.cells["code"]: row.cells["label"] for row in rows(resource("export/cameo.tsv"), ("code", "label"))}


@cache
def sectors() -> Mapping[str, Sector]:
    """All sectors by code."""
    columns = ("code", "name", "cameo", "icews")
    table = rows(resource("export/sectors.tsv"), columns)
    return {row.cells["code"]: Sector(*(row.cells[name] for name in columns[1:])) for row in table}


@cache
def us_states() -> Mapping[str, str]:
    """Postal codes of the states of the US by name."""
    return {row.cells["name"]: row.cells["code"] for row in rows(resource("export/us_states.tsv"), ("name", "code"))}


@cache
def reciprocal_rules() -> frozenset[str]:
    """The packaged rules whose actors act on each other."""
    return frozenset(row.cells["rule"] for row in rows(resource("export/reciprocal.tsv"), ("rule",)))


@cache
def _states() -> Mapping[str, State]:
    columns = ("code", "cow", "fips", "cameo", "icews")
    table = rows(resource("export/countries.tsv"), columns)
    return {row.cells["code"]: State(*(row.cells[name] for name in columns[1:])) for row in table}


@cache
def _bodies() -> Mapping[str, Body]:
    columns = ("code", "name", "prefix", "cameo_country", "group", "type")
    table = rows(resource("export/bodies.tsv"), columns)
    return {row.cells["code"]: Body(*(row.cells[name] for name in columns[1:])) for row in table}
