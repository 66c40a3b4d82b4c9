"""`dateline explain`: sentence by sentence, why there is an event and why there is none."""

import json
import sys
from dataclasses import asdict
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
    from dateline.coding.locations import Locating
    from dateline.coding.traces import Attempt, SentenceTrace
    from dateline.model import Attribution, Document, Factuality, Place, PlaceCandidate, Timex


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
    for trace in traces:
        line = {
            "document_id": document.id,
            "sentence": trace.index,
            "text": trace.span.of(document.text),
            "reason": trace.reason,
            "times": [_time(document, timex) for timex in _times_in(document, trace)],
            "places": [_place(document, place) for place in _places_in(document, trace)],
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
        "date": _date(document, attempt.dating) if attempt.dating else None,
        "location": _location(document, attempt.locating) if attempt.locating else None,
        "outcome": attempt.outcome,
        "event": attempt.is_event,
        "factuality": _factuality(text, attempt.factuality) if attempt.factuality else None,
        "confidence": attempt.confidence,
    }


def _factuality(text: str, factuality: "Factuality") -> dict[str, object]:
    return {
        "status": factuality.status,
        "historical": factuality.historical,
        "cues": [{"text": cue.span.of(text), "rule": cue.rule} for cue in factuality.cues],
    }


def _times_in(document: "Document", trace: "SentenceTrace") -> "list[Timex]":
    return [timex for timex in document.times or () if trace.span.covers(timex.span)]


def _time(document: "Document", timex: "Timex") -> dict[str, object]:
    return {
        "text": timex.words.of(document.text),
        "value": timex.value,
        "start": timex.start.isoformat() if timex.start else None,
        "end": timex.end.isoformat() if timex.end else None,
        "rule": timex.rule,
        "anchor": timex.anchor,
        "offset": timex.offset.duration if timex.offset else None,
    }


def _date(document: "Document", dating: "Dating") -> dict[str, object]:
    return {**_time(document, dating.timex), "by": dating.by}


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


def _places_in(document: "Document", trace: "SentenceTrace") -> "list[Place]":
    return [place for place in document.places or () if trace.span.covers(place.span)]


def _place(document: "Document", place: "Place") -> dict[str, object]:
    return {
        "text": place.span.of(document.text),
        "name": place.name,
        "country": place.country,
        "admin1": place.admin1,
        "kind": place.kind,
        "resolution": place.resolution,
        "rule": place.rule,
        "candidates": [asdict(candidate) for candidate in place.candidates],
    }


def _location(document: "Document", locating: "Locating") -> dict[str, object]:
    return {"text": locating.place.span.of(document.text), "name": locating.place.name, "by": locating.by}


def print_text(document: "Document", traces: tuple["SentenceTrace", ...]) -> None:
    """One paragraph a sentence: its text, its times, each trigger with its slots, and the reason if nothing came."""
    from rich.markup import escape

    from dateline.cli.tables import console

    out = console()
    out.print(f"[bold]{escape(document.id)}[/bold]\n")
    for trace in traces:
        out.print(f"[dim]{trace.index}[/dim]  {escape(' '.join(trace.span.of(document.text).split()))}")
        for timex in _times_in(document, trace):
            out.print(f"     {escape(_time_line(document, timex))}", style="dim")
        for place in _places_in(document, trace):
            out.print(f"     {escape(_place_line(document, place))}", style="dim")
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
