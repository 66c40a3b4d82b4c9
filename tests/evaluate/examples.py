"""Coded events and gold lines built by hand."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.model import Document, Event, Evidence, Factuality, Magnitude, Participant, Span, Status
from dateline.stage import Stage
from tests.make import actor, span

GOLD = Path(__file__).parents[3] / "shared" / "gold"


def event(
    text: str,
    type: str,
    who: Sequence[str] = (),
    whom: Sequence[str] = (),
    *,
    quad: int = 1,
    cameo: str = "00",
    status: Status = "actual",
    countries: Mapping[str, str] | None = None,
) -> Event:
    """An event in the text; people are given by their words, and their countries by those words too."""

    def people(phrases: Sequence[str]) -> tuple[Participant, ...]:
        known = countries or {}
        return tuple(Participant(span(text, each), actor("c", each, country=known.get(each))) for each in phrases)

    return Event(
        id=f"{type}-{cameo}",
        type=type,
        modes=(),
        contexts=(),
        quad=quad,
        score=0.0,
        cameo=cameo,
        goldstein=0.0,
        actor=people(who),
        recipient=people(whom),
        trigger=Evidence(Span(0, 1), "a.rule"),
        operators=(),
        date=None,
        location=None,
        attribution=(),
        factuality=Factuality(status, False, ()),
        magnitude=Magnitude(),
        sentence=Span(0, len(text)),
        sentence_index=0,
        section="body",
    )


def coding(events: Mapping[str, Sequence[Event]]) -> Stage:
    """A stage that finds these events in the documents of these ids, and loses all other documents."""

    def run(documents: Iterable[Document]) -> Iterator[Document]:
        for each in documents:
            if each.id in events:
                yield Document(each.id, each.text, each.publication, events=tuple(events[each.id]))

    return run


def plv_line(id: str, marked: str, type: str, quad: int) -> dict[str, Any]:
    """A gold line with a marked pair."""
    text = marked
    for tag in ("<s>", "</s>", "<t>", "</t>"):
        text = text.replace(tag, "")
    return {"id": id, "text": text, "marked": marked, "type": type, "quad": quad}


def write(path: Path, lines: Iterable[Mapping[str, Any]]) -> Path:
    """A gold file of these lines."""
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf8")
    return path
