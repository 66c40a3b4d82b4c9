"""Why a sentence gave an event or none, as JSON: for `dateline explain --json`, the API and the page on which one tries."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from dateline.model import Attribution, Document, Factuality, Place, Timex

if TYPE_CHECKING:
    from dateline.coding.dates import Dating
    from dateline.coding.locations import Locating
    from dateline.coding.traces import Attempt, SentenceTrace


def explained(document: Document, trace: "SentenceTrace") -> dict[str, object]:
    """One sentence: its times and places, every trigger with what became of it, who says what, and why nothing came."""
    return {
        "document_id": document.id,
        "sentence": trace.index,
        "text": trace.span.of(document.text),
        "reason": trace.reason,
        "times": [_time(document, timex) for timex in times_in(document, trace)],
        "places": [_place(document, place) for place in places_in(document, trace)],
        "attempts": [_attempt(document, attempt) for attempt in trace.attempts],
        "attributions": [attribution_told(document, each) for each in said_in(document, trace)],
    }


def _attempt(document: Document, attempt: "Attempt") -> dict[str, object]:
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


def _factuality(text: str, factuality: Factuality) -> dict[str, object]:
    return {
        "status": factuality.status,
        "historical": factuality.historical,
        "cues": [{"text": cue.span.of(text), "rule": cue.rule} for cue in factuality.cues],
    }


def times_in(document: Document, trace: "SentenceTrace") -> list[Timex]:
    """Times of the sentence."""
    return [timex for timex in document.times or () if trace.span.covers(timex.span)]


def _time(document: Document, timex: Timex) -> dict[str, object]:
    return {
        "text": timex.words.of(document.text),
        "value": timex.value,
        "start": timex.start.isoformat() if timex.start else None,
        "end": timex.end.isoformat() if timex.end else None,
        "rule": timex.rule,
        "anchor": timex.anchor,
        "offset": timex.offset.duration if timex.offset else None,
    }


def _date(document: Document, dating: "Dating") -> dict[str, object]:
    return {**_time(document, dating.timex), "by": dating.by}


def said_in(document: Document, trace: "SentenceTrace") -> list[Attribution]:
    """The attributions whose cue stands in the sentence, or whose content does where no cue shows them."""
    return [each for each in document.attributions or () if trace.span.covers(each.cue or each.content)]


def attribution_told(document: Document, each: Attribution) -> dict[str, str | None]:
    """Who says what, in the words of the text."""
    text = document.text
    return {
        "source": each.source.of(text) if each.source else None,
        "cue": each.cue.of(text) if each.cue else None,
        "content": each.content.of(text),
        "kind": each.kind,
        "rule": each.rule,
        "denies": each.denies.of(text) if each.denies else None,
    }


def places_in(document: Document, trace: "SentenceTrace") -> list[Place]:
    """Places of the sentence."""
    return [place for place in document.places or () if trace.span.covers(place.span)]


def _place(document: Document, place: Place) -> dict[str, object]:
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


def _location(document: Document, locating: "Locating") -> dict[str, object]:
    return {"text": locating.place.span.of(document.text), "name": locating.place.name, "by": locating.by}
