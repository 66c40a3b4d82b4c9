"""Words for people and groups by what they do."""

from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.knowledge.roles import LONGEST, role_of, roles, title_abbreviations


def test_the_longest_role_wins() -> None:
    role = role_of(["the", "Riot", "police"])
    assert role is not None
    assert (role.word, role.sector) == ("riot police", "COP")


def test_gender_where_the_word_tells_it() -> None:
    spokeswoman, president = roles()["spokeswoman"], roles()["president"]
    assert (spokeswoman.gender, president.gender) == ("female", None)


def test_a_word_that_is_no_role() -> None:
    assert role_of(["share", "price"]) is None


def test_no_role_is_longer_than_a_match_looks() -> None:
    assert max(len(word.split()) for word in roles()) <= LONGEST


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("- {sector: ABC, kind: person, words: [x]}", "no sector 'ABC'"),
        ("- {sector: GOV, kind: person, words: [x, x]}", "'x' is given twice"),
    ],
)
def test_wrong_roles_are_refused(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "roles.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ResourceError, match=reason):
        roles(path)


@pytest.mark.parametrize(
    ("written", "word", "sector"),
    [
        ("Sen.", "senator", "LEG"), ("Lt. Gov.", "lieutenant governor", "GOV"), ("Lt. Gen.", "lieutenant general", "MIL"),
        ("Maj Gen", "major general", "MIL"), ("the Peruvian PM", "prime minister", "GOV"), ("Rep.", "member of congress", "LEG"),
    ],
)  # fmt: skip
def test_an_abbreviated_title_is_its_word(written: str, word: str, sector: str) -> None:
    role = role_of(written.split())
    assert role is not None
    assert (role.word, role.sector) == (word, sector)


def test_an_hour_and_a_name_are_no_titles() -> None:
    assert role_of(["5", "PM"]) is None
    assert role_of(["Amartya", "Sen"]) is None


def test_every_abbreviation_is_one_of_a_role_or_of_a_part_of_one() -> None:
    parts = {part for word in roles() for part in word.split()}
    for words in title_abbreviations().values():
        assert all(word in parts or word.removesuffix("s") in parts for word in words), words
