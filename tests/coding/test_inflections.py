"""Regular forms of verbs."""

import pytest

from dateline.coding.inflections import forms_of


@pytest.mark.parametrize(
    ("verb", "past", "going"),
    [
        ("attack", "attacked", "attacking"),
        ("accuse", "accused", "accusing"),
        ("free", "freed", "freeing"),
        ("deny", "denied", "denying"),
        ("deploy", "deployed", "deploying"),
        ("bar", "barred", "barring"),
        ("expel", "expelled", "expelling"),
        ("visit", "visited", "visiting"),
        ("veto", "vetoed", "vetoing"),
        ("raid", "raided", "raiding"),
    ],
)
def test_the_right_forms_are_among_them(verb: str, past: str, going: str) -> None:
    assert {past, going} <= forms_of(verb)


def test_a_short_verb_has_no_form_that_belongs_to_another() -> None:
    """*Bared* comes from "bare", *bared* must not be read as "bar"."""
    assert forms_of("bar") == {"barred", "barring"}
