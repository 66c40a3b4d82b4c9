"""Relations of sentences written for it, with the real language model; floors a little under today's figures."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from dateline.config import Settings
from dateline.knowledge.tables import Row, rows
from dateline.model import Document, Publication, Relation
from dateline.pipeline import build

GOLD = Path(__file__).parents[1] / "gold" / "relations.tsv"
PRECISION, RECALL = 0.9, 0.9
_TOLD = re.compile(r"(?P<not>not )?(?P<kind>[a-z-]+): (?P<subject>.+?) > (?P<of>[^=]+?)(?: = (?P<office>.+))?")

Told = tuple[bool, str, str, str, str]
"""Whether it is denied, kind, both sides by name or a country's code, and the office in small letters."""


def _gold(row: Row) -> set[Told]:
    matches = [_TOLD.fullmatch(told.strip()) for told in row.cells["relations"].split(";") if told]
    assert all(matches), row
    return {
        (bool(found["not"]), found["kind"], found["subject"], found["of"], found["office"] or "")
        for found in matches
        if found
    }


def _found(document: Document) -> set[Told]:
    names = {actor.chain_id: actor.name for actor in document.actors or ()}
    return {_told(relation, names) for relation in document.relations or ()}


def _told(relation: Relation, names: dict[str, str]) -> Told:
    of = names.get(relation.of, relation.of)
    return (relation.negated, relation.kind, names[relation.subject], of, (relation.office or "").lower())


def _share(parts: Iterable[set[Told]], wholes: Iterable[set[Told]]) -> float:
    return sum(map(len, parts)) / sum(map(len, wholes))


@pytest.mark.model
def test_what_is_told_is_right_and_most_of_it_is_told() -> None:
    cases = list(rows(GOLD, ("text", "relations")))
    published = Publication(published=date(2024, 5, 2))
    coded = build(Settings()).code([Document(str(row.line), row.cells["text"], published) for row in cases])
    gold, found = [_gold(row) for row in cases], [_found(document) for document in coded]
    right = [one & other for one, other in zip(gold, found, strict=True)]
    print(*(sorted(one ^ other) for one, other in zip(gold, found, strict=True) if one != other), sep="\n")
    assert _share(right, found) >= PRECISION
    assert _share(right, gold) >= RECALL
