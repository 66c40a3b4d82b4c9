"""Organisations that act: international ones, armed groups and parties, bodies of one state."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.knowledge.naming import bare
from dateline.knowledge.tables import resource, rows

_COLUMNS = ("name", "variants", "country", "sector")
_TABLES = ("actors/organisations.tsv", "actors/groups.tsv", "actors/bodies.tsv")


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation with its country, or IGO, UNO, EUR, NGO, ISM, IMG or MNC, and its sector if it has one."""

    name: str
    variants: tuple[str, ...]
    country: str
    sector: str | None


@cache
def organisations(*paths: Path) -> Mapping[str, Organisation]:
    """Organisations by name and variant; ResourceError where a line is wrong or a name is given twice."""
    index: dict[str, Organisation] = {}
    for path in paths or tuple(map(resource, _TABLES)):
        for name, organisation in _entries(path):
            index[name] = organisation
    return index


def organisation_named(name: str) -> Organisation | None:
    """The organisation of this name or acronym."""
    return organisations().get(bare(name))


def _entries(path: Path) -> Iterator[tuple[str, Organisation]]:
    seen: dict[str, int] = {}
    for row in rows(path, _COLUMNS):
        if len(row.cells["country"]) != 3:
            raise row.wrong(f"no country or international code: {row.cells['country']!r}")
        organisation = Organisation(row.cells["name"], row.many("variants"), row.cells["country"], row.maybe("sector"))
        for name in (organisation.name, *organisation.variants):
            if (first := seen.setdefault(bare(name), row.line)) != row.line:
                raise row.wrong(f"{name!r} stands in line {first} already")
            yield bare(name), organisation
