"""Whether rules do what their examples say, with the whole pipeline."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Document, Event, Participant
from dateline.resources.rules import Example, Rule, RuleBook, Slot
from dateline.stage import Stage


@dataclass(frozen=True, slots=True)
class Complaint:
    """One example that a rule does not live up to."""

    file: str
    line: int
    rule: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.rule}: {self.reason}"


def check_rules(book: RuleBook, code: Stage) -> list[Complaint]:
    """What is wrong with the rules' examples and counterexamples, in the order of the files."""
    cases = list(_cases(book))
    documents = code(Document(f"{rule.id}:{number}", case.text) for number, (rule, case, _) in enumerate(cases))
    found = []
    for (rule, case, wanted), document in zip(cases, documents, strict=True):
        reason = _fault(rule, case, document) if wanted else _excess(rule, document)
        if reason:
            found.append(Complaint(rule.file, case.line, rule.id, f"{reason}: {case.text}"))
    return found


def _cases(book: RuleBook) -> Iterator[tuple[Rule, Example, bool]]:
    for rule in book.rules:
        yield from ((rule, example, True) for example in rule.examples)
        yield from ((rule, example, False) for example in rule.counterexamples)


def _fault(rule: Rule, example: Example, document: Document) -> str | None:
    if _undoes(rule):
        return f"leaves {document.events[0].type}" if document.events else None
    events = _events_of(rule, document)
    if not events:
        return "gives no event"
    missing = [f"{slot} {words!r}" for slot, words in example.marked if not _filled(events, slot, words, document)]
    return f"misses {', '.join(missing)}" if missing else None


def _undoes(rule: Rule) -> bool:
    """Whether the rule is an operator that leaves nothing of an act."""
    return rule.over is not None and set(rule.over.turns.values()) == {"none"}


def _excess(rule: Rule, document: Document) -> str | None:
    if _undoes(rule):
        return None if document.events else "undoes the act of a counterexample"
    events = _events_of(rule, document)
    return f"gives {events[0].type} on a counterexample" if events else None


def _events_of(rule: Rule, document: Document) -> list[Event]:
    """Events that the rule made or, as an operator, changed."""
    return [
        event
        for event in document.events or ()
        if rule.id in (event.trigger.rule, *(operator.rule for operator in event.operators))
    ]


def _filled(events: list[Event], slot: Slot, words: str, document: Document) -> bool:
    """Whether some event has a participant in the slot whose words overlap those marked."""
    start = document.text.index(words)
    end = start + len(words)
    people: list[Participant] = [
        each for event in events for each in (event.actor if slot == "actor" else event.recipient)
    ]
    return any(each.span.start < end and start < each.span.end for each in people)
