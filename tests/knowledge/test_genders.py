"""Pronouns and titles of courtesy tell a gender where they agree."""

import pytest

from dateline.knowledge.genders import gender_told


@pytest.mark.parametrize(
    ("words", "gender"),
    [
        (["Mrs.", "she"], "female"), (["He", "Kone"], "male"), (["Kone"], None), (["Mr.", "her"], None), ([], None),
    ],
)  # fmt: skip
def test_the_gender_that_words_agree_on(words: list[str], gender: str | None) -> None:
    assert gender_told(words) == gender
