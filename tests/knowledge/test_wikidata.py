"""A dump in Wikidata's own form, made up here."""

import bz2
import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import BadRecord, UnreadableFile
from dateline.knowledge.offices import COLUMNS, people
from dateline.knowledge.wikidata import office_of, read_offices


def _snak(of: str, value: Any, kind: str) -> dict[str, Any]:
    return {"snaktype": "value", "property": of, "datavalue": {"value": value, "type": kind}}


def _item(of: str, item: str) -> dict[str, Any]:
    return _snak(of, {"entity-type": "item", "id": item, "numeric-id": int(item[1:])}, "wikibase-entityid")


def _time(of: str, day: str, precision: int) -> dict[str, Any]:
    value = {"time": f"+{day}T00:00:00Z", "timezone": 0, "before": 0, "after": 0, "precision": precision,
             "calendarmodel": "http://www.wikidata.org/entity/Q1985727"}  # fmt: skip
    return _snak(of, value, "time")


def _claim(snak: dict[str, Any], rank: str = "normal", **qualifiers: dict[str, Any]) -> dict[str, Any]:
    return {
        "mainsnak": snak,
        "type": "statement",
        "rank": rank,
        "qualifiers": {of: [one] for of, one in qualifiers.items()},
    }


def _entity(id: str, label: str, *claims: dict[str, Any], aliases: tuple[str, ...] = ()) -> dict[str, Any]:
    by_property: dict[str, list[dict[str, Any]]] = {}
    for claim in claims:
        by_property.setdefault(claim["mainsnak"]["property"], []).append(claim)
    return {
        "type": "item",
        "id": id,
        "labels": {"en": {"language": "en", "value": label}},
        "aliases": {"en": [{"language": "en", "value": alias} for alias in aliases]},
        "claims": by_property,
    }


NOWHERE = {"mainsnak": {"snaktype": "somevalue", "property": "P39"}, "type": "statement", "rank": "normal"}
DUMP = [
    _entity(
        "Q900001",
        "Ingrid Vale",
        _claim(_item("P31", "Q5")),
        _claim(_item("P21", "Q6581072")),
        _claim(_item("P39", "Q900002"), P580=_time("P580", "2011-03-05", 11), P582=_time("P582", "2015-06-00", 10)),
        _claim(_item("P39", "Q900003"), P580=_time("P580", "2009-00-00", 9)),
        _claim(_item("P39", "Q900004")),
        _claim(_item("P39", "Q900002"), rank="deprecated", P580=_time("P580", "1990-00-00", 9)),
        NOWHERE,
        aliases=("Ingrid K. Vale", "Vale"),
    ),
    _entity("Q900002", "Prime Minister of Norway", _claim(_item("P1001", "Q20"))),
    _entity("Q900003", "Minister of Foreign Affairs of Norway", _claim(_item("P17", "Q20"))),
    _entity("Q900004", "Keeper of the Seal", _claim(_item("P17", "Q20"))),
    _entity("Q20", "Norway", _claim(_snak("P298", "NOR", "string"))),
    _entity("Q900005", "a mountain", _claim(_item("P31", "Q8502"))),
]
TEXT = "[\n" + ",\n".join(map(json.dumps, DUMP)) + "\n]\n"


def _plain(path: Path) -> None:
    path.write_text(TEXT, "utf8")


def _gzipped(path: Path) -> None:
    path.write_bytes(gzip.compress(TEXT.encode()))


def _bzipped(path: Path) -> None:
    path.write_bytes(bz2.compress(TEXT.encode()))


@pytest.mark.parametrize(("name", "write"), [("d.json", _plain), ("d.json.gz", _gzipped), ("d.json.bz2", _bzipped)])
def test_people_with_their_offices(tmp_path: Path, name: str, write: Callable[[Path], None]) -> None:
    write(tmp_path / name)
    found = read_offices(tmp_path / name)
    assert found.rows == [
        ("Ingrid Vale", "Ingrid K. Vale", "female", "NOR", "prime minister", "", "2011-03-05", "2015-06", "Q900001"),
        ("Ingrid Vale", "", "female", "NOR", "foreign minister", "", "2009", "", "Q900001"),
    ]
    assert found.left_out == {"office unknown": 1}


def test_the_rows_are_a_table_of_offices(tmp_path: Path) -> None:
    _plain(tmp_path / "dump.json")
    table = tmp_path / "offices.tsv"
    lines = ["\t".join(COLUMNS), *("\t".join(row) for row in read_offices(tmp_path / "dump.json").rows)]
    table.write_text("\n".join(lines), "utf8")
    (vale,) = people(table).make_all()
    assert [tenure.office for tenure in vale.tenures] == ["prime minister", "foreign minister"]


@pytest.mark.parametrize(
    ("label", "office"),
    [
        ("President of Peru", "president"),
        ("Minister for Foreign Affairs (Sweden)", "foreign minister"),
        ("Minister of Fisheries", "minister"),
        ("Keeper of the Seal", None),
    ],
)
def test_offices_by_their_labels(label: str, office: str | None) -> None:
    assert office_of(label) == office


def test_what_is_no_entity_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "dump.json"
    path.write_text('[\n{"id": "Q1"},\n{oops},\n]', "utf8")
    with pytest.raises(BadRecord, match=r"dump.json:3: not JSON"):
        read_offices(path)


def test_a_missing_dump_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="cannot be read"):
        read_offices(tmp_path / "none.json")
