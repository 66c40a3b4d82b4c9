"""Organisations that act: international ones, armed groups and parties, bodies of one state."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.knowledge.naming import bare
from dateline.knowledge.tables import rows, tables

COLUMNS = ("name", "variants", "country", "sector", "members")


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation with its country, or IGO, UNO, EUR, NGO, ISM, IMG or MNC, and its sector if it has one.

    `members` are the codes of the states that make up an intergovernmental body; near-universal ones list none.
    """

    name: str
    variants: tuple[str, ...]
    country: str
    sector: str | None
    members: tuple[str, ...] = ()


@cache
def organisations(*paths: Path) -> Mapping[str, Organisation]:
    """Organisations by name and variant; ResourceError where a line is wrong or a name is given twice."""
    index: dict[str, Organisation] = {}
    for path in paths or tables("organisations"):
        for name, organisation in _entries(path):
            index[name] = organisation
    return index


def organisation_named(name: str) -> Organisation | None:
    """The organisation of this name or acronym."""
    return organisations().get(bare(name))


def _entries(path: Path) -> Iterator[tuple[str, Organisation]]:
    seen: dict[str, int] = {}
    for row in rows(path, COLUMNS):
        country, members = row.cells["country"], row.many("members")
        for code in (country, *members):
            if len(code) != 3:
                raise row.wrong(f"no country or international code: {code!r}")
        organisation = Organisation(row.cells["name"], row.many("variants"), country, row.maybe("sector"), members)
        for name in (organisation.name, *organisation.variants):
            if (first := seen.setdefault(bare(name), row.line)) != row.line:
                raise row.wrong(f"{name!r} stands in line {first} already")
            yield bare(name), organisation
