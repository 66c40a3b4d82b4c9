"""`dateline explain`: how each sentence came by its events, or why it gave none."""

from collections.abc import Callable, Iterable
from dataclasses import asdict
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import typer
from rich.console import Console
from rich.text import Text

from dateline.cli.options import AsJson, Paths, SettingsFile, SetValues, settings_of
from dateline.cli.screen import logged, messages, print_json, results
from dateline.cli.tally import Tally
from dateline.model import Document, Evidence, Span
from dateline.run.job import Coded, code_all, on_demand

if TYPE_CHECKING:
    from dateline.coding.traces import Attempt, SentenceTrace

Show = Callable[[Document, "SentenceTrace"], None]


def explain(
    paths: Paths, as_json: AsJson = False, settings: SettingsFile = None, values: SetValues = None
) -> None:
    """Show sentence by sentence which rules matched, what filled their slots, and why there is no event."""
    from dateline.readers.reading import read

    chosen, console, tally = settings_of(settings, values), messages(), Tally()
    show: Show = _print_json if as_json else partial(_print_trace, results())

    @cache
    def explainer() -> Any:
        from dateline.pipeline import build_explainer

        return build_explainer(chosen)

    with logged(console):
        for outcome in code_all(on_demand(lambda: explainer()[0]), read(paths, chosen.largest_article)):
            tally.add(outcome, console)
            if isinstance(outcome, Coded):
                for trace in explainer()[1](outcome.document):
                    show(outcome.document, trace)
    raise typer.Exit(tally.status)


def _print_trace(console: Console, document: Document, trace: "SentenceTrace") -> None:
    console.print(f"{document.id}, sentence {trace.index + 1}: {_words(trace.span, document.text)}", style="bold")
    for attempt in trace.attempts:
        console.print(_attempt(attempt, document.text))
    if trace.reason and not trace.attempts:
        console.print(f"  no event: {trace.reason}", style="dim")
    console.print()


def _attempt(attempt: "Attempt", text: str) -> Text:
    """The outcome of one trigger, with what filled its slots below."""
    style = "green" if attempt.is_event else "yellow"
    lines = Text.assemble("  ", (attempt.outcome, style), f": {_evidence(attempt.trigger, text)}")
    slots = [("actor", attempt.actor), ("recipient", attempt.recipient)]
    for name, spans in slots:
        if spans:
            lines.append(f"\n    {name}: {'; '.join(_words(span, text) for span in spans)}")
    if attempt.operators:
        lines.append(f"\n    under: {'; '.join(_evidence(operator, text) for operator in attempt.operators)}")
    return lines


def _evidence(evidence: Evidence, text: str) -> str:
    return f"“{_words(evidence.span, text)}” by {evidence.rule}"


def _words(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())


def _print_json(document: Document, trace: "SentenceTrace") -> None:
    print_json({"document_id": document.id, "words": _words(trace.span, document.text), **asdict(trace)})
