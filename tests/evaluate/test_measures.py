"""Figures and their intervals."""

import pytest

from dateline.evaluate.measures import (
    NOTHING,
    Estimate,
    TypeScore,
    accuracy,
    confusion,
    estimate,
    macro_f1,
    mean,
    ratio,
    share,
    type_scores,
)

LABELS = [("AID", "AID"), ("AID", "AGREE"), ("AGREE", "AGREE"), ("REJECT", NOTHING)]


def test_accuracy_counts_the_sentences_coded_as_gold_has_them() -> None:
    found = estimate(accuracy(LABELS), 4)
    assert found
    assert found.value == 0.5


def test_macro_f1_gives_each_type_in_gold_the_same_weight() -> None:
    found = estimate(macro_f1(LABELS), 4)
    assert found
    assert found.value == pytest.approx((2 / 3 + 2 / 3 + 0) / 3)


def test_a_type_that_gold_never_has_costs_the_one_it_stands_for_only() -> None:
    found = estimate(macro_f1([("AID", "PROTEST"), ("AGREE", "AGREE")]), 2)
    assert found
    assert found.value == 0.5


def test_a_share_is_of_those_asked() -> None:
    found = estimate(share([True, None, False, None, False]), 5)
    assert found
    assert found.value == pytest.approx(1 / 3)


def test_nothing_to_measure_is_no_figure() -> None:
    assert estimate(share([None, None]), 2) is None


def test_a_ratio_pools_the_sentences() -> None:
    pooled = estimate(ratio([1, 0], [1, 4]), 2)
    assert pooled
    assert pooled.value == 0.2


def test_an_interval_holds_its_figure_narrows_with_more_sentences_and_never_changes() -> None:
    few, many = ([True, False, True, True] * times for times in (5, 50))
    small, large = estimate(share(few), 20), estimate(share(many), 200)
    assert small and large
    assert small.low < small.value == 0.75 < small.high
    assert large.high - large.low < small.high - small.low
    assert estimate(share(few), 20) == small


def test_sentences_that_agree_leave_no_doubt() -> None:
    assert estimate(mean([2, 2, 2]), 3) == Estimate(2.0, 2.0, 2.0)


def test_a_resample_without_a_type_leaves_it_out() -> None:
    found = estimate(macro_f1([("AID", "AID"), ("AGREE", "AGREE")]), 2)
    assert found == Estimate(1.0, 1.0, 1.0)


def test_type_scores_and_confusion() -> None:
    scores = type_scores(LABELS)
    assert scores == (TypeScore("AGREE", 1, 2, 1), TypeScore("AID", 2, 1, 1), TypeScore("REJECT", 1, 0, 0))
    assert (scores[0].precision, scores[0].recall) == (0.5, 1.0)
    assert (scores[2].precision, scores[2].recall, scores[2].f1) == (0.0, 0.0, 0.0)
    assert confusion(LABELS) == {"AGREE": {"AGREE": 1}, "AID": {"AID": 1, "AGREE": 1}, "REJECT": {NOTHING: 1}}
