"""Coreference measures on chains whose scores are known, and the command as a user runs it."""

import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.main import app
from dateline.errors import UnreadableFile
from dateline.evaluate.coreference import b_cubed, ceaf, coreference_of, evaluate_coreference, muc
from dateline.evaluate.gum import GoldDocument
from dateline.model import Document
from tests.evaluate.test_gum import EVANS, HE, HEADER, write
from tests.make import chain, mention, text_document

GOLD = (frozenset({1, 2, 3}), frozenset({4, 5}))
FOUND = (frozenset({1, 2}), frozenset({3, 4, 5}))


def test_a_link_is_lost_where_a_chain_is_cut() -> None:
    share = muc(GOLD, FOUND)
    assert (share.precision, share.recall) == pytest.approx((2 / 3, 2 / 3))


def test_each_mention_counts_by_its_chain() -> None:
    share = b_cubed(GOLD, FOUND)
    assert share.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    assert share.precision == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5)


def test_chains_are_aligned_one_to_one() -> None:
    share = ceaf(GOLD, FOUND)
    assert (share.precision, share.recall) == pytest.approx((0.8, 0.8))


def test_the_same_chains_are_all_right() -> None:
    assert [measure(GOLD, GOLD).f1 for measure in (muc, b_cubed, ceaf)] == [1, 1, 1]


def test_no_chain_is_neither_right_nor_wrong() -> None:
    assert [measure(GOLD, ()).f1 for measure in (muc, b_cubed, ceaf)] == [0, 0, 0]
    assert [measure((), ()).f1 for measure in (muc, b_cubed, ceaf)] == [0, 0, 0]


TEXT = "Evans, the president, left. Berg said he and she won."
EVANS_CHAIN = frozenset({TEXT.index("Evans"), TEXT.index("he ")})


def gold_document() -> GoldDocument:
    """Evans is "he", and the president in apposition."""
    pronouns = frozenset({TEXT.index("he ")})
    return GoldDocument(Document("d", TEXT), "news", (EVANS_CHAIN,), pronouns, {TEXT.index("president"): 0})


def found_document(antecedent: str) -> Document:
    """A document that takes "he" for whoever these words name."""
    name, pronoun = mention(TEXT, antecedent), mention(TEXT, "he ", "he ", form="pronoun")
    return text_document(TEXT, mentions=(name, pronoun), chains=(chain("c1", name, pronoun),))


def test_a_pronoun_is_right_where_its_chain_names_what_it_means() -> None:
    right = coreference_of([(gold_document(), found_document("Evans"))])
    wrong = coreference_of([(gold_document(), found_document("Berg"))])
    assert (right.pronouns.precision, right.pronouns.recall) == (1, 1)
    assert (wrong.pronouns.precision, wrong.pronouns.recall) == (0, 0)
    assert (right.mean, wrong.mean) == pytest.approx((1, (0 + 0.25 + 0.5) / 3))


def test_an_apposition_counts_as_what_it_stands_beside() -> None:
    assert coreference_of([(gold_document(), found_document("the president"))]).muc.f1 == 1


def test_a_genre_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, HEADER.format(id="d", genre="news"), EVANS)
    with pytest.raises(UnreadableFile, match="no document of poetry"):
        evaluate_coreference(path, iter, ["poetry"])


def test_without_the_extra_the_command_tells_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delitem(sys.modules, "dateline.evaluate.coreference")
    monkeypatch.delitem(sys.modules, "dateline.evaluate.gum")
    monkeypatch.setitem(sys.modules, "conllu", None)
    result = CliRunner().invoke(app, ["evaluate", "coreference", str(tmp_path / "gold.conllu")])
    assert result.exit_code != 0
    assert "pip install 'dateline[evaluate]'" in str(result.exception)


@pytest.mark.model
def test_the_command_prints_tables_and_json(tmp_path: Path) -> None:
    path = write(tmp_path, HEADER.format(id="d", genre="news"), EVANS, HE)
    arguments = ["evaluate", "coreference", str(path), "--genre", "news"]
    report = json.loads(CliRunner().invoke(app, [*arguments, "--json"]).stdout)
    assert (report["documents"], report["mean"], report["pronoun links"]["recall"]) == (1, 1, 1)
    printed = CliRunner().invoke(app, arguments)
    assert "1 documents" in printed.stdout and "CEAFe" in printed.stdout
    assert "1 coded, 0 skipped, 0 failed" in printed.stderr
