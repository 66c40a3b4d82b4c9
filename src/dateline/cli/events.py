"""Events as a table for people."""

from collections.abc import Iterable

from rich.box import SIMPLE_HEAD
from rich.table import Table

from dateline.model import Attribution, Document, Event, Participant, Place, Span, Timex

_COLUMNS = ("who", "what", "whom", "where", "when", "according to", "status", "words")
_STYLES = {"actual": "green", "planned": "yellow", "possible": "yellow", "hypothetical": "yellow", "negated": "red"}


def event_table(document: Document) -> Table:
    """One row for each event of a coded document."""
    table = Table(title=document.id, title_justify="left", box=SIMPLE_HEAD, pad_edge=False, expand=False)
    for column in _COLUMNS:
        table.add_column(column, overflow="fold", ratio=2 if column == "words" else None)
    for event in document.events or ():
        status = event.factuality.status
        table.add_row(*_cells(document, event), style=None if status == "actual" else _STYLES[status])
    return table


def _cells(document: Document, event: Event) -> tuple[str, ...]:
    return (
        _participants(event.actor),
        " ".join((event.type, *event.modes)),
        _participants(event.recipient),
        _place(event.location),
        _days(event.date, document.text),
        "; ".join(_source(document, attribution) for attribution in event.attribution),
        event.factuality.status + (", past" if event.factuality.historical else ""),
        _words(event, document.text),
    )


def _participants(participants: Iterable[Participant]) -> str:
    return "; ".join(_participant(participant) for participant in participants)


def _participant(participant: Participant) -> str:
    codes = " ".join(filter(None, (participant.actor.country, *participant.actor.sector)))
    return f"{participant.actor.name} ({codes})" if codes else participant.actor.name


def _place(place: Place | None) -> str:
    return ", ".join(filter(None, (place.name, place.country))) if place else ""


def _days(timex: Timex | None, text: str) -> str:
    """The days of a time, or its words where it stays relative."""
    if timex is None or timex.start is None:
        return f"“{timex.span.of(text)}”" if timex else ""
    if timex.end is None or timex.end == timex.start:
        return timex.start.isoformat()
    return f"{timex.start.isoformat()} to {timex.end.isoformat()}"


def _source(document: Document, attribution: Attribution) -> str:
    """The name of a source, its words where it is nobody known, a dash where it is not told."""
    if attribution.source is None:
        return "—"
    return _name_at(document, attribution.source) or attribution.source.of(document.text)


def _name_at(document: Document, span: Span) -> str | None:
    chains = {chain.id for chain in document.chains or () if span in chain.mentions}
    return next((actor.name for actor in document.actors or () if actor.chain_id in chains), None)


def _words(event: Event, text: str) -> str:
    """From the first to the last of trigger and operators."""
    spans = [event.trigger.span, *(operator.span for operator in event.operators)]
    return " ".join(text[min(span.start for span in spans) : max(span.end for span in spans)].split())
