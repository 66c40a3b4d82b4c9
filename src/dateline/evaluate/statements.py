"""Sentences that somebody speaks in, some of which are no more than talk."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.evaluate.gold import Case, Fields, Form, one_of, words
from dateline.evaluate.measures import share
from dateline.evaluate.report import Fault, Report, estimates
from dateline.model import Document

LABELS = ("event", "none", "unsure")


@dataclass(frozen=True, slots=True)
class StatementSentence:
    """A sentence and whether it tells of an event: `event`, `none`, or `unsure`, which is not scored."""

    document: Document
    label: str


def read(fields: Fields) -> StatementSentence:
    """The sentence of one line."""
    return StatementSentence(Document(words(fields, "id"), words(fields, "text")), one_of(fields, "label", LABELS))


def score(cases: Sequence[Case[StatementSentence]]) -> Report:
    """How often mere talk is coded as something that happened, and how often an event is coded at all."""
    measures = {
        "none coded as actual": share([_if(case, "none", _has_actual(case)) for case in cases]),
        "event coded": share([_if(case, "event", bool(case.events)) for case in cases]),
    }
    faults = tuple(fault for case in cases if (fault := _fault(case)))
    return Report(FORM.name, len(cases), estimates(measures, len(cases)), faults)


def _if(case: Case[StatementSentence], label: str, answer: bool) -> bool | None:
    """The answer where the sentence has the label."""
    return answer if case.gold.label == label else None


def _has_actual(case: Case[StatementSentence]) -> bool:
    return any(event.factuality.status == "actual" for event in case.events)


def _fault(case: Case[StatementSentence]) -> Fault | None:
    gold = case.gold
    if gold.label == "event" and not case.events:
        kind = "nothing coded"
    elif gold.label == "none" and _has_actual(case):
        kind = "coded as actual"
    else:
        return None
    return Fault(gold.document, kind, {"label": gold.label}, case.events)


FORM = Form("statements", frozenset({"id", "text", "label"}), read, score)
