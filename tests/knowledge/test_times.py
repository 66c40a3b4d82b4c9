"""Rules for time expressions: what their patterns are made of, and what is refused."""

from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.knowledge.times import amount_of, rules_by_cue, time_rules, time_verbs

RULE = """
- id: time.try
  cue: [{cue}]
  pattern: '{pattern}'
  value: date
  examples: []
"""


def rules_of(tmp_path: Path, pattern: str, cue: str = '"{month}"') -> tuple[object, ...]:
    (tmp_path / "try.yaml").write_text(RULE.format(pattern=pattern, cue=cue), "utf8")
    return time_rules(tmp_path)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("three", 3),
        ("Twenty-one", 21),
        ("forty five", 45),
        ("1,200", 1200),
        ("2.5", 2.5),
        ("a dozen", 12),
        ("a\nhundred", 100),
    ],
)
def test_amounts_in_words_and_figures(written: str, number: float) -> None:
    assert amount_of(written) == number


def test_two_groups_of_one_name_are_told_apart(tmp_path: Path) -> None:
    (rule,) = rules_of(tmp_path, "{year} or {year}")
    match = rule.pattern.search("in 1990 or 1991")  # type: ignore[attr-defined]  # a TimeRule
    assert (match["year"], match["year_2"]) == ("1990", "1991")


def test_a_space_is_one_white_space_and_no_paragraph(tmp_path: Path) -> None:
    (rule,) = rules_of(tmp_path, "next week")
    found = [bool(rule.pattern.search(text)) for text in ("next\nweek", "next\u00a0week", "next\n\nweek")]  # type: ignore[attr-defined]
    assert found == [True, True, False]


@pytest.mark.parametrize(("pattern", "cue"), [("{nonsense}", "week"), ("(", "week"), ("week", '"{nonsense}"')])
def test_a_wrong_pattern_or_cue_is_refused_with_its_line(tmp_path: Path, pattern: str, cue: str) -> None:
    with pytest.raises(ResourceError, match=r"try\.yaml:2"):
        rules_of(tmp_path, pattern, cue)


def test_each_rule_can_be_reached_by_a_cue() -> None:
    assert {rule for rules in rules_by_cue().values() for rule in rules} == set(time_rules())


def test_cues_are_written_small() -> None:
    assert all(cue == cue.lower() for cue in rules_by_cue())


def test_verbs_come_in_the_classes_that_code_asks_for() -> None:
    assert set(time_verbs()) == {"scheduling", "implicative", "telling", "judging", "punishing", "ahead"}
