"""Reads a Wikidata JSON dump: people with the offices they held, as rows for the table of offices.

A dump is a JSON array with one entity a line, plain or packed (.gz, .bz2); it is read twice, the second time for the items
that people's statements name. https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html
"""

import bz2
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from dateline.errors import BadRecord, UnreadableFile
from dateline.knowledge.countries import countries
from dateline.knowledge.roles import role_of

_HUMAN, _FEMALE, _MALE = "Q5", frozenset({"Q6581072", "Q1052281"}), frozenset({"Q6581097", "Q2449503"})
_INSTANCE, _GENDER, _POSITION, _START, _END = "P31", "P21", "P39", "P580", "P582"
_COUNTRY, _JURISDICTION, _ISO = "P17", "P1001", "P298"
_MINISTRIES = {
    "foreign affairs": "foreign minister",
    "defence": "defence minister",
    "defense": "defence minister",
    "interior": "interior minister",
    "the interior": "interior minister",
    "finance": "finance minister",
    "justice": "justice minister",
}

Entity = Mapping[str, Any]
Line = tuple[str, ...]


@dataclass(slots=True)
class Import:
    """Rows for the table of offices, and why statements were left out."""

    rows: list[Line] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class _Held:
    """A position that a person held, by its item, with the dates as the table writes them."""

    position: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class _Person:
    item: str
    name: str
    variants: tuple[str, ...]
    gender: str
    held: tuple[_Held, ...]


def read_offices(path: Path) -> Import:
    """The tenures in a dump whose office and country are known.

    Raises UnreadableFile, and BadRecord with the line for what is no entity.
    """
    people = [person for entity in _entities(path) if (person := _person(entity))]
    wanted = {held.position for person in people for held in person.held}
    positions: dict[str, Entity] = {}
    codes: dict[str, str] = {}
    for entity in _entities(path):
        if entity["id"] in wanted:
            positions[entity["id"]] = entity
        if code := next(_values(entity, _ISO), None):
            codes[entity["id"]] = code
    return _imported(people, positions, codes)


def _imported(people: list[_Person], positions: Mapping[str, Entity], codes: Mapping[str, str]) -> Import:
    found = Import()
    for person in people:
        variants = "|".join(person.variants)
        for held in person.held:
            position = positions.get(held.position)
            office = office_of(_label(position)) if position else None
            country = _country(position, codes) if position else None
            if office is None or country is None:
                found.left_out["office unknown" if office is None else "country unknown"] += 1
                continue
            found.rows.append(
                (person.name, variants, person.gender, country, office, "", held.start, held.end, person.item)
            )
            variants = ""
    return found


def office_of(label: str) -> str | None:
    """The office as the tables write it, None where it ends in no role: `President of Peru`, president."""
    plain = label.lower().partition(" (")[0]
    for joint in ("minister of ", "minister for "):
        if plain.startswith(joint):
            portfolio = plain.removeprefix(joint)
            matter = next((name for name in _MINISTRIES if portfolio.startswith(name)), None)
            return _MINISTRIES[matter] if matter else "minister"
    office = plain.partition(" of ")[0]
    return office if role_of(office.split()) else None


def _country(position: Entity, codes: Mapping[str, str]) -> str | None:
    places = [*_values(position, _JURISDICTION), *_values(position, _COUNTRY)]
    known = (codes.get(place["id"]) for place in places)
    return next((code for code in known if code and code in countries().by_code), None)


def _person(entity: Entity) -> _Person | None:
    """Somebody who held a position; None for other entities."""
    if not any(value["id"] == _HUMAN for value in _values(entity, _INSTANCE)) or not _label(entity):
        return None
    held = tuple(_held(statement) for statement in _statements(entity, _POSITION))
    aliases = [alias["value"] for alias in entity.get("aliases", {}).get("en", ())]
    full = tuple(alias for alias in aliases if " " in alias and "|" not in alias and "\t" not in alias)
    return _Person(entity["id"], _label(entity), full, _gender(entity), held) if held else None


def _gender(entity: Entity) -> str:
    items = {value["id"] for value in _values(entity, _GENDER)}
    return "female" if items & _FEMALE else "male" if items & _MALE else ""


def _held(statement: Entity) -> _Held:
    position = statement["mainsnak"]["datavalue"]["value"]["id"]
    return _Held(position, _date(statement, _START), _date(statement, _END))


def _date(statement: Entity, qualifier: str) -> str:
    """A qualifier's date by its precision: 11 a day, 10 a month, 9 a year; empty for a wider or unknown one."""
    snaks = statement.get("qualifiers", {}).get(qualifier, ())
    value = next((snak["datavalue"]["value"] for snak in snaks if "datavalue" in snak), None)
    if value is None or not value["time"].startswith("+"):
        return ""
    letters = {11: 10, 10: 7, 9: 4}.get(value["precision"], 0)
    return str(value["time"][1 : 1 + letters])


def _label(entity: Entity) -> str:
    return str(entity.get("labels", {}).get("en", {}).get("value", ""))


def _statements(entity: Entity, of: str) -> Iterator[Entity]:
    """Statements with a value that nobody has deprecated."""
    for statement in entity.get("claims", {}).get(of, ()):
        if statement.get("rank") != "deprecated" and "datavalue" in statement["mainsnak"]:
            yield statement


def _values(entity: Entity, of: str) -> Iterator[Any]:
    return (statement["mainsnak"]["datavalue"]["value"] for statement in _statements(entity, of))


def _entities(path: Path) -> Iterator[Entity]:
    try:
        with _opened(path) as lines:
            for number, line in enumerate(lines, 1):
                if (plain := line.strip().rstrip(",")) not in ("", "[", "]"):
                    yield _entity(plain, path, number)
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise UnreadableFile(path, f"cannot be read: {error}") from error


def _opened(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return bz2.open(path, "rt", encoding="utf-8") if path.suffix == ".bz2" else path.open(encoding="utf-8")


def _entity(line: str, path: Path, number: int) -> Entity:
    try:
        entity: Entity = json.loads(line)
    except json.JSONDecodeError as error:
        raise BadRecord(path, f"not JSON: {error.msg}", number) from error
    if not isinstance(entity, dict) or "id" not in entity:
        raise BadRecord(path, "no Wikidata entity: it has no id", number)
    return entity
