"""Signatures of predicates: their own examples, with the real language model."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from spacy.tokens import Token

from dateline.coding.coder import load_event_coder, shipped
from dateline.coding.factuality import Factualities
from dateline.coding.predicates import Signature, predicates
from dateline.config import Settings
from dateline.errors import ResourceError
from dateline.model import Document, Status
from dateline.pipeline import Pipeline, build

MARK = re.compile(r"\[(?P<word>[^:\]]+):(?P<status>\w+)\]")
RECORDS: list[dict[str, Any]] = yaml.safe_load(shipped("en/predicates.yaml").read_text("utf8"))


@cache
def pipeline() -> Pipeline:
    return build(Settings())


@cache
def factualities() -> Factualities:
    return load_event_coder().tools.factualities


def _examples() -> Iterator[Any]:
    for record in RECORDS:
        yield from (pytest.param(example, id=f"{record['id']}: {example}") for example in record["examples"])


def _word(text: str, start: int) -> Token:
    (document,) = pipeline().parse([Document("example", text)])
    assert document.parse is not None
    return next(word for word in document.parse if word.idx == start)


@pytest.mark.model
@pytest.mark.parametrize("example", list(_examples()))
def test_an_example_gets_its_status(example: str) -> None:
    mark = MARK.search(example)
    assert mark is not None
    word = _word(MARK.sub(r"\g<word>", example), mark.start())
    assert factualities().of(word).status == mark["status"]


@pytest.mark.parametrize("id", [record["id"] for record in RECORDS])
def test_every_signature_has_two_examples(id: str) -> None:
    (record,) = [record for record in RECORDS if record["id"] == id]
    assert len(record["examples"]) >= 2


@pytest.mark.parametrize(
    ("affirmed", "denied", "held", "came"),
    [
        ("actual", "actual", "negated", "actual"),
        ("actual", "negated", "negated", "negated"),
        ("actual", "negated", "planned", "planned"),
        ("negated", "actual", "actual", "negated"),
        ("negated", "actual", "possible", "possible"),
        ("planned", "possible", "hypothetical", "planned"),
    ],
)
def test_a_content_follows_its_predicate(affirmed: Status, denied: Status, held: Status, came: Status) -> None:
    assert Signature("x", affirmed, denied, frozenset()).content_of(held) == came


def test_a_status_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "predicates.yaml"
    path.write_text(
        "- {id: a, note: b, affirmed: done, denied: actual, at: [finite], verbs: [c], nouns: [], adjectives: [], examples: []}\n"
    )
    with pytest.raises(ResourceError, match=r":1: no status: 'done'"):
        predicates(path)
