"""Krippendorff's alpha against values worked out by hand and in print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.agreement import agreement, alpha


def test_two_coders_ten_things() -> None:
    """The counts of Krippendorff 2011, section B: binary data, two observers, four of ten differ, alpha 0.095."""
    one, other = "0100000000", "1110010001"
    assert alpha(list(zip(one, other, strict=True))) == pytest.approx(0.095, abs=0.001)


def test_three_labels_by_hand() -> None:
    """Observed 2 of 8 differ, expected 1 - (9 + 9 + 4 - 8) / 56: one minus their ratio."""
    units = [("a", "a"), ("a", "b"), ("b", "b"), ("c", "c")]
    assert alpha(units) == pytest.approx(1 - (2 / 8) / (1 - (3 * 2 + 3 * 2 + 2 * 1) / 56))


def test_nothing_to_differ_on_has_no_alpha() -> None:
    assert alpha([("a", "a"), ("a", "a")]) is None
    assert agreement([("a",)]).things == 0


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=2, max_size=30))
def test_alpha_is_one_only_where_all_agree_and_lies_in_its_interval(units: list[tuple[str, str]]) -> None:
    found = agreement(units)
    if found.alpha is not None:
        assert (found.alpha == pytest.approx(1)) == all(one == other for one, other in units)
        assert found.alpha <= 1


def test_the_order_of_coders_is_nothing() -> None:
    units = [("a", "b"), ("b", "b"), ("c", "a"), ("c", "c")]
    assert alpha(units) == pytest.approx(alpha([(other, one) for one, other in units]))
