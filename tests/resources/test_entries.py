"""Values of a YAML file know where they stand, and say so when they are wrong."""

from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.resources.entries import Entry, read_entry


def entry(folder: Path, text: str) -> Entry:
    (folder / "some.yaml").write_text(text, encoding="utf-8")
    return read_entry(folder / "some.yaml")


def test_scalars_stay_as_written(tmp_path: Path) -> None:
    """YAML's own reading would make 020 a 16 and *no* a falsehood; a CAMEO code and a word must survive."""
    fields = entry(tmp_path, "code: 020\nword: no\n").fields(("code", "word"))
    assert (fields["code"].text(), fields["word"].text()) == ("020", "no")


def test_one_value_may_stand_for_a_list_of_one(tmp_path: Path) -> None:
    fields = entry(tmp_path, "one: attack\nmany: [attack, raid]\n").fields(("one", "many"))
    assert fields["one"].texts() == ("attack",)
    assert fields["many"].texts() == ("attack", "raid")


def test_a_value_knows_its_line(tmp_path: Path) -> None:
    whole = entry(tmp_path, "- first\n\n# a comment\n- second\n")
    assert [item.line for item in whole.items()] == [1, 4]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("a: 1\nc: 2\n", 2, "unknown key 'c'; known: a, b"),
        ("\nb: 1\n", 2, "lacks a"),
        ("a: 1\nb: 2\na: 3\n", 3, "'a' is given twice"),
        ("- a\n", 1, "a mapping belongs here"),
    ],
)
def test_a_mapping_with_other_keys_is_refused(tmp_path: Path, text: str, line: int, reason: str) -> None:
    with pytest.raises(ResourceError) as refused:
        entry(tmp_path, text).fields(("a",), ("b",))
    assert str(refused.value) == f"{tmp_path / 'some.yaml'}:{line}: {reason}"


@pytest.mark.parametrize(("text", "reason"), [("a: 1", "a list belongs here"), ("[[a]]", "a word belongs here")])
def test_a_list_of_words_is_no_mapping_and_no_list_of_lists(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(ResourceError, match=reason):
        entry(tmp_path, text).texts()


def test_an_empty_word_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="some.yaml:2: a word belongs here"):
        entry(tmp_path, "- attack\n- ''\n").texts()


def test_a_number_that_is_none_is_refused(tmp_path: Path) -> None:
    fields = entry(tmp_path, "good: -3.5\nbad: many\n").fields(("good", "bad"))
    assert fields["good"].number() == -3.5
    with pytest.raises(ResourceError, match="some.yaml:2: not a number: 'many'"):
        fields["bad"].number()


def test_a_file_that_is_missing_empty_or_no_yaml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="none.yaml: missing"):
        read_entry(tmp_path / "none.yaml")
    with pytest.raises(ResourceError, match="some.yaml: empty"):
        entry(tmp_path, "# nothing yet\n")
    with pytest.raises(ResourceError, match="some.yaml:2: not YAML"):
        entry(tmp_path, "a: [1,\nb: }\n")
