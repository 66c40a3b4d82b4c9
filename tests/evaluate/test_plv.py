"""One actor, one recipient, one type."""

import pytest

from dateline.evaluate.gold import Case
from dateline.evaluate.plv import PlvSentence, choose, has_triple, read, score
from dateline.model import Event
from tests.evaluate.examples import event, plv_line
from tests.make import span

MARKED = "<s>Norway</s> sued <t>the mining firm</t> after the firm met Chad."
GOLD = read(plv_line("g", MARKED, "ACCUSE", 3))
TEXT = GOLD.document.text


def accusing(*whom: str, who: str = "Norway") -> Event:
    return event(TEXT, "ACCUSE", [who], whom, quad=3)


def case(marked: str, type: str, quad: int, *events: Event) -> Case[PlvSentence]:
    return Case(read(plv_line(marked, marked, type, quad)), events)


def figure(cases: list[Case[PlvSentence]], name: str) -> float:
    found = score(cases).figures[name]
    assert found
    return found.value


def test_tags_tell_the_spans() -> None:
    assert GOLD.actor == (span(TEXT, "Norway"),)
    assert GOLD.recipient == (span(TEXT, "the mining firm"),)


def test_a_party_may_be_marked_twice_inside_another_or_not_at_all() -> None:
    twice = read(plv_line("g", "<s><t>Omani</t> envoys</s> and <s>aides</s> left.", "YIELD", 2))
    assert [each.of(twice.document.text) for each in twice.actor] == ["Omani envoys", "aides"]
    assert [each.of(twice.document.text) for each in twice.recipient] == ["Omani"]
    assert read(plv_line("g", "<s>Oman</s> left.", "YIELD", 2)).recipient == ()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"marked": "Norway sued the mining firm"}, "is not its text"),
        ({"marked": "Norway</s> sued"}, "closes <s> before"),
        ({"marked": "<t>Norway sued"}, "never closes <t>"),
        ({"quad": 5}, "quad must be one of"),
        ({"type": None}, "type must be a string"),
    ],
)
def test_a_line_that_is_wrong_is_refused(change: dict[str, object], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read({**plv_line("g", MARKED, "ACCUSE", 3), **change})


def test_the_event_with_both_parties_is_chosen_then_one_with_either_then_the_first() -> None:
    neither = event(TEXT, "CONSULT", ["Chad"])
    either, both = accusing("Chad"), accusing("mining")
    assert choose(Case(GOLD, (neither, either, both))) is both
    assert choose(Case(GOLD, (neither, either))) is either
    assert choose(Case(GOLD, (neither,))) is neither
    assert choose(Case(GOLD, ())) is None


def test_of_equals_the_first_is_chosen() -> None:
    first, second = accusing("the mining firm"), event(TEXT, "SANCTION", ["Norway"], ["the mining firm"])
    assert choose(Case(GOLD, (first, second))) is first


def test_a_triple_needs_type_and_both_parties_in_one_event() -> None:
    assert has_triple(Case(GOLD, (accusing("firm"),)))
    assert not has_triple(Case(GOLD, (accusing("Chad"), event(TEXT, "SANCTION", ["Norway"], ["firm"]))))
    assert not has_triple(Case(GOLD, (accusing("Norway", who="firm"),)))


@pytest.mark.parametrize("type", ["AGREE", "CONSULT", "COOPERATE", "SUPPORT"])
def test_parties_of_reciprocal_types_may_stand_in_either_list(type: str) -> None:
    marked = "<s>Oman</s> and <t>Chad</t> did it."
    words = read(plv_line("g", marked, type, 1)).document.text
    assert has_triple(case(marked, type, 1, event(words, type, ["Oman", "Chad"])))
    assert has_triple(case(marked, type, 1, event(words, type, ["Chad"], ["Oman"])))


def test_no_triple_where_a_party_is_not_named() -> None:
    assert not has_triple(case("<s>Oman</s> left.", "YIELD", 2, event("Oman left.", "RETREAT", ["Oman"], quad=2)))


@pytest.mark.parametrize(("type", "quad"), [("CONCEDE", 1), ("RETREAT", 2)])
def test_concede_and_retreat_are_one_type_of_one_quad(type: str, quad: int) -> None:
    text = "Oman freed Chadians."
    cases = [
        case("<s>Oman</s> freed <t>Chadians</t>.", "YIELD", 2, event(text, type, ["Oman"], ["Chadians"], quad=quad))
    ]
    assert figure(cases, "type accuracy") == 1
    assert figure(cases, "quad accuracy") == 1
    assert figure(cases, "triple recall") == 1


def test_figures_of_a_handful_of_sentences() -> None:
    other = "<s>Oman</s> aided <t>Chad</t>."
    cases = [
        Case(GOLD, (accusing("firm"), event(TEXT, "CONSULT", ["Chad"]))),
        case(other, "AID", 2, event("Oman aided Chad.", "AGREE", ["Oman"], ["Chad"])),
        case("<s>Chad</s> rebuked <t>Oman</t>.", "ACCUSE", 3),
        case("<s>Peru</s> bombed <t>Chile</t>.", "ASSAULT", 4, event("Peru bombed Chile.", "COERCE", ["Peru"], quad=4)),
    ]
    assert figure(cases, "type accuracy") == 0.25
    assert figure(cases, "type macro-F1") == pytest.approx(2 / 3 / 3)
    assert figure(cases, "quad accuracy") == 0.5
    assert figure(cases, "triple recall") == 0.25
    assert figure(cases, "nothing coded") == 0.25
    assert figure(cases, "events a sentence") == 1


def test_each_wrong_sentence_has_its_kind() -> None:
    cases = [
        Case(GOLD, (accusing("firm"),)),
        case("<s>Oman</s> aided <t>Chad</t>.", "AID", 2, event("Oman aided Chad.", "AGREE", ["Oman"], ["Chad"])),
        case("<s>Chad</s> aided <t>Oman</t>.", "AID", 2, event("Chad aided Oman.", "AID", ["Chad"])),
        case("<s>Peru</s> aided <t>Oman</t>.", "AID", 2, event("Peru aided Oman.", "YIELD", ["Peru"])),
        case("<s>Oman</s> aided <t>Peru</t>.", "AID", 2),
    ]
    report = score(cases)
    kinds = ["wrong type, both parties", "right type, one party", "wrong type, one party", "nothing coded"]
    assert [fault.kind for fault in report.faults] == kinds
    assert report.faults[0].gold == {"type": "AID", "quad": 2, "actor": ["Oman"], "recipient": ["Chad"]}
    assert report.fault_counts() == dict.fromkeys(kinds, 1)
