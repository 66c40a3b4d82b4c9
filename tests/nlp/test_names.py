"""Name tags are always legal BIO."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dateline.nlp.names import is_legal, name_tags

CLASSES = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG")


def test_legal_tags_are_each_words_best() -> None:
    logits = np.eye(5, dtype=np.float32)[[1, 2, 0]]
    assert name_tags(logits, CLASSES) == ["B-PER", "I-PER", "O"]


def test_an_inside_tag_after_another_kind_is_repaired() -> None:
    logits = np.array([[0, 5, 0, 4, 0], [0, 0, 0, 0, 9]], dtype=np.float32)
    assert name_tags(logits, CLASSES) == ["B-ORG", "I-ORG"]


@given(arrays(np.float32, st.tuples(st.integers(1, 8), st.just(5)), elements=st.floats(-9, 9, width=32)))
def test_any_scores_give_one_legal_tag_a_word(logits: np.ndarray) -> None:  # type: ignore[type-arg]
    tags = name_tags(logits, CLASSES)
    assert len(tags) == len(logits)
    assert is_legal(tags)
