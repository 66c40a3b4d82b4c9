"""`dateline explain`: sentence by sentence, why there is an event and why there is none."""

import json
import sys
from typing import TYPE_CHECKING

from dateline.cli.inputs import (
    Json,
    LargestArticle,
    OntologyFolder,
    Paths,
    SettingsFile,
    Tally,
    documents,
    settings_from,
)

if TYPE_CHECKING:
    from dateline.coding.traces import Attempt, SentenceTrace
    from dateline.model import Attribution, Document


def explain(
    paths: Paths,
    as_json: Json = False,
    ontology: OntologyFolder = None,
    largest_article: LargestArticle = None,
    settings_file: SettingsFile = None,
) -> None:
    """Show which trigger matched by which rule, what filled each slot, and why a sentence gave nothing."""
    settings = settings_from(settings_file, ontology=ontology, largest_article=largest_article)
    from dateline.pipeline import build

    pipeline, tally = build(settings), Tally()
    for document in documents(paths, pipeline.code, settings, tally):
        traces = pipeline.coder.explain(document)
        if as_json:
            _print_json(document, traces)
        else:
            print_text(document, traces)
    tally.close()


def _print_json(document: "Document", traces: tuple["SentenceTrace", ...]) -> None:
    for trace in traces:
        line = {
            "document_id": document.id,
            "sentence": trace.index,
            "text": trace.span.of(document.text),
            "reason": trace.reason,
            "attempts": [_attempt(document, attempt) for attempt in trace.attempts],
            "attributions": [_attribution(document, each) for each in _said_in(document, trace)],
        }
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


def _attempt(document: "Document", attempt: "Attempt") -> dict[str, object]:
    text = document.text
    return {
        "trigger": attempt.trigger.span.of(text),
        "rule": attempt.trigger.rule,
        "actor": [span.of(text) for span in attempt.actor],
        "recipient": [span.of(text) for span in attempt.recipient],
        "operators": [{"text": operator.span.of(text), "rule": operator.rule} for operator in attempt.operators],
        "outcome": attempt.outcome,
        "event": attempt.is_event,
    }


def _said_in(document: "Document", trace: "SentenceTrace") -> "list[Attribution]":
    """The attributions whose cue stands in the sentence, or whose content does where no cue shows them."""
    return [each for each in document.attributions or () if trace.span.covers(each.cue or each.content)]


def _attribution(document: "Document", each: "Attribution") -> dict[str, str | None]:
    text = document.text
    return {
        "source": each.source.of(text) if each.source else None,
        "cue": each.cue.of(text) if each.cue else None,
        "content": each.content.of(text),
        "kind": each.kind,
        "rule": each.rule,
        "denies": each.denies.of(text) if each.denies else None,
    }


def print_text(document: "Document", traces: tuple["SentenceTrace", ...]) -> None:
    """One paragraph a sentence: its text, each trigger with its slots, and the reason if nothing came."""
    from rich.markup import escape

    from dateline.cli.tables import console

    out = console()
    out.print(f"[bold]{escape(document.id)}[/bold]\n")
    for trace in traces:
        out.print(f"[dim]{trace.index}[/dim]  {escape(' '.join(trace.span.of(document.text).split()))}")
        for attempt in trace.attempts:
            for line in _lines(document, attempt):
                out.print(f"     {escape(line)}", style="" if attempt.is_event else "dim")
        for each in _said_in(document, trace):
            out.print(f"     {escape(_said(_attribution(document, each)))}", style="cyan")
        if trace.reason:
            out.print(f"     nothing: {escape(trace.reason)}", style="yellow")
        out.print()


def _said(each: dict[str, str | None]) -> str:
    """One line: who, by which cue, what, of which kind, by which rule, and what a denial denies."""
    line = f"{each['source'] or 'someone'} | {each['cue'] or '-'} | {each['content']} ({each['kind']}, {each['rule']})"
    return " ".join((line + (f" denies: {each['denies']}" if each["denies"] else "")).split())


def _lines(document: "Document", attempt: "Attempt") -> list[str]:
    text = document.text
    lines = [f"{attempt.trigger.span.of(text)!r} by {attempt.trigger.rule} → {attempt.outcome}"]
    for slot, spans in (("actor", attempt.actor), ("recipient", attempt.recipient)):
        if spans:
            lines.append(f"  {slot}: " + "; ".join(span.of(text) for span in spans))
    lines += [f"  changed by {operator.span.of(text)!r} ({operator.rule})" for operator in attempt.operators]
    return lines
