"""Scores coded events against a gold file of any form."""

from pathlib import Path
from typing import Any

from dateline.errors import UsageError
from dateline.evaluate import corpus, petrarch, plv, statements
from dateline.evaluate.gold import Fields, Form, read_lines
from dateline.evaluate.report import Report
from dateline.stage import Stage

FORMS: tuple[Form[Any], ...] = (plv.FORM, petrarch.FORM, statements.FORM, corpus.FORM)


def evaluate_events(path: Path, stage: Stage) -> Report:
    """Codes the sentences of a gold file and scores them as its form asks.

    Raises UsageError where no form has the fields of its first line, UnreadableFile, and BadRecord with file and line.
    """
    lines = read_lines(path)
    (_, first), *_ = lines
    return form_of(first, path).evaluate(path, lines, stage)


def form_of(fields: Fields, path: Path) -> Form[Any]:
    """The form whose fields these are; UsageError where there is none."""
    for form in FORMS:
        if form.fields <= fields.keys():
            return form
    known = "; ".join(f"{form.name}: {', '.join(sorted(form.fields))}" for form in FORMS)
    raise UsageError(f"{path}: its fields fit no form of gold sentences ({known})")
