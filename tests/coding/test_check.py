"""Whether rules do what their examples say: complaints name the file, the line and the fault."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from dateline.coding.check import Complaint, check_rules
from dateline.coding.coder import EventCoder
from dateline.model import Document
from dateline.resources.rules import Rule, RuleBook
from dateline.stage import Stage
from tests.coding.telling import told
from tests.resources.rulebook import ASSAULT, OPERATORS, line_of

RAID = """
    Kings    NNS nsubj attacked
    attacked VBD root
    towns    NNS obj attacked
    .        .   punct attacked
"""


def book_of(coder: EventCoder, id: str) -> RuleBook:
    """A book of one rule with its first example and its first counterexample."""
    rule: Rule = next(rule for rule in coder.rulebook.rules if rule.id == id)
    return RuleBook((replace(rule, examples=rule.examples[:1], counterexamples=rule.counterexamples[:1]),), {})


def answering(coder: EventCoder, *answers: Document) -> Stage:
    """A stage that puts the events of these documents, in turn, on the documents it is given."""

    def code(documents: Iterable[Document]) -> Iterator[Document]:
        for given, answer in zip(documents, answers, strict=True):
            yield replace(coder(answer), id=given.id, text=given.text)

    return code


NOTHING = told("It PRP nsubj rained\n rained VBD root")
BOTH = told(RAID, "Kings", "towns")


def test_a_rule_that_does_what_it_says_is_passed(coder: EventCoder) -> None:
    assert check_rules(book_of(coder, "assault.attack"), answering(coder, BOTH, NOTHING)) == []


def test_an_example_without_its_event_is_a_fault(coder: EventCoder) -> None:
    (complaint,) = check_rules(book_of(coder, "assault.attack"), answering(coder, NOTHING, NOTHING))
    assert complaint.file.endswith("events/assault.yaml")
    assert (complaint.line, complaint.rule) == (line_of(ASSAULT, "attacked [recipient"), "assault.attack")
    assert complaint.reason == "gives no event: Kings attacked towns."


def test_a_marked_slot_that_stays_empty_is_a_fault(coder: EventCoder) -> None:
    (complaint,) = check_rules(book_of(coder, "assault.attack"), answering(coder, told(RAID, "Kings"), NOTHING))
    assert complaint.reason == "misses recipient 'towns': Kings attacked towns."


def test_a_slot_filled_by_others_is_a_fault(coder: EventCoder) -> None:
    turned = told(RAID.replace("nsubj", "#").replace("obj", "nsubj").replace("#", "obj"), "Kings", "towns")
    (complaint,) = check_rules(book_of(coder, "assault.attack"), answering(coder, turned, NOTHING))
    assert complaint.reason.startswith("misses actor 'Kings', recipient 'towns'")


def test_an_event_on_a_counterexample_is_a_fault(coder: EventCoder) -> None:
    (complaint,) = check_rules(book_of(coder, "assault.attack"), answering(coder, BOTH, BOTH))
    assert complaint.line == line_of(ASSAULT, "They attacked the problem")
    assert complaint.reason.startswith("gives ASSAULT on a counterexample")


def test_the_event_of_another_rule_does_not_count(coder: EventCoder) -> None:
    (complaint,) = check_rules(book_of(coder, "assault.kill"), answering(coder, BOTH, BOTH))
    assert complaint.reason.startswith("gives no event")


def test_an_operator_that_undoes_acts_must_leave_none_and_its_counterexample_one(coder: EventCoder) -> None:
    book = book_of(coder, "operator.prevent")
    assert check_rules(book, answering(coder, NOTHING, BOTH)) == []
    kept, undone = check_rules(book, answering(coder, BOTH, NOTHING))
    assert kept.line == line_of(OPERATORS, "They prevented an attack.")
    assert kept.reason.startswith("leaves ASSAULT")
    assert undone.reason.startswith("undoes the act of a counterexample")


def test_a_complaint_reads_as_a_place_and_a_reason() -> None:
    complaint = Complaint(str(Path("events") / "aid.yaml"), 7, "aid.help", "gives no event: Kings helped.")
    assert str(complaint) == "events/aid.yaml:7: aid.help: gives no event: Kings helped."
