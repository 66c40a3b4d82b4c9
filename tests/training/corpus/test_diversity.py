"""Variety is measured on samples of one size."""

import pytest

from training.corpus.diversity import diversity, words_of


def test_texts_that_say_the_same_are_poorer_than_texts_that_do_not() -> None:
    same = [words_of("The minister met the envoy in Riga on Monday.")] * 40
    other = [words_of(f"Town {n} saw w{n} x{n} y{n} z{n} of v{n} by u{n}.") for n in range(40)]
    poor, rich = diversity(same, size=200), diversity(other, size=200)
    assert poor.words < rich.words
    assert poor.threes < rich.threes == 1.0
    assert poor.stock > rich.stock == 0


def test_too_few_words_are_said() -> None:
    with pytest.raises(ValueError, match="fewer than 100 words"):
        diversity([["one"]], size=100)
