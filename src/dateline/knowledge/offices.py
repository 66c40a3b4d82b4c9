"""Who held which office when."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from dateline.knowledge.naming import bare
from dateline.knowledge.tables import Row, resource, rows

_COLUMNS = ("name", "variants", "country", "office", "from", "to", "wikidata")


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person's time in one office, both days included; `end` is `date.max` for one that lasts."""

    name: str
    variants: tuple[str, ...]
    country: str
    office: str
    start: date
    end: date
    wikidata: str | None


@cache
def tenures(path: Path | None = None) -> Mapping[str, Sequence[Tenure]]:
    """Tenures by full name and variant, the latest first; ResourceError where a line is wrong."""
    by_person: dict[str, list[Tenure]] = defaultdict(list)
    for row in rows(path or resource("actors/leaders.tsv"), _COLUMNS):
        by_person[row.cells["name"]].append(_tenure(row))
    index: dict[str, Sequence[Tenure]] = {}
    for own in by_person.values():
        own.sort(key=lambda tenure: tenure.start, reverse=True)
        for name in {bare(name) for tenure in own for name in (tenure.name, *tenure.variants)}:
            index[name] = own
    return index


def tenures_of(name: str) -> Sequence[Tenure]:
    """All tenures of the person of this full name, the latest first."""
    return tenures().get(bare(name), ())


def tenure_on(name: str, day: date) -> Tenure | None:
    """The office held on a day, else the last one left before it."""
    begun = [tenure for tenure in tenures_of(name) if tenure.start <= day]
    return next((tenure for tenure in begun if day <= tenure.end), begun[0] if begun else None)


@cache
def surnames_on(day: date) -> Mapping[str, Sequence[Tenure]]:
    """Tenures on a day, by the holders' last names."""
    found: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in {own[0].name: _current(own, day) for own in tenures().values()}.values():
        if tenure is not None:
            found[tenure.name.split()[-1]].append(tenure)
    return found


def surname_on(surname: str, day: date) -> Tenure | None:
    """The office of the one person of that last name who holds any on the day."""
    found = surnames_on(day).get(bare(surname), ())
    return found[0] if len(found) == 1 else None


def _current(own: Sequence[Tenure], day: date) -> Tenure | None:
    return next((tenure for tenure in own if tenure.start <= day <= tenure.end), None)


def _tenure(row: Row) -> Tenure:
    start, end = row.day("from", date.min), row.day("to", date.max)
    if end < start:
        raise row.wrong("it ends before it begins")
    return Tenure(
        name=row.cells["name"],
        variants=row.many("variants"),
        country=row.cells["country"],
        office=row.cells["office"],
        start=start,
        end=end,
        wikidata=row.maybe("wikidata"),
    )
