"""JSON lines: what a record becomes, and each way in which it can be bad."""

import json
from datetime import date

import pytest

from dateline.errors import BadRecord
from dateline.model import Publication
from dateline.readers.jsonl import read_record


def test_a_whole_record() -> None:
    record = {
        "id": "n1", "text": " Rebels\r\nfled.", "published": "2023-07-04T08:00:00Z", "title": "Port falls",
        "publisher": "The Delta", "url": "https://d.example/1", "author": None, "tags": ["war"],
    }  # fmt: skip
    document = read_record(json.dumps(record), "n.jsonl", 1)
    assert (document.id, document.text) == ("n1", " Rebels\r\nfled.")
    assert document.publication == Publication(
        "Port falls", "The Delta", "https://d.example/1", published=date(2023, 7, 4)
    )


@pytest.mark.parametrize(
    ("given", "expected"), [({"id": 7}, "7"), ({"id": 0}, "0"), ({}, "n.jsonl:4"), ({"id": ""}, "n.jsonl:4")]
)
def test_ids_are_kept_or_are_the_place(given: dict[str, object], expected: str) -> None:
    assert read_record(json.dumps({**given, "text": "x"}), "n.jsonl", 4).id == expected


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{oops", "not JSON: Expecting property name enclosed in double quotes at column 2"),
        ("[1]", "not a record"),
        ("[" * 100_000, "not "),
        ('{"id": "a"}', "lacks text"),
        ('{"id": "a", "text": "  "}', "its text is empty"),
        ('{"id": "a", "text": 5}', "its text must be a string, not 5"),
        ('{"id": true, "text": "x"}', "its id must be a string, not true"),
        ('{"id": "a", "text": "x", "published": "soon"}', "not a date: 'soon'"),
        ('{"id": "a", "text": "x", "published": 20230704}', "its published must be a string"),
        (r'{"id": "a", "text": "\ud800"}', "half of a surrogate pair"),
    ],
)  # fmt: skip
def test_a_bad_record_names_its_line_and_reason(line: str, reason: str) -> None:
    with pytest.raises(BadRecord) as caught:
        read_record(line, "n.jsonl", 12)
    assert str(caught.value).startswith(f"n.jsonl:12: {reason}") or reason in str(caught.value)
