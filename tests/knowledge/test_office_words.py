"""What words tell of an office: whether one person holds it, whether it is over or to come."""

from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.knowledge.office_words import office_words


@pytest.mark.parametrize("office", ["president", "Interior Minister", "foreign secretary", "mayor"])
def test_one_person_holds_it(office: str) -> None:
    assert office_words().is_sole(office)


@pytest.mark.parametrize("office", ["minister", "deputy prime minister", "senator", "vice president", ""])
def test_several_hold_it(office: str) -> None:
    assert not office_words().is_sole(office)


def test_nobody_is_appointed_a_spokesman_or_a_candidate_of_the_state() -> None:
    assert office_words().is_office("interior minister")
    assert not office_words().is_office("presidential candidate")
    assert not office_words().is_office("government spokesman")


def test_over_and_to_come() -> None:
    words = office_words()
    assert words.is_former("former") and words.is_former("Ex-president") and not words.is_former("new")
    assert words.is_coming("next") and not words.is_coming("new")


@pytest.mark.parametrize("kind", ["highest", "sole"])
def test_a_kind_that_is_none_or_stands_twice_is_refused(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "office_words.yaml"
    path.write_text(f"- {{kind: sole, words: [king]}}\n- {{kind: {kind}, words: [tsar]}}\n", encoding="utf8")
    with pytest.raises(ResourceError, match=rf":2: kind is none of .*: '{kind}'"):
        office_words(path)
