"""The scorer: words aligned by place, names only where surely known."""

import pytest

from tests.make import parse
from training.corpora import Sentence
from training.evaluate import Count, analysis_of, gold_of, text_of

GOLD = Sentence(
    words=("Ali", "fled", "."), spaces=(True, False, True), group="a", xpos=("NNP", "VBD", "."),
    upos=("PROPN", "VERB", "PUNCT"), lemmas=("Ali", "flee", "."), heads=(2, 0, 2), labels=("nsubj", "root", "punct"),
    names=("B-PER", "O", "O"),
)  # fmt: skip


def test_text_is_set_as_the_corpus_prints_it() -> None:
    assert text_of([GOLD, GOLD]) == "Ali fled. Ali fled."


def test_gold_and_our_analysis_meet_at_places() -> None:
    doc = parse(
        """
        Ali   NNP  nsubj  fled  PER
        fled  VBD  root
        .     .    punct  fled
        """
    )
    ours, gold = analysis_of(doc), gold_of([GOLD])
    assert [(i.place, i.head, i.label) for i in ours.items] == [(i.place, i.head, i.label) for i in gold.items]
    assert ours.sentences == gold.sentences == {(0, 9)}
    assert ours.names == gold.names == {((0, 3), "PER")}


def test_f1_counts_both_ways() -> None:
    count = Count()
    count.add(ours=[1, 2, 3], gold=[2, 3, 4, 5])
    assert count.f1 == pytest.approx(100 * 2 * (2 / 3) * (2 / 4) / (2 / 3 + 2 / 4))
