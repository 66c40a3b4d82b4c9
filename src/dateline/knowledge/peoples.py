"""Peoples that are no state's alone, or only some of a state's citizens: Kurds, Tamils, Roma."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.knowledge.naming import bare
from dateline.knowledge.tables import resource, rows


@dataclass(frozen=True, slots=True)
class People:
    """A people, with the country where nearly all news of it plays, None where there are several."""

    name: str
    adjectives: tuple[str, ...]
    country: str | None


@cache
def peoples(path: Path | None = None) -> Mapping[str, People]:
    """Peoples by name and adjective; ResourceError where a line is wrong or a name is given twice."""
    index: dict[str, People] = {}
    for row in rows(path or resource("actors/peoples.tsv"), ("name", "adjectives", "country")):
        people = People(row.cells["name"], row.many("adjectives"), row.maybe("country"))
        for name in dict.fromkeys((people.name, *people.adjectives)):
            if name in index:
                raise row.wrong(f"{name!r} is given twice")
            index[name] = people
    return index


def people_named(name: str) -> People | None:
    """The people of this name or adjective, a plural -s more or less."""
    plain = bare(name)
    return peoples().get(plain) or peoples().get(plain.removesuffix("s"))
