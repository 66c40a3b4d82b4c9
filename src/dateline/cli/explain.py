"""`dateline explain`: sentence by sentence, why there is an event and why there is none."""

import json
import sys
from typing import TYPE_CHECKING

from dateline.cli.inputs import (
    Json,
    LargestArticle,
    OntologyFolder,
    Paths,
    RulesOnly,
    SettingsFile,
    Tally,
    documents,
    settings_from,
)

if TYPE_CHECKING:
    from dateline.coding.dates import Dating
    from dateline.coding.traces import Attempt, SentenceTrace
    from dateline.model import Document, Factuality, Place, PlaceCandidate, Timex


def explain(
    paths: Paths,
    as_json: Json = False,
    ontology: OntologyFolder = None,
    largest_article: LargestArticle = None,
    rules_only: RulesOnly = None,
    settings_file: SettingsFile = None,
) -> None:
    """Show which trigger matched by which rule, what filled each slot, and why a sentence gave nothing."""
    settings = settings_from(settings_file, ontology=ontology, rules_only=rules_only, largest_article=largest_article)
    from dateline.pipeline import build
    from dateline.run.coding import in_this_process

    pipeline, tally = build(settings), Tally()
    for document in documents(paths, in_this_process(pipeline.code), settings, tally):
        traces = pipeline.coder.explain(document)
        if as_json:
            _print_json(document, traces)
        else:
            print_text(document, traces)
    tally.close()


def _print_json(document: "Document", traces: tuple["SentenceTrace", ...]) -> None:
    from dateline.export.explained import explained

    for trace in traces:
        sys.stdout.write(json.dumps(explained(document, trace), ensure_ascii=False) + "\n")


def print_text(document: "Document", traces: tuple["SentenceTrace", ...]) -> None:
    """One paragraph a sentence: its text, its times, each trigger with its slots, and the reason if nothing came."""
    from rich.markup import escape

    from dateline.cli.tables import console
    from dateline.export.explained import attribution_told, places_in, said_in, times_in

    out = console()
    out.print(f"[bold]{escape(document.id)}[/bold]\n")
    for trace in traces:
        out.print(f"[dim]{trace.index}[/dim]  {escape(' '.join(trace.span.of(document.text).split()))}")
        for timex in times_in(document, trace):
            out.print(f"     {escape(_time_line(document, timex))}", style="dim")
        for place in places_in(document, trace):
            out.print(f"     {escape(_place_line(document, place))}", style="dim")
        for attempt in trace.attempts:
            for line in _lines(document, attempt):
                out.print(f"     {escape(line)}", style="" if attempt.is_event else "dim")
        for each in said_in(document, trace):
            out.print(f"     {escape(_said(attribution_told(document, each)))}", style="cyan")
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
    if attempt.dating:
        lines.append(f"  date: {_date_line(document, attempt.dating)}")
    if attempt.locating:
        lines.append(f"  location: {attempt.locating.place.name} by the {attempt.locating.by}")
    lines += [f"  changed by {operator.span.of(text)!r} ({operator.rule})" for operator in attempt.operators]
    if attempt.confidence is not None:
        lines.append(f"  confidence {attempt.confidence:.2f}")
    return [*lines, *_status_lines(text, attempt.factuality)]


def _time_line(document: "Document", timex: "Timex") -> str:
    counted = f" ({timex.offset.duration})" if timex.offset else ""
    value = timex.value or "no value"
    return f"time: {timex.words.of(document.text)!r} = {value}{counted} by {timex.rule}, from {timex.anchor}"


def _place_line(document: "Document", place: "Place") -> str:
    """The toponym, the place, the rule, and what else it might have been."""
    where = ", ".join(filter(None, (place.name, place.admin1, place.country)))
    others = "; ".join(f"{_whereabouts(each)} {each.score:g}" for each in place.candidates[1:])
    rest = f"; not {others}" if others else ""
    return f"place: {place.span.of(document.text)!r} = {where} ({place.kind}) by {place.rule}{rest}"


def _whereabouts(candidate: "PlaceCandidate") -> str:
    return ", ".join(filter(None, (candidate.name, candidate.admin1, candidate.country)))


def _date_line(document: "Document", dating: "Dating") -> str:
    """When it was, and whether its clause, its sentence, the narrative or the publication says so."""
    timex = dating.timex
    words = f" {timex.words.of(document.text)!r}" if len(timex.span) else ""
    counted = f" = {timex.start}" if timex.offset and timex.start else ""
    return f"{timex.value or 'open'}{counted} by the {dating.by}{words} ({timex.rule})"


def _status_lines(text: str, factuality: "Factuality | None") -> list[str]:
    """The status, the words that told it, and by which rule; nothing of what plainly happened."""
    if factuality is None:
        return []
    told = [f"  {factuality.status} by {cue.span.of(text)!r} ({cue.rule})" for cue in factuality.cues]
    return [*told, "  historical: over a month before publication"] if factuality.historical else told
