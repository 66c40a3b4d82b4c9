"""Texts with all their events."""

from typing import Any

from dateline.evaluate.corpus import CorpusText, read, score
from dateline.evaluate.gold import Case
from dateline.model import Event
from tests.evaluate.examples import event

TEXT = "Rebels freed two nurses after the envoy met the governor."


def told(
    type: str, trigger: str, by: tuple[str, ...], to: tuple[str, ...] = (), status: str = "actual"
) -> dict[str, Any]:
    def party(words: str) -> dict[str, Any]:
        return {"span": None if words == "?" else span(words)}

    def span(words: str) -> list[int]:
        return [TEXT.index(words), TEXT.index(words) + len(words)]

    return {"event": type, "mode": [], "trigger": {"span": span(trigger)}, "actor": [party(each) for each in by],
            "recipient": [party(each) for each in to], "status": status}  # fmt: skip


def case(gold: list[dict[str, Any]], *events: Event) -> Case[CorpusText]:
    return Case(read({"id": "1", "text": TEXT, "published": "2014-03-02", "events": gold}), events)


RELEASE = told("RETREAT", "freed", ("Rebels",), ("two nurses",))
TALK = told("CONSULT", "met", ("the envoy", "the governor"))


def figures(*cases: Case[CorpusText]) -> dict[str, float | None]:
    return {name: figure.value if figure else None for name, figure in score(cases).figures.items()}


def test_an_event_is_right_with_its_type_and_both_sides() -> None:
    found = figures(
        case([RELEASE, TALK], event(TEXT, "RETREAT", ("Rebels",), ("nurses",)), event(TEXT, "ACCUSE", ("Rebels",)))
    )
    assert (found["event precision"], found["event recall"], found["event F1"]) == (0.5, 0.5, 0.5)


def test_a_side_too_many_or_swapped_is_wrong_though_its_type_is_right() -> None:
    swapped = event(TEXT, "RETREAT", ("two nurses",), ("Rebels",))
    found = figures(case([RELEASE], swapped))
    assert (found["event F1"], found["type F1"]) == (0.0, 1.0)
    added = told("RETREAT", "freed", ("Rebels",))
    assert figures(case([added], event(TEXT, "RETREAT", ("Rebels",), ("two nurses",))))["event F1"] == 0.0


def test_parties_to_a_reciprocal_act_may_stand_on_either_side_but_two_are_needed() -> None:
    assert figures(case([TALK], event(TEXT, "CONSULT", ("the governor",), ("the envoy",))))["event F1"] == 1.0
    assert figures(case([TALK], event(TEXT, "CONSULT", ("the governor",))))["event F1"] == 0.0


def test_one_coded_event_answers_one_gold_event() -> None:
    assert (
        figures(case([RELEASE, RELEASE], event(TEXT, "RETREAT", ("Rebels",), ("two nurses",))))["event recall"] == 0.5
    )


def test_a_text_without_events_counts_as_wrong_when_something_is_coded() -> None:
    report = score([case([], event(TEXT, "ACCUSE", ("Rebels",))), case([])])
    coded = report.figures["without event, coded"]
    assert coded and coded.value == 0.5
    assert report.fault_counts() == {"coded without an event": 1}


def test_status_is_asked_of_the_events_found() -> None:
    denied = told("RETREAT", "freed", ("Rebels",), ("two nurses",), status="negated")
    coded = event(TEXT, "RETREAT", ("Rebels",), ("two nurses",), status="actual")
    assert figures(case([denied], coded))["status of those found"] == 0.0
