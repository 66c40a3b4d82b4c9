"""Figures of reviews."""

import pytest

from dateline.analysis.reviewing import field_agreement, gold_scores, precisions, wilson
from dateline.store.reviews import Item, Review


def item(number: int, sampling: str = "random", double: bool = False, gold: dict[str, object] | None = None) -> Item:
    return Item((f"e{number}", "c", sampling), number, double, gold, {"event": "AID"})


def review(of: Item, reviewer: str, verdict: str, **correction: object) -> Review:
    return Review(f"{of.key[0]}-{reviewer}", of.key, reviewer, False, verdict, correction, "2024-01-01")


def test_wilsons_interval_is_that_of_the_books() -> None:
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=1e-4)
    assert wilson(0, 10)[0] == pytest.approx(0)


def test_precision_counts_the_random_sample_alone() -> None:
    items = [item(0), item(1), item(2), item(3, "uncertain")]
    said = [
        review(items[0], "Ada", "accept"), review(items[1], "Ada", "correct", actor=["x"]),
        review(items[2], "Ada", "correct", date="2024-01-01"), review(items[3], "Ada", "reject"),
    ]  # fmt: skip
    everything = precisions(items, said)[-1]
    assert (everything.type, everything.right, everything.judged) == ("all", 2, 3)


def test_agreement_on_fields_counts_what_both_call_an_event() -> None:
    items = [item(number, double=True) for number in range(3)]
    said = [review(each, name, "accept") for each in items[:2] for name in ("Ada", "Ben")]
    said += [review(items[2], "Ada", "reject"), review(items[2], "Ben", "correct", event="AGREE")]
    found = field_agreement(items, said)
    assert found["is an event"].raw == pytest.approx(2 / 3) and found["is an event"].things == 3
    assert found["event"].things == 2 and found["event"].raw == 1


def test_gold_items_score_their_reviewers() -> None:
    one = item(0, gold={"verdict": "accept"})
    assert gold_scores([one], [review(one, "Ada", "accept"), review(one, "Ben", "reject")]) == {
        "Ada": (1, 1),
        "Ben": (0, 1),
    }
