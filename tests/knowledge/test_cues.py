"""The list of cues: its kinds, and complaints about those it does not know."""

from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.knowledge.cues import cue_examples, reporting_cues, reporting_verbs


def test_each_kind_of_cue_that_stands_alone_has_examples() -> None:
    assert len(cue_examples()) >= 10
    assert {"said", "according to"} <= {example.split("<")[1].split(">")[0].lower() for example in cue_examples()}


def test_verbs_of_saying_thinking_and_judging() -> None:
    assert {"say", "believe", "condemn"} <= reporting_verbs()
    assert "deny" in reporting_cues()["denial"]


def test_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cues.yaml"
    path.write_text("- takes: rumour\n  words: [hear]\n", "utf8")
    with pytest.raises(ResourceError, match="nothing takes 'rumour'"):
        reporting_cues(path)
