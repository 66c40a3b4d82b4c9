"""Numbers of people, as exact as the words that give them."""

import pytest

from dateline.coding.coder import EventCoder
from dateline.model import Quantity
from tests.coding.telling import only_event, told
from tests.make import span

KILLED = """
    {}
    people  NNS  obj   killed
    .       .    punct killed
"""


def dead(coder: EventCoder, numeral: str) -> tuple[Quantity | None, str]:
    """Who were killed in "Ghana killed ... people"."""
    rows = f"Ghana NNP nsubj killed LOC\n killed VBD root\n {numeral.strip()}"
    given = told(KILLED.format(rows), "Ghana")
    return only_event(coder, given).magnitude.dead, given.text


@pytest.mark.parametrize(
    ("rows", "value", "low", "high", "words"),
    [
        ("12 CD nummod people", 12, 12, 12, "12"),
        ("twelve CD nummod people", 12, 12, 12, "twelve"),
        ("40,000 CD nummod people", 40_000, 40_000, 40_000, "40,000"),
        ("at RB advmod 12\n least JJS fixed at\n 12 CD nummod people", 12, 12, None, "at least 12"),
        ("more JJR advmod 12\n than IN fixed more\n 12 CD nummod people", 12, 12, None, "more than 12"),
        ("up RB advmod 30\n to IN fixed up\n 30 CD nummod people", 30, None, 30, "up to 30"),
        ("nearly RB advmod 30\n 30 CD nummod people", 30, None, 30, "nearly 30"),
        (
            "no RB advmod fewer\n fewer JJR advmod 12\n than IN fixed fewer\n 12 CD nummod people",
            12, 12, None, "no fewer than 12",
        ),
        ("two CD compound hundred\n hundred CD nummod people", 200, 200, 200, "two hundred"),
        (
            "at RB advmod hundred\n least JJS fixed at\n two CD compound hundred\n hundred CD nummod people",
            200, 200, None, "at least two hundred",
        ),
        ("1.5 CD compound million\n million CD nummod people", 1_500_000, 1_500_000, 1_500_000, "1.5 million"),
    ],
)  # fmt: skip
def test_a_number_keeps_its_bounds_and_its_words(
    coder: EventCoder, rows: str, value: int, low: int | None, high: int | None, words: str
) -> None:
    found, text = dead(coder, rows)
    assert found == Quantity(value, low, high, span(text, words))


@pytest.mark.parametrize(
    "rows",
    [
        "many JJ amod people",
        "umpteen CD nummod people",
        "1.5 CD nummod people",
        "umpteen CD compound million\n million CD nummod people",
    ],
)
def test_a_number_that_is_not_read_to_its_end_is_no_number(coder: EventCoder, rows: str) -> None:
    assert dead(coder, rows)[0] is None


def test_a_number_may_stand_for_the_people(coder: EventCoder) -> None:
    given = told("Five CD nsubj:pass killed\n were VBD aux:pass killed\n killed VBN root\n . . punct killed")
    found = only_event(coder, given).magnitude.dead
    assert found is not None and (found.value, found.span.of(given.text)) == (5, "Five")


def test_only_the_counts_of_its_rule_are_made(coder: EventCoder) -> None:
    given = told(
        "Ghana NNP nsubj attacked LOC\n attacked VBD root\n two CD nummod towns\n towns NNS obj attacked", "Ghana"
    )
    magnitude = only_event(coder, given).magnitude
    assert (magnitude.dead, magnitude.injured, magnitude.arrested, magnitude.size) == (None, None, None, None)
