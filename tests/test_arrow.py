"""Batches of articles in, batches of events out, whatever engine hands them over."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pyarrow as pa
import pytest

from dateline import arrow
from dateline.arrow import code_batches, event_schema
from dateline.errors import InputError
from dateline.model import Document
from tests.export.examples import CODER, raid_document


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[Document]:
    """What a coder is given that finds the same event in every document."""
    given: list[Document] = []

    def code(documents: Iterable[Document]) -> Iterator[Document]:
        for each in documents:
            given.append(each)
            yield replace(raid_document(), id=each.id)

    monkeypatch.setattr(arrow, "_pipeline", lambda settings: SimpleNamespace(code=code, identity=CODER))
    return given


def batch(*rows: dict[str, object]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist(list(rows))


def test_each_batch_gives_one_of_its_events_in_order(seen: list[Document]) -> None:
    batches = [batch({"id": "a", "text": "One."}, {"id": "b", "text": "Two."}), batch({"id": "c", "text": "Three."})]
    found = list(code_batches(batches))
    assert [each.column("document_id").to_pylist() for each in found] == [["a", "b"], ["c"]]
    assert all(each.schema == event_schema() for each in found)


def test_a_batch_is_asked_for_when_the_one_before_is_done(seen: list[Document]) -> None:
    next(code_batches(batch({"id": str(number), "text": "One."}) for number in range(9)))
    assert len(seen) == 1


def test_facts_of_publication_arrive(seen: list[Document]) -> None:
    list(code_batches([batch({"text": "One.", "title": "A title", "published": date(2024, 3, 1)})]))
    assert seen[0].publication.title == "A title"
    assert seen[0].publication.published == date(2024, 3, 1)


def test_an_article_without_an_id_has_the_same_wherever_it_is_coded(seen: list[Document]) -> None:
    list(code_batches([batch({"text": "One."}, {"text": "Two."}), batch({"id": "", "text": "One."})]))
    assert seen[0].id == seen[2].id != seen[1].id


def test_what_cannot_be_coded_is_told_and_costs_only_itself(seen: list[Document]) -> None:
    failed: list[InputError] = []
    (found,) = code_batches([batch({"id": "a", "text": None}, {"id": "b", "text": "Two."})], None, failed.append)
    assert found.column("document_id").to_pylist() == ["b"]
    assert [str(each) for each in failed] == ["a: lacks text"]


def test_without_anybody_to_tell_it_is_logged(seen: list[Document], caplog: pytest.LogCaptureFixture) -> None:
    list(code_batches([batch({"id": "a", "text": ""})]))
    assert caplog.messages == ["not coded: a: its text is empty"]


@pytest.mark.model
def test_events_are_those_of_the_coder() -> None:
    (found,) = code_batches([batch({"id": "a", "text": "Rebels shelled a market in Aleppo."})])
    assert found.column("event").to_pylist() == ["ASSAULT"]
