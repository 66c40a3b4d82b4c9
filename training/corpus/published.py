"""Corpus records as JSON lines, and back."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from training.corpus.records import Act, Count, Dated, Extent, Located, Party, Record, Voice


def write(records: Iterable[Record], path: Path) -> None:
    """One JSON object a line."""
    lines = [json.dumps(_record(each), ensure_ascii=False) + "\n" for each in records]
    path.write_text("".join(lines), encoding="utf-8", newline="\n")


def read(path: Path) -> list[Record]:
    """The records of a file; KeyError or ValueError where a line is none."""
    return [_read(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def _record(record: Record) -> dict[str, Any]:
    return {
        "id": record.id,
        "kind": record.kind,
        "published": record.published,
        "style": record.style,
        "country": record.country,
        "text": record.text,
        "events": [_act(act, record.text) for act in record.acts],
        "none": list(record.none),
    }


def _act(act: Act, text: str) -> dict[str, Any]:
    return {
        "event": act.type,
        "mode": list(act.modes),
        "trigger": _words(act.trigger, text),
        "actor": [_party(each, text) for each in act.actors],
        "recipient": [_party(each, text) for each in act.recipients],
        "status": act.status,
        "historical": act.historical,
        "attribution": [
            {
                "source": _party(voice.source, text),
                "cue": _words(voice.cue, text),
                "content": _words(voice.content, text),
            }
            for voice in act.voices
        ],
        "date": {**_words(act.date.span, text), "value": act.date.value} if act.date else None,
        "location": {**_words(act.place.span, text), "country": act.place.country} if act.place else None,
        "context": list(act.contexts),
        "magnitude": [
            {"kind": count.kind, **_words(count.span, text), "low": count.low, "high": count.high}
            for count in act.counts
        ],
    }


def _party(party: Party, text: str) -> dict[str, Any]:
    coded = {"country": party.country, "sector": list(party.sectors), "name": party.name}
    return {**_words(party.span, text), **coded}


def _words(span: Extent | None, text: str) -> dict[str, Any]:
    return {"text": text[slice(*span)], "span": list(span)} if span else {"text": None, "span": None}


def _read(fields: Mapping[str, Any]) -> Record:
    return Record(
        id=fields["id"],
        kind=fields["kind"],
        published=fields["published"],
        style=fields["style"],
        country=fields["country"],
        text=fields["text"],
        acts=tuple(map(_act_of, fields["events"])),
        none=tuple(fields["none"]),
    )


def _act_of(fields: Mapping[str, Any]) -> Act:
    date, place = fields["date"], fields["location"]
    return Act(
        type=fields["event"],
        modes=tuple(fields["mode"]),
        trigger=_certain(fields["trigger"]),
        actors=tuple(map(_party_of, fields["actor"])),
        recipients=tuple(map(_party_of, fields["recipient"])),
        status=fields["status"],
        historical=fields["historical"],
        voices=tuple(map(_voice_of, fields["attribution"])),
        date=Dated(_certain(date), date["value"]) if date else None,
        place=Located(_certain(place), place["country"]) if place else None,
        contexts=tuple(fields["context"]),
        counts=tuple(Count(each["kind"], _certain(each), each["low"], each["high"]) for each in fields["magnitude"]),
    )


def _party_of(fields: Mapping[str, Any]) -> Party:
    return Party(_span(fields), fields["country"], tuple(fields["sector"]), fields["name"])


def _voice_of(fields: Mapping[str, Any]) -> Voice:
    return Voice(_party_of(fields["source"]), _span(fields["cue"]), _certain(fields["content"]))


def _span(fields: Mapping[str, Any]) -> Extent | None:
    return (fields["span"][0], fields["span"][1]) if fields["span"] else None


def _certain(fields: Mapping[str, Any]) -> Extent:
    span = _span(fields)
    if span is None:
        raise ValueError(f"no span: {dict(fields)}")
    return span
