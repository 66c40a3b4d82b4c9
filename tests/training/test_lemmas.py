"""Lemma rules learned from a handful of words."""

from training.lemmas import learn


def test_regular_endings_become_rules_and_exceptions_words() -> None:
    rows = [("walked", "VBD", "walk"), ("talked", "VBD", "talk"), ("jumped", "VBD", "jump"), ("went", "VBD", "go")]
    learned = learn(rows)
    assert learned["endings"] == {"VBD ": (2, "")}
    assert learned["words"] == {"VBD went": "go"}


def test_a_word_with_no_steady_lemma_is_left_to_the_rules() -> None:
    rows = [("walked", "VBD", "walk"), ("talked", "VBD", "talk"), ("found", "VBD", "find"), ("found", "VBD", "found")]
    assert learn(rows)["words"] == {}
