"""The report that the project began from: most of its events are found, and none that it must not give.

An expected event counts as found where a coded one has its trigger's words in the sentence or in another mention, one of its types, and its
actors by name or country.
"""

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

import dateline
from dateline import Document, Event
from dateline.readers.text import read_text

SEED = Path(__file__).parents[2] / "shared" / "seed"
FLOOR = 12

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not SEED.exists(), reason="the seed article lies beside the checkout"),
]


@functools.cache
def _seed() -> Document:
    document = read_text((SEED / "article.txt").read_text("utf8"), "article.txt", "article.txt")
    return next(dateline.load().pipe([document]))


def _expected() -> Mapping[str, Any]:
    facts: Mapping[str, Any] = yaml.safe_load((SEED / "expected.yaml").read_text("utf8"))
    return facts


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _is_found(wanted: Mapping[str, Any], event: Event, text: str) -> bool:
    words = " ".join([event.sentence.of(text), *(mention.trigger.span.of(text) for mention in event.mentions)])
    if event.type not in _listed(wanted["event"]) or not any(word in words for word in _listed(wanted["trigger"])):
        return False
    known = {fact for each in event.actor for fact in (each.actor.name, each.actor.country)}
    return all(known & {one.get("name"), one["country"]} for one in wanted.get("actor", []))


def test_most_expected_events_are_found_with_their_actors() -> None:
    document = _seed()
    missing = [
        wanted["id"]
        for wanted in _expected()["events"]
        if not any(_is_found(wanted, event, document.text) for event in document.events or ())
    ]
    assert len(_expected()["events"]) - len(missing) >= FLOOR, missing


def test_what_is_no_event_is_not_coded_as_one() -> None:
    document = _seed()
    actual = [event.trigger.span for event in document.events or () if event.factuality.status == "actual"]
    for wanted in _expected()["not_events"]:
        start = document.text.index(wanted["text"])
        end = start + len(wanted["text"])
        assert not [span for span in actual if start <= span.start and span.end <= end], wanted["text"]
