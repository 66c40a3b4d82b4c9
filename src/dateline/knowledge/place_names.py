"""How places are written short, and which of their names are rather words or given names."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import records, resource, rows

_COLUMNS = ("written", "name", "country", "alone")
_KEYS = ("id", "names", "examples", "counterexamples")


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """What a short form stands for; `alone` where it needs no town before it."""

    name: str
    country: str
    alone: bool


@cache
def abbreviations() -> Mapping[str, Abbreviation]:
    """States and provinces by their short forms: `Ky.`, `NSW`; ResourceError where a line is wrong."""
    table = rows(resource("places/words/abbreviations.tsv"), _COLUMNS)
    return {
        row.cells["written"]: Abbreviation(row.cells["name"], row.cells["country"], row.cells["alone"] == "yes")
        for row in reversed(list(table))
    }


@cache
def guarded_words(id: str) -> frozenset[str]:
    """Names of places that a guard keeps from being read as such where no name model saw a place."""
    guards = records(resource("places/guards.yaml"), _KEYS)
    return frozenset(name for guard in guards if guard.content["id"] == id for name in guard.content["names"])
