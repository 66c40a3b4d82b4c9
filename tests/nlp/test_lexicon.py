"""The word lists of syntax, and their examples."""

import re
from importlib.resources import files

import pytest

from dateline.nlp import lexicon
from dateline.nlp.arguments import agent_of, marker_of, patient_of


def examples() -> list[tuple[str, str]]:
    lines = (files("dateline") / "resources" / "en" / "control.tsv").read_text("utf8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(row[1], row[3]) for row in rows[1:]]


def test_a_verb_overrides_the_row_for_any_verb() -> None:
    assert lexicon.controllers_of("order", "to") == {"object"}
    assert lexicon.controllers_of("promise", "to") == {"subject"}
    assert lexicon.controllers_of("call", "to") == {"on", "upon", "for"}
    assert lexicon.controllers_of("leave", "after") == frozenset()


def test_purposes_are_no_complements() -> None:
    assert lexicon.is_complement_marker("send", "to")
    assert not lexicon.is_complement_marker("close", "to")
    assert lexicon.is_complement_marker("accuse", "of")
    assert not lexicon.is_complement_marker("leave", "after")


def test_every_controller_is_a_participant() -> None:
    prepositions = {"on", "upon", "for", "to"}
    assert {who for found in lexicon.controllers().values() for who in found} == {"subject", "object", *prepositions}


def test_amounts_and_parts() -> None:
    assert {"dozen", "group", "member"} <= lexicon.partitives()
    assert "government" not in lexicon.partitives()


@pytest.mark.model
@pytest.mark.parametrize(("marker", "example"), examples())
def test_examples(marker: str, example: str) -> None:
    from dateline.nlp.language import LanguageModel

    marked = re.search(r"\*(.+?)\*", example)
    assert marked is not None, "an example stars the word that acts"
    doc = LanguageModel()(example.replace("*", ""))
    clauses = [token for token in doc if token.pos_ == "VERB" and marker_of(token) == marker.removeprefix(lexicon.BARE)]
    told = [agent_of(clause) + patient_of(clause) for clause in clauses if clause.dep_ != "root"]
    assert marked[1] in [token.text for found in told for token in found]
