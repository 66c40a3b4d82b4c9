"""People who are known: who held which office when."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from dateline.knowledge.naming import folded, folded_bare, initials, sounded
from dateline.knowledge.roles import Gender
from dateline.knowledge.tables import Row, rows, tables

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


@dataclass(frozen=True)
class People:
    """Those known, by their folded names and by what may stand for these."""

    all: tuple[Person, ...]
    by_name: Mapping[str, Sequence[Person]]
    by_surname: Mapping[str, Sequence[Person]]

    def named(self, name: str) -> Sequence[Person]:
        """Those of this full name, in whichever transliteration."""
        return self.by_name.get(folded(name)) or (self._sounding(name) if " " in name else ())

    def of_surname(self, surname: str) -> Sequence[Person]:
        """Those whom the last part of a name, or the first where that is the family's, may mean."""
        return self.by_surname.get(folded(surname), ())

    def _sounding(self, name: str) -> Sequence[Person]:
        near = self._by_initials.get(initials(folded(name)), ())
        found = (person for known in near if sounded(known) == sounded(name) for person in self.by_name[known])
        return list({id(person): person for person in found}.values())

    @cached_property
    def _by_initials(self) -> Mapping[str, Sequence[str]]:
        """Names by how their first and last word begin: sounds are compared within these alone."""
        index: dict[str, list[str]] = defaultdict(list)
        for name in self.by_name:
            index[initials(name)].append(name)
        return index


@cache
def people(*paths: Path) -> People:
    """The people of the tables; ResourceError where a line is wrong."""
    every = tuple(_people(row for path in paths or tables("offices") for row in rows(path, COLUMNS)))
    by_name: dict[str, list[Person]] = defaultdict(list)
    by_surname: dict[str, list[Person]] = defaultdict(list)
    for person in every:
        for name in {folded_bare(written) for written in (person.name, *person.variants)}:
            by_name[name].append(person)
            for surname in _surnames(name, person):
                if person not in by_surname[surname][-1:]:
                    by_surname[surname].append(person)
    return People(every, dict(by_name), dict(by_surname))


def _people(table: Iterable[Row]) -> Iterator[Person]:
    """One person for all rows of a name; two where they are of two states, with world offices going to the first."""
    by_name: dict[str, list[Row]] = defaultdict(list)
    for row in table:
        by_name[row.cells["name"]].append(row)
    for own in by_name.values():
        homes = list(dict.fromkeys(row.cells["country"] for row in own if row.cells["country"] not in INTERNATIONAL))
        for home in homes[1:]:
            yield _person([row for row in own if row.cells["country"] == home])
        yield _person([row for row in own if row.cells["country"] not in homes[1:]])


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


def _surnames(name: str, person: Person) -> Iterator[str]:
    """All that may stand for the whole name, without its first word; a variant of one word as it is."""
    words = name.split()
    for count in range(1, min(_LONGEST_SURNAME, len(words) - 1) + 1):
        yield " ".join(words[-count:])
    if person.tenures[0].country in _FAMILY_NAME_FIRST or len(words) == 1:
        yield words[0]
