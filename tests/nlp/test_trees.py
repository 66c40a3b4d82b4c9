"""Trees: the fallback must be the best single-rooted tree, and leave good heads alone."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.nlp.trees import best_tree, is_tree, tree_of


@pytest.mark.parametrize(
    ("heads", "good"),
    [
        ([0], True),
        ([2, 0, 2], True),
        ([0, 0], False),
        ([2, 1], False),
        ([2, 3, 1, 0], False),
        ([], False),
    ],
)
def test_a_tree_has_one_root_and_no_cycle(heads: list[int], good: bool) -> None:
    assert is_tree(heads) is good


def test_good_heads_are_kept_whatever_the_scores_say() -> None:
    arcs = np.array([[0, 0, 9], [0, 0, 0]], dtype=np.float32)
    assert tree_of([0, 1], arcs) == [0, 1]


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    arcs = np.array([[1, 0, 8], [5, 8, 0]], dtype=np.float32)
    assert tree_of([2, 1], arcs) == [2, 0]


def test_of_two_roots_the_better_tree_wins() -> None:
    arcs = np.array([[9, 0, 6], [9, 1, 0]], dtype=np.float32)
    assert tree_of([0, 0], arcs) == [2, 0]


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 4), st.randoms(use_true_random=False))
def test_no_single_rooted_tree_scores_higher(words: int, random: "object") -> None:
    generator = np.random.default_rng(random.getrandbits(32))  # type: ignore[attr-defined]
    arcs = generator.normal(size=(words, words + 1)).astype(np.float32)
    found = best_tree(arcs)
    rivals = [list(heads) for heads in product(range(words + 1), repeat=words) if is_tree(list(heads))]
    score = lambda heads: float(sum(arcs[i, head] for i, head in enumerate(heads)))  # noqa: E731
    assert is_tree(found)
    assert score(found) == pytest.approx(max(map(score, rivals)), abs=1e-4)
