"""Checks tables of knowledge: every line, not only the first that is wrong."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from dateline.errors import ResourceError
from dateline.knowledge import gazetteer, offices, organisations
from dateline.knowledge.countries import countries
from dateline.knowledge.naming import folded
from dateline.knowledge.offices import INTERNATIONAL, Tenure
from dateline.knowledge.roles import SECTORS, role_of
from dateline.knowledge.tables import Row, rows

KINDS: Mapping[str, Sequence[str]] = {
    "offices": offices.COLUMNS,
    "organisations": organisations.COLUMNS,
    "places": gazetteer.COLUMNS,
}
"""The kinds of tables that a user may add, each with its columns."""

_GRACE = 62
"""Days that two holders of one highest office may overlap: handovers, and dates known by the month."""
_WIKIDATA = "Q"
_RESOLUTIONS = frozenset("12345")
_LIMITS = {"latitude": 90.0, "longitude": 180.0}


def complaints(path: Path, kind: str) -> Iterator[ResourceError]:
    """What is wrong with a table of a kind, each with its line."""
    table: list[Row] = []
    try:
        table.extend(rows(path, KINDS[kind]))
    except ResourceError as error:
        yield error
        return
    yield from _CHECKS[kind](table)


def kind_of(path: Path) -> str:
    """The kind of a table by its header; ResourceError where it is none's."""
    header = path.read_text("utf8").partition("\n")[0].rstrip("\r").split("\t")
    for kind, columns in KINDS.items():
        if header == list(columns):
            return kind
    known = "; ".join(f"{kind}: {' '.join(columns)}" for kind, columns in KINDS.items())
    raise ResourceError(path, f"its columns are those of no table ({known})", 1)


def _check_offices(table: Sequence[Row]) -> Iterator[ResourceError]:
    for row in table:
        yield from _check_office(row)


def _check_office(row: Row) -> Iterator[ResourceError]:
    if not row.cells["name"]:
        yield row.wrong("no name")
    if row.cells["country"] not in INTERNATIONAL and row.cells["country"] not in countries().by_code:
        yield row.wrong(f"unknown country {row.cells['country']!r}")
    if role_of(row.cells["office"].split()) is None:
        yield row.wrong(f"{row.cells['office']!r} ends in no known role (actors/roles.yaml)")
    wikidata = row.cells["wikidata"]
    if wikidata and not (wikidata.startswith(_WIKIDATA) and wikidata[1:].isdecimal()):
        yield row.wrong(f"no Wikidata item: {wikidata!r}")
    try:
        offices.tenure_of(row)
    except ResourceError as error:
        yield error


def doubts(path: Path) -> Iterator[ResourceError]:
    """Two holders of one highest office of a state at a time: a slip in a table of offices, or joint rule."""
    table = list(rows(path, offices.COLUMNS))
    held: dict[tuple[str, str], list[tuple[Tenure, Row]]] = defaultdict(list)
    for row in table:
        tenure = _tenure(row)
        if tenure is not None and tenure.is_highest and tenure.organisation is None:
            held[tenure.country, tenure.office].append((tenure, row))
    for own in held.values():
        own.sort(key=lambda one: (one[0].start, one[0].end))
        for (first, earlier), (second, later) in pairwise(own):
            overlap = (min(first.end, second.end) - second.start).days
            if overlap > _GRACE and earlier.cells["name"] != later.cells["name"]:
                yield later.wrong(
                    f"{later.cells['name']} and {earlier.cells['name']} (line {earlier.line}) are both "
                    f"{second.office} of {second.country} from {second.start}"
                )


def latest_change(path: Path) -> date | None:
    """The day on which the newest tenure of a table of offices begins: what came later it cannot know."""
    starts = (tenure.start for row in rows(path, offices.COLUMNS) if (tenure := _tenure(row)) is not None)
    return max((start for start in starts if start > date.min), default=None)


def _tenure(row: Row) -> Tenure | None:
    try:
        return offices.tenure_of(row)
    except ResourceError:
        return None


def _check_organisations(table: Sequence[Row]) -> Iterator[ResourceError]:
    seen: dict[str, int] = {}
    for row in table:
        codes = (row.cells["country"], *row.many("members"))
        yield from (row.wrong(f"unknown country {code!r}") for code in codes if not _is_code(code))
        if row.cells["sector"] and row.cells["sector"] not in SECTORS:
            yield row.wrong(f"PLOVER has no sector {row.cells['sector']!r}")
        for name in (row.cells["name"], *row.many("variants")):
            if (first := seen.setdefault(name, row.line)) != row.line:
                yield row.wrong(f"{name!r} stands in line {first} already")
            if not folded(name):
                yield row.wrong(f"no name: {name!r}")


def _check_places(table: Sequence[Row]) -> Iterator[ResourceError]:
    for row in table:
        if not row.cells["name"][:1].isalpha():
            yield row.wrong(f"no name: {row.cells['name']!r}")
        if row.cells["country"] and row.cells["country"] not in countries().by_code:
            yield row.wrong(f"unknown country {row.cells['country']!r}")
        if row.cells["resolution"] not in _RESOLUTIONS:
            yield row.wrong(f"resolution is not 1 to 5: {row.cells['resolution']!r}")
        yield from _check_point(row)


def _check_point(row: Row) -> Iterator[ResourceError]:
    """A place without a point leaves both cells empty."""
    written = [axis for axis in _LIMITS if row.cells[axis]]
    if len(written) == 1:
        yield row.wrong(f"{written[0]} without the other")
    for cell in [*written, *(["geonameid"] if row.cells["geonameid"] else [])]:
        try:
            number = row.number(cell)
        except ResourceError as error:
            yield error
        else:
            if abs(number) > _LIMITS.get(cell, number):
                yield row.wrong(f"no {cell}: {row.cells[cell]!r}")


def _is_code(code: str) -> bool:
    return code in INTERNATIONAL or code in countries().by_code


_CHECKS: Mapping[str, Callable[[Sequence[Row]], Iterator[ResourceError]]] = {
    "offices": _check_offices,
    "organisations": _check_organisations,
    "places": _check_places,
}
