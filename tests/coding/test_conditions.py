"""Rules apply only where their conditions hold."""

from pathlib import Path

import pytest

from dateline.coding.coder import EventCoder, load_event_coder
from tests.coding.telling import only_event, only_trace, reports, told
from tests.resources.rulebook import ASSAULT, write_ontology, write_rules

AT = """
    Ghana   NNP nsubj met LOC
    met     VBD root
    Togo    NNP obj   met LOC
    at      IN  case  {0}
    the     DT  det   {0}
    {0}     NN  obl   met
"""


def test_a_rule_whose_condition_holds_goes_before_the_general_one(coder: EventCoder) -> None:
    event = only_event(coder, told(AT.format("airport"), "Ghana", "Togo"))
    assert (event.trigger.rule, event.modes, event.cameo) == ("consult.greet", ("visit",), "042")


def test_the_general_rule_applies_where_it_does_not_and_the_trace_says_why(coder: EventCoder) -> None:
    given = told(AT.format("palace"), "Ghana", "Togo")
    assert only_event(coder, given).trigger.rule == "consult.meet"
    assert [attempt.outcome for attempt in only_trace(coder, given).attempts] == [
        "blocked by consult.greet: at",
        "CONSULT",
    ]


def test_a_word_that_blocks_a_rule_leaves_no_event(coder: EventCoder) -> None:
    given = told("Ghana NNP nsubj killed LOC\n killed VBD root\n time NN obj killed", "Ghana")
    assert reports(coder, given) == []
    assert only_trace(coder, given).reason == "blocked by assault.kill: patient"


@pytest.mark.parametrize(
    ("kind", "kept"),
    [
        ("any", ["a state", "a person", "nobody"]),
        ("actor", ["a state", "a person"]),
        ("person", ["a person"]),
        ("troop", ["nobody"]),
    ],
)
def test_a_condition_may_ask_for_any_word_an_actor_a_person_or_a_word(
    tmp_path: Path, kind: str, kept: list[str]
) -> None:
    wanted = f"[{kind}]" if kind == "troop" else kind
    text = ASSAULT.replace('blocks: {patient: ["@pastimes"]}', f"requires: {{patient: {wanted}}}")
    coder = load_event_coder(write_rules(tmp_path, assault=text), write_ontology(tmp_path))
    table = "Ghana NNP nsubj killed LOC\n killed VBD root\n {} NNP obj killed"
    given = {
        "a state": told(table.format("Togo"), "Ghana", "Togo"),
        "a person": told(table.format("Ruiz"), "Ghana", persons=["Ruiz"]),
        "nobody": told(table.format("troops=troops"), "Ghana"),
    }
    assert [name for name, document in given.items() if reports(coder, document)] == kept
