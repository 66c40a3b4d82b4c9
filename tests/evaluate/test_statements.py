"""Talk and events."""

from dateline.evaluate.gold import Case
from dateline.evaluate.statements import StatementSentence, read, score
from dateline.model import Status
from tests.evaluate.examples import event

TEXT = "The envoy spoke at length."


def case(id: str, label: str, *statuses: Status) -> Case[StatementSentence]:
    return Case(
        read({"id": id, "text": TEXT, "label": label}), tuple(event(TEXT, "ACCUSE", status=each) for each in statuses)
    )


CASES = [
    case("1", "none", "actual"),
    case("2", "none", "negated", "possible"),
    case("3", "none"),
    case("4", "event", "planned"),
    case("5", "event"),
    case("6", "unsure", "actual"),
    case("7", "none", "negated", "actual"),
]


def test_talk_is_asked_for_actual_events_and_events_for_any() -> None:
    figures = score(CASES).figures
    talk, told = figures["none coded as actual"], figures["event coded"]
    assert talk and told
    assert (talk.value, told.value) == (0.5, 0.5)


def test_unsure_sentences_are_never_wrong() -> None:
    assert [(fault.document.id, fault.kind) for fault in score(CASES).faults] == [
        ("1", "coded as actual"), ("5", "nothing coded"), ("7", "coded as actual"),
    ]  # fmt: skip


def test_without_events_in_gold_there_is_no_figure_for_them() -> None:
    assert score([case("1", "none")]).figures["event coded"] is None
