"""Windows and the tensors made of them."""

import random
from importlib.resources import files
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="training needs the extra [train]")

from dateline.nlp.pieces import WordPieces
from training.batches import IGNORED, Labels, batches, varied, windows
from training.corpora import Sentence

LABELS = Labels(xpos=(".", "VBD"), upos=("PUNCT", "VERB"), labels=("punct", "root"))


def _sentence(group: str = "a", word: str = "fled") -> Sentence:
    return Sentence(
        words=(word, "."), spaces=(False, True), group=group, xpos=("VBD", "."), upos=("VERB", "PUNCT"),
        lemmas=("flee", "."), heads=(0, 1), labels=("root", "punct"), names=("O", "?"),
    )  # fmt: skip


def test_a_window_never_crosses_paragraphs_and_keeps_every_sentence() -> None:
    sentences = [_sentence(group) for group in "aaaaabbb"]
    cut = list(windows(sentences, random.Random(0)))
    assert [s.group for window in cut for s in window] == list("aaaaabbb")
    assert all(len({s.group for s in window}) == 1 for window in cut)


def test_heads_count_through_the_window_and_unknown_names_are_ignored() -> None:
    pieces = WordPieces(Path(str(files("dateline.nlp") / "weights" / "tokenizer.json")))
    (batch,) = batches([(_sentence(), _sentence())], pieces, LABELS, 500)
    assert batch.heads.tolist() == [[0, 1, 0, 3]]
    assert batch.starts.tolist() == [[1, 0, 1, 0]]
    assert batch.names.tolist() == [[0, IGNORED, 0, IGNORED]]
    assert batch.first.shape == (1, 5)


def test_raw_text_carries_no_targets() -> None:
    pieces = WordPieces(Path(str(files("dateline.nlp") / "weights" / "tokenizer.json")))
    (batch,) = batches([(Sentence(("They", "fled"), (True, True), "raw"),)], pieces, LABELS, 500)
    for target in (batch.xpos, batch.upos, batch.names, batch.starts, batch.heads, batch.labels):
        assert set(target.flatten().tolist()) == {IGNORED}


def test_variation_keeps_every_layer_as_long_as_the_words() -> None:
    rng = random.Random(1)
    for _ in range(300):
        for sentence in varied((_sentence(), _sentence(word='"')), rng):
            assert len(sentence.words) == len(sentence.spaces) == len(sentence.heads or ()) == len(sentence.names or ())
