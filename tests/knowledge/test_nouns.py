"""Common nouns and given names: what the tables hold, and what they refuse."""

from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.knowledge.given_names import given_names
from dateline.knowledge.nouns import nouns


def test_nouns_have_kinds_and_genders() -> None:
    assert (nouns()["uncle"].kind, nouns()["uncle"].gender) == ("person", "male")
    assert (nouns()["crowd"].kind, nouns()["city"].kind, nouns()["year"].kind) == ("group", "settlement", "time")


def test_given_names_tell_a_gender_where_one_bears_them() -> None:
    assert (given_names()["Angela"], given_names()["Vladimir"]) == ("female", "male")
    assert "Robin" not in given_names()


@pytest.mark.parametrize(
    "record", ["- kind: thing\n  words: [dam]", "- kind: time\n  words: [day, day]", "- kind: time\n  word: [day]"]
)
def test_wrong_nouns_are_refused_with_their_line(record: str, tmp_path: Path) -> None:
    path = tmp_path / "nouns.yaml"
    path.write_text(record, encoding="utf8")
    with pytest.raises(ResourceError, match=r"nouns\.yaml:1"):
        nouns(path)


@pytest.mark.parametrize("line", ["Anna\tboth", "Anna\tfemale\nAnna\tfemale", "Anna"])
def test_wrong_given_names_are_refused_with_their_line(line: str, tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    path.write_text(f"name\tgender\n{line}\n", encoding="utf8")
    with pytest.raises(ResourceError, match=r"names\.tsv:\d"):
        given_names(path)
