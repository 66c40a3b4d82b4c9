"""Lemmas of words seen and unseen."""

from importlib.resources import files
from pathlib import Path

import pytest

from dateline.nlp.lemmas import Lemmatizer
from dateline.nlp.pieces import WordPieces

WEIGHTS = Path(str(files("dateline.nlp") / "weights"))


@pytest.fixture(scope="module")
def lemmatizer() -> Lemmatizer:
    return Lemmatizer(WEIGHTS / "lemmas.json", WordPieces(WEIGHTS / "tokenizer.json").vocabulary)


@pytest.mark.parametrize(
    ("word", "tag", "part", "lemma"),
    [
        ("seized", "VBD", "VERB", "seize"),
        ("Provoked", "VBN", "VERB", "provoke"),
        ("banning", "VBG", "VERB", "ban"),
        ("bombed", "VBD", "VERB", "bomb"),
        ("leaned", "VBD", "VERB", "lean"),
        ("shelled", "VBD", "VERB", "shell"),
        ("studying", "VBG", "VERB", "study"),
        ("dying", "VBG", "VERB", "die"),
        ("withdrew", "VBD", "VERB", "withdraw"),
        ("countries", "NNS", "NOUN", "country"),
        ("men", "NNS", "NOUN", "man"),
        ("troops", "NNS", "NOUN", "troops"),
        ("worst", "JJS", "ADJ", "bad"),
        ("Putin", "NNP", "PROPN", "Putin"),
        ("n't", "RB", "PART", "not"),
    ],
)
def test_lemma(lemmatizer: Lemmatizer, word: str, tag: str, part: str, lemma: str) -> None:
    assert lemmatizer.lemmas([word], [tag], [part]) == [lemma]
