"""From events to records: the fields of the contract, in its order, each tied to its words."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dateline.export.record import records_of
from dateline.model import Attribution, Span, Timex
from tests.export.examples import CODER, SPEAKER, TEXT, bare_record, raid, raid_document, raid_record
from tests.make import span

CONTRACT = Path(__file__).parents[3] / "shared" / "record.example.json"


def test_an_event_becomes_a_record_with_its_words() -> None:
    record = raid_record()
    assert (record["id"], record["document_id"], record["mention_ids"]) == ("e-12ab", "raid.txt", ["m-12ab"])
    assert (record["event"], record["mode"], record["quad"]) == ("ASSAULT", ["firearms", "destroy"], 4)
    assert record["actor"][0]["text"] == "his unit"
    assert record["actor"][0]["affiliation"] == "c1"
    assert [each["name"] for each in record["recipient"]] == ["Sanga", "guards"]
    assert record["trigger"] == {"text": "raided", "span": [39, 45], "rule": "assault.raid"}
    assert record["date"] is not None
    assert (record["date"]["start"], record["date"]["end"]) == ("2024-02-01", "2024-02-29")
    assert record["location"] is not None
    assert (record["location"]["lat"], record["location"]["lon"]) == (14.5, -3.25)
    assert record["magnitude"]["injured"] == {
        "value": 9,
        "low": 9,
        "high": None,
        "text": "at least 9",
        "span": [85, 95],
    }
    assert record["publication"]["published"] == "2024-03-06"
    assert record["coder"] == {
        "version": "0.1.0",
        "ontology": "plover-2.0",
        "model": "a-model",
        "rules_hash": "0123456789ab",
    }


def test_every_span_holds_its_text() -> None:
    pairs = list(_words(raid_record()))
    assert len(pairs) >= 10
    assert all(TEXT[start:end] == text for text, (start, end) in pairs)


def test_what_is_missing_is_null_or_empty() -> None:
    record = bare_record()
    assert [record["mode"], record["actor"], record["operators"], record["attribution"]] == [[], [], [], []]
    assert (record["story_id"], record["date"], record["location"]) == (None, None, None)
    assert set(record["magnitude"].values()) == {None}


def test_a_source_is_the_actor_that_its_mention_refers_to() -> None:
    (voice,) = raid_record()["attribution"]
    assert voice["source"] is not None
    assert (voice["source"]["name"], voice["source"]["chain_id"]) == ("Idris Kone", "c1")
    assert voice["cue"] == {"text": "said", "span": [21, 25]}
    assert voice["asserted_by_publisher"] is False


def test_a_source_that_is_no_actor_keeps_its_words_alone() -> None:
    stranger = Attribution(span(TEXT, "guards"), None, span(TEXT, TEXT), "direct", "attribution.verb")
    (record,) = records_of(raid_document(replace(raid(), attribution=(stranger,))), CODER)
    (voice,) = record["attribution"]
    assert voice["source"] is not None
    assert (voice["source"]["text"], voice["source"]["name"], voice["cue"]) == ("guards", None, None)


def test_a_source_is_matched_by_its_head() -> None:
    told = Attribution(span(TEXT, TEXT[:20]), None, span(TEXT, TEXT), "direct", "attribution.content", SPEAKER.head)
    (record,) = records_of(raid_document(replace(raid(), attribution=(told,))), CODER)
    (voice,) = record["attribution"]
    assert voice["source"] is not None
    assert (voice["source"]["text"], voice["source"]["name"]) == (TEXT[:20], "Idris Kone")


def test_a_relative_pronoun_that_means_a_stranger_is_replaced_by_its_meaning() -> None:
    told = Attribution(
        span(TEXT, "said"), None, span(TEXT, TEXT), "direct", "attribution.content", span(TEXT, "guards")
    )
    (record,) = records_of(raid_document(replace(raid(), attribution=(told,))), CODER)
    (voice,) = record["attribution"]
    assert voice["source"] is not None and voice["source"]["text"] == "guards"


def test_a_denied_event_and_a_presumed_one() -> None:
    whole, said = span(TEXT, TEXT), span(TEXT, "said")
    denied = Attribution(None, said, said, "indirect", "attribution.content", denies=whole)
    presumed = Attribution(None, said, whole, "indirect", "attribution.stance", presumes=True)
    (record,) = records_of(raid_document(replace(raid(), attribution=(denied, presumed))), CODER)
    assert [each["asserted_by_publisher"] for each in record["attribution"]] == [False, True]


def test_the_publisher_asserts_a_trigger_outside_the_content() -> None:
    aside = Attribution(
        None, span(TEXT, "said"), span(TEXT, "wounding at least 9 guards"), "indirect", "attribution.verb"
    )
    (record,) = records_of(raid_document(replace(raid(), attribution=(aside,))), CODER)
    assert record["attribution"][0]["asserted_by_publisher"] is True
    assert record["attribution"][0]["source"] is None


def test_a_date_without_words_has_neither_text_nor_span() -> None:
    fallback = Timex(Span(39, 39), None, None, "day", "publication-date", "publication")
    (record,) = records_of(raid_document(replace(raid(), date=fallback)), CODER)
    assert record["date"] is not None
    assert (record["date"]["text"], record["date"]["span"], record["date"]["start"]) == (None, None, None)
    assert record["date"]["rule"] == "publication-date"


@pytest.mark.parametrize(("kind", "name"), [("subheading", "headline"), ("dateline", "lead"), ("caption", "caption")])
def test_sections_are_named_as_the_contract_has_them(kind: Any, name: str) -> None:
    (record,) = records_of(raid_document(replace(raid(), section=kind)), CODER)
    assert record["section"] == name


def test_a_document_without_events_has_no_record() -> None:
    assert records_of(replace(raid_document(), events=None), CODER) == []
    assert records_of(replace(raid_document(), events=()), CODER) == []


@pytest.mark.skipif(not CONTRACT.exists(), reason="the contract's example lies beside the checkout")
def test_fields_and_their_order_are_the_contract() -> None:
    expected = json.loads(CONTRACT.read_text("utf8"))
    *told, last = _shape(raid_record(), expected)
    assert told == _shape(expected, expected)
    assert last[0] == "confidence"


def _shape(value: Any, like: Any) -> Any:
    """The names at all levels, in order, as far as the example shows them."""
    if isinstance(like, dict) and isinstance(value, dict):
        return [(name, _shape(value[name], like.get(name))) for name in value]
    if isinstance(like, dict):
        return _shape(like, like)
    if isinstance(like, list) and like and isinstance(like[0], dict):
        return _shape(value[0], like[0])
    return None


def _words(value: Any) -> Iterator[tuple[str, list[int]]]:
    """All texts that carry a span."""
    if isinstance(value, list):
        for item in value:
            yield from _words(item)
    elif isinstance(value, dict):
        if value.get("text") is not None and "span" in value:
            yield value["text"], value["span"]
        for item in value.values():
            yield from _words(item)
