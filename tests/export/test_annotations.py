"""Web Annotations: selectors find the words again, and the JSON-LD has the model's structure."""

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dateline.export import annotations
from dateline.export.exporting import export
from dateline.export.shape import Record
from dateline.model import Span
from tests.export.examples import TEXT, bare_record, raid_record

MOTIVATIONS = {"classifying", "identifying", "tagging"}


def test_an_article_is_a_line_with_its_collection(tmp_path: Path) -> None:
    other: Record = {**raid_record(), "document_id": "sea air.txt"}
    export(annotations.FORMAT, [raid_record(), bare_record(), other], tmp_path / "articles.jsonld")
    first, second = map(json.loads, (tmp_path / "articles.jsonld").read_text("utf8").splitlines())
    assert first["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (first["type"], first["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert (first["label"], second["id"]) == ("Port raided", "urn:dateline:document:sea%20air.txt#annotations")
    assert first["total"] == len(first["first"]["items"])
    assert sum(item["motivation"] == "classifying" for item in first["first"]["items"]) == 2


def test_an_event_has_its_codes_as_bodies() -> None:
    event, *_ = annotations.annotations(raid_record())
    bodies: Any = event["body"]
    assert [(body["purpose"], body["value"]) for body in bodies] == [
        ("classifying", "ASSAULT"),
        ("tagging", "firearms"),
        ("tagging", "destroy"),
        ("tagging", "military"),
        ("assessing", "actual"),
    ]


def test_the_words_are_found_again() -> None:
    for item in _items(raid_record()):
        quoted, position = _selectors(item)
        assert TEXT[position["start"] : position["end"]] == quoted["exact"]
        around = quoted.get("prefix", "") + quoted["exact"] + quoted.get("suffix", "")
        assert around in TEXT


def test_every_part_has_its_words() -> None:
    roles = {body["value"] for item in _items(raid_record()) for body in item["body"] if body["purpose"] == "tagging"}
    assert roles >= {"actor", "recipient", "date", "location", "source", "cue", "content", "injured", "operator"}


def test_items_have_what_the_model_asks_for() -> None:
    items = _items(raid_record())
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert item["type"] == "Annotation"
        assert item["motivation"] in MOTIVATIONS
        assert item["target"]["source"] == "urn:dateline:document:raid.txt"
        assert {body["type"] for body in item["body"]} <= {"TextualBody", "SpecificResource"}
        assert all(("value" in body) == (body["type"] == "TextualBody") for body in item["body"])


def test_links_lead_to_wikidata_and_geonames() -> None:
    record = raid_record()
    record["actor"][0]["wikidata"] = "Q7"
    links = [body["source"] for item in _items(record) for body in item["body"] if body["purpose"] == "identifying"]
    assert links == ["http://www.wikidata.org/entity/Q7", "https://sws.geonames.org/7/"]


def test_words_beyond_the_sentence_have_their_position() -> None:
    record = raid_record()
    record["attribution"][0]["content_span"] = [0, 500]
    (content,) = [item for item in _items(record) if item["id"].rpartition("#")[2].startswith("content")]
    assert [each["type"] for each in content["target"]["selector"]] == ["TextPositionSelector"]


@given(st.text(st.characters(codec="utf-8"), min_size=1), st.data())
def test_a_quotation_stands_in_its_sentence(sentence: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, 50))
    start = data.draw(st.integers(0, len(sentence) - 1))
    end = data.draw(st.integers(start + 1, len(sentence)))
    text = "x" * offset + sentence
    words = Span(offset + start, offset + end)
    record: Record = {
        **raid_record(),
        "sentence": {"index": 0, "span": [offset, len(text)], "text": sentence},
    }
    part = annotations.Part("trigger", [words.start, words.end])
    quoted, position = _selectors(annotations.target(record, part))
    assert quoted["exact"] == words.of(text)
    before, after = quoted.get("prefix", ""), quoted.get("suffix", "")
    assert text[position["start"] - len(before) : position["end"] + len(after)] == before + quoted["exact"] + after
    assert max(len(before), len(after)) <= 32


def _items(record: Record) -> list[Any]:
    return list(annotations.annotations(record))


def _selectors(item: Any) -> tuple[Any, Any]:
    quoted, position = item["target"]["selector"]
    assert (quoted["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    return quoted, position
