"""Quotations: which marks open and close, and which are none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.nlp.quotations import quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "no deal" twice.', ["no deal"]),
        ("He said “no deal” twice.", ["no deal"]),
        ("He said «no deal» twice.", ["no deal"]),
        ("He said ''no deal'' twice.", ["no deal"]),
        ("He said ``no deal'' twice.", ["no deal"]),
        ("He said ‘no deal’ twice.", ["no deal"]),
        ("The minister's aides' car didn't stop.", []),
        ("“It is over.\n“We go home.”", ["It is over.", "We go home."]),
    ],
)
def test_marks(text: str, quoted: list[str]) -> None:
    assert [quote.of(text) for quote in quotations(text)] == quoted


@given(st.text(alphabet="ab '\"“”«»‘’`\n.,", max_size=40))
def test_quotations_stand_in_order_in_the_text(text: str) -> None:
    found = quotations(text)
    assert all(0 <= quote.start <= quote.end <= len(text) for quote in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
