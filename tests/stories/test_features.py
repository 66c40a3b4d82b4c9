"""What documents are about."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.stories.features import KEPT, Features, dot
from dateline.stories.ranks import word_ranks

FEATURES = Features({"the": 1, "talks": 3000})


def test_rare_words_weigh_more_than_common_ones_and_names_more_than_words() -> None:
    weights = FEATURES("the talks in Gorsko")
    assert weights["w:the"] < weights["w:talks"] < weights["w:gorsko"] < weights["n:gorsko"]


def test_what_stands_first_counts_double() -> None:
    weights = FEATURES("flood " + "the " * 100 + "quake")
    assert weights["w:flood"] > weights["w:quake"]


def test_a_text_without_words_has_no_features_and_is_like_nothing() -> None:
    assert FEATURES(" — \n") == {}
    assert dot(FEATURES(""), FEATURES("talks")) == 0.0


@given(st.text(max_size=400))
def test_features_are_a_vector_of_length_one_and_few(text: str) -> None:
    weights = FEATURES(text)
    assert len(weights) <= KEPT
    assert not weights or math.isclose(dot(weights, weights), 1.0, rel_tol=1e-9)


def test_the_shipped_ranks_begin_with_the_most_frequent_words() -> None:
    ranks = word_ranks()
    assert ranks["the"] == 1
    assert ranks["and"] < ranks["minister"] < ranks["armistice"]
    assert "##s" not in ranks


@pytest.mark.parametrize("text", ["The minister resigned.", "Ébé, Ñuñoa"])
def test_a_text_is_wholly_like_itself(text: str) -> None:
    assert math.isclose(dot(FEATURES(text), FEATURES(text)), 1.0)
