"""States and territories: their names, adjectives, peoples, capitals and seats of government."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.knowledge.naming import bare
from dateline.knowledge.tables import Row, resource, rows

_COLUMNS = (
    "code", "name", "variants", "adjectives", "people", "capitals", "seats", "latitude", "longitude", "sector",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Country:
    """A state, or a territory under its sovereign's code; `sector` is PRE where it is only partly recognised."""

    code: str
    name: str
    variants: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]
    latitude: float
    longitude: float
    sector: str | None
    territory: bool


@dataclass(frozen=True, slots=True)
class Countries:
    """Countries by each of the ways in which news names them."""

    all: tuple[Country, ...]
    by_code: Mapping[str, Country]
    by_name: Mapping[str, Country]
    by_adjective: Mapping[str, Country]
    by_people: Mapping[str, Country]
    by_capital: Mapping[str, Country]
    by_seat: Mapping[str, Country]

    def named(self, name: str) -> Country | None:
        """The country of this name."""
        return self.by_name.get(bare(name))

    def of_word(self, word: str) -> Country | None:
        """The country that a name, adjective or people's name belongs to."""
        plain = bare(word)
        return self.by_name.get(plain) or self.by_adjective.get(plain) or self.by_people.get(plain)


@cache
def countries(path: Path | None = None) -> Countries:
    """The table of countries; ResourceError where a line is wrong."""
    every: list[Country] = []
    for row in rows(path or resource("actors/countries.tsv"), _COLUMNS):
        every.append(_country(row, territory=any(known.code == row.cells["code"] for known in every)))
    return Countries(
        all=tuple(every),
        by_code=_index(every, lambda country: [country.code]),
        by_name=_index(every, lambda country: [country.name, *country.variants]),
        by_adjective=_index(every, lambda country: country.adjectives),
        by_people=_index(every, lambda country: country.people),
        by_capital=_index(every, lambda country: country.capitals),
        by_seat=_index(every, lambda country: country.seats),
    )


def _country(row: Row, territory: bool) -> Country:
    if len(row.cells["code"]) != 3:
        raise row.wrong(f"no ISO 3166 alpha-3 code: {row.cells['code']!r}")
    return Country(
        code=row.cells["code"],
        name=row.cells["name"],
        variants=row.many("variants"),
        adjectives=row.many("adjectives"),
        people=row.many("people"),
        capitals=row.many("capitals"),
        seats=row.many("seats"),
        latitude=row.number("latitude"),
        longitude=row.number("longitude"),
        sector=row.maybe("sector"),
        territory=territory,
    )


def _index(every: Iterable[Country], names: Callable[[Country], Iterable[str]]) -> dict[str, Country]:
    """The first country listed keeps a name that two share."""
    index: dict[str, Country] = {}
    for country in every:
        for name in names(country):
            index.setdefault(bare(name), country)
    return index
