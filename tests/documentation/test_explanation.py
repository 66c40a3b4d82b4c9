"""The example by which `docs/explanation/coding.md` tells how coding works comes out as it is told there."""

import re

import pytest

from dateline import load
from tests.documentation.blocks import ROOT


@pytest.mark.model
def test_the_example_is_coded_as_told() -> None:
    page = (ROOT / "docs" / "explanation" / "coding.md").read_text("utf8")
    (sentence,) = re.findall(r"^> (.+)$", page, re.M)
    document = load()(sentence, published="2024-03-06")
    (event,) = document.events or ()
    assert event.type == "ASSAULT" and event.factuality.status == "negated"
    assert [each.actor.name for each in event.actor if each.actor] == ["rebels"]
    assert event.location and event.location.name == "Odesa"
    assert event.date and event.date.start and event.date.start.isoformat() == "2024-03-05"
    assert [each.source.of(sentence) for each in event.attribution if each.source] == ["The army"]
