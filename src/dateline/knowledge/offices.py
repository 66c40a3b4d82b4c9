"""People who are known: who held which office when."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from dateline.knowledge.naming import folded, folded_bare, initials, sounded
from dateline.knowledge.roles import Gender
from dateline.knowledge.tables import Row, lines, own_folder, row_of, tables

COLUMNS = ("name", "variants", "gender", "country", "office", "organisation", "from", "to", "wikidata")

INTERNATIONAL = frozenset({"IGO", "UNO", "EUR", "NGO", "IMG", "ISM", "MNC"})
"""Codes that stand where a country would, for what is of no one state."""

_FAMILY_NAME_FIRST = frozenset({"CHN", "TWN", "HKG", "KOR", "PRK", "KHM", "SGP", "MMR", "ETH", "ERI", "THA", "LAO"})
"""Where people are known by the first word of their name, too."""
_LONGEST_SURNAME = 3
_HIGHEST = frozenset({
    "president", "prime minister", "chancellor", "supreme leader", "king", "queen", "emir", "sultan", "premier",
    "taoiseach", "pope", "secretary-general", "secretary general", "crown prince",
})  # fmt: skip
_GENDERS: tuple[Gender, ...] = ("male", "female")


@dataclass(frozen=True, slots=True)
class Tenure:
    """A time in one office, both days included; `end` is `date.max` for one that lasts.

    `organisation` is the body led, None for an office of state.
    """

    country: str
    office: str
    organisation: str | None
    start: date
    end: date

    @property
    def is_highest(self) -> bool:
        """Whether one speaks of its holder by surname alone: a head of state or government, or of a world body."""
        return self.office in _HIGHEST


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with the offices held, the latest first."""

    name: str
    variants: tuple[str, ...]
    gender: Gender | None
    wikidata: str | None
    tenures: tuple[Tenure, ...]

    def office_on(self, day: date) -> Tenure | None:
        """The office held on a day, the highest and latest if several."""
        held = [tenure for tenure in self.tenures if tenure.start <= day <= tenure.end]
        return next((tenure for tenure in held if tenure.is_highest), held[0] if held else None)

    def office_before(self, day: date) -> Tenure | None:
        """What one is remembered for: the highest office left before a day, the last of several."""
        left = [tenure for tenure in self.tenures if tenure.end < day]
        return max(left, key=lambda tenure: (tenure.is_highest, tenure.end), default=None)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a table, whose name and country alone are read until its person is asked for."""

    path: Path
    number: int
    cells: Sequence[str]

    @property
    def name(self) -> str:
        return self.cells[0].strip()

    @property
    def country(self) -> str:
        return self.cells[3].strip()

    def row(self) -> Row:
        return row_of(self.path, COLUMNS, self.number, self.cells)


class People:
    """Those known, by their folded names and by what may stand for these; each is made when first asked for."""

    def __init__(self, own: Sequence[Sequence[_Line]] = ()) -> None:
        self._own = own
        self._made: dict[int, Person] = {}
        self._by_name: dict[str, list[int]] = {}
        self._by_last: dict[str, list[tuple[str, int]]] = {}
        self._by_first: dict[str, list[int]] = {}
        for place, lines_of_one in enumerate(own):
            for name in _names(lines_of_one):
                self._enter(name, place, lines_of_one)

    def _enter(self, name: str, place: int, own: Sequence[_Line]) -> None:
        first, _, rest = name.partition(" ")
        self._by_name.setdefault(name, []).append(place)
        self._by_last.setdefault(name.rpartition(" ")[2], []).append((name, place))
        if not rest or any(line.country in _FAMILY_NAME_FIRST for line in own):
            self._by_first.setdefault(first, []).append(place)

    def make_all(self) -> tuple[Person, ...]:
        """Everybody, in the order of the tables; ResourceError where a line is wrong."""
        return tuple(map(self._person, range(len(self._own))))

    def named(self, name: str) -> Sequence[Person]:
        """Those of this full name, in whichever transliteration."""
        places = self._by_name.get(folded(name)) or (self._sounding(name) if " " in name else ())
        return [self._person(place) for place in places]

    def of_surname(self, surname: str) -> Sequence[Person]:
        """Those whom the last part of a name, or the first where that is the family's, may mean."""
        wanted = folded(surname)
        *before, last = wanted.split() or ("",)
        ended = self._by_last.get(last, ()) if len(before) < _LONGEST_SURNAME else ()
        places = {place for name, place in ended if name.endswith(f" {wanted}")}
        first = (place for place in self._by_first.get(wanted, ()) if self._may_go_by_first(wanted, place))
        return [self._person(place) for place in sorted(places.union(first))]

    def _may_go_by_first(self, name: str, place: int) -> bool:
        alone = place in self._by_name.get(name, ())
        return alone or self._person(place).tenures[0].country in _FAMILY_NAME_FIRST

    def _person(self, place: int) -> Person:
        if place not in self._made:
            self._made[place] = _person([line.row() for line in self._own[place]])
        return self._made[place]

    def _sounding(self, name: str) -> Sequence[int]:
        near = self._by_initials.get(initials(folded(name)), ())
        found = (place for known in near if sounded(known) == sounded(name) for place in self._by_name[known])
        return list(dict.fromkeys(found))

    @cached_property
    def _by_initials(self) -> Mapping[str, Sequence[str]]:
        """Names by how their first and last word begin: sounds are compared within these alone."""
        index: dict[str, list[str]] = defaultdict(list)
        for name in self._by_name:
            index[initials(name)].append(name)
        return index


@cache
def people(*paths: Path) -> People:
    """The people of the tables; ResourceError where a line is wrong, which the packaged ones are tested not to be."""
    found = People(list(_people(paths or tables("offices"))))
    if paths or own_folder():
        found.make_all()
    return found


def _names(own: Sequence[_Line]) -> set[str]:
    variants = (variant for line in own if line.cells[1] for variant in line.cells[1].strip().split("|") if variant)
    return {folded_bare(written) for written in (own[0].name, *variants)}


def _people(paths: Iterable[Path]) -> Iterator[Sequence[_Line]]:
    """One person for all lines of a name; two where they are of two states, with world offices going to the first."""
    by_name: dict[str, list[_Line]] = defaultdict(list)
    for path in paths:
        for number, cells in lines(path, COLUMNS):
            by_name[cells[0].strip()].append(_Line(path, number, cells))
    for own in by_name.values():
        homes = list(dict.fromkeys(line.country for line in own if line.country not in INTERNATIONAL))
        for home in homes[1:]:
            yield [line for line in own if line.country == home]
        yield [line for line in own if line.country not in homes[1:]] if homes[1:] else own


def _person(own: Sequence[Row]) -> Person:
    return Person(
        name=own[0].cells["name"],
        variants=tuple(dict.fromkeys(variant for row in own for variant in row.many("variants"))),
        gender=next((gender for row in own for gender in _GENDERS if row.cells["gender"] == gender), None),
        wikidata=next((row.cells["wikidata"] for row in own if row.cells["wikidata"]), None),
        tenures=tuple(sorted(map(tenure_of, own), key=lambda tenure: tenure.start, reverse=True)),
    )


def tenure_of(row: Row) -> Tenure:
    """The tenure that a line of the table tells of; ResourceError where it is wrong."""
    start, end = row.day("from", date.min), row.last_day("to", date.max)
    if end < start:
        raise row.wrong("it ends before it begins")
    if row.cells["gender"] not in ("", *_GENDERS):
        raise row.wrong(f"gender is none of {', '.join(_GENDERS)}: {row.cells['gender']!r}")
    return Tenure(row.cells["country"], row.cells["office"], row.maybe("organisation"), start, end)
