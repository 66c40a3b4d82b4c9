"""Events as annotations of their articles: the W3C Web Annotation model in JSON-LD, one article a line."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO
from urllib.parse import quote

from dateline.export.format import Format, endings
from dateline.export.shape import Actor, Extent, Record

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_SURROUNDINGS = 32
"""Characters before and after a quotation, as many as tools commonly keep."""

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Part:
    """Words that play a role in an event; no text where a record holds only their span."""

    role: str
    span: Extent
    text: str | None = None
    link: str | None = None
    facts: tuple[str, ...] = ()


class Lines:
    """Writes a collection of annotations for each article."""

    def __init__(self, file: TextIO) -> None:
        self.file = file

    def write(self, records: Sequence[Record]) -> None:
        self.file.write(json.dumps(collection(records), ensure_ascii=False) + "\n")


@contextmanager
def writing(path: Path) -> Iterator[Lines]:
    """A writer of JSON-LD, each line a document of its own."""
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        yield Lines(file)


def collection(records: Sequence[Record]) -> Json:
    """All annotations of the article that the records are of."""
    first = records[0]
    items = [item for record in records for item in annotations(record)]
    id = iri("document", first["document_id"])
    return {
        "@context": CONTEXT,
        "id": f"{id}#annotations",
        "type": "AnnotationCollection",
        "label": first["publication"]["title"] or first["document_id"],
        "total": len(items),
        "first": {"id": f"{id}#page", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def annotations(record: Record) -> Iterator[Json]:
    """One for the event on its trigger, and one for each of the words that play a part in it."""
    event = iri("event", record["id"])
    codes = [("classifying", record["event"]), *(("tagging", code) for code in (*record["mode"], *record["context"]))]
    bodies = [_text(purpose, value) for purpose, value in codes]
    status = _text("assessing", record["factuality"]["status"])
    trigger = Part("trigger", record["trigger"]["span"], record["trigger"]["text"])
    yield _annotation(event, "classifying", [*bodies, status], record) | target(record, trigger)
    for place, part in enumerate(parts(record), 1):
        facts = [_text("describing", fact) for fact in part.facts]
        link = [_resource("identifying", part.link)] if part.link else []
        body = [_text("tagging", part.role), *facts, *link, _resource("linking", event)]
        motivation = "identifying" if part.link else "tagging"
        yield _annotation(f"{event}#{part.role}-{place}", motivation, body, record) | target(record, part)


def parts(record: Record) -> Iterator[Part]:
    """The words of everything in the record but the trigger."""
    yield from (Part("operator", each["span"], each["text"]) for each in record["operators"])
    yield from (_actor("actor", each) for each in record["actor"])
    yield from (_actor("recipient", each) for each in record["recipient"])
    yield from _circumstances(record)
    for voice in record["attribution"]:
        if voice["source"]:
            yield _actor("source", voice["source"])
        if voice["cue"]:
            yield Part("cue", voice["cue"]["span"], voice["cue"]["text"], facts=(voice["kind"],))
        yield Part("content", voice["content_span"])
    yield from (Part("factuality-cue", each["span"], each["text"]) for each in record["factuality"]["cues"])


def _circumstances(record: Record) -> Iterator[Part]:
    when, where = record["date"], record["location"]
    if when and when["span"]:
        days = "/".join(day for day in (when["start"], when["end"]) if day)
        yield Part("date", when["span"], when["text"], facts=(days,) if days else ())
    if where:
        link = f"https://sws.geonames.org/{where['geonameid']}/" if where["geonameid"] else None
        yield Part("location", where["span"], where["text"], link, (where["name"],))
    counts = {name: record["magnitude"][name] for name in ("dead", "injured", "arrested", "size")}
    for name, count in counts.items():
        if count:
            yield Part(name, count["span"], count["text"], facts=(str(count["value"]),))


def _actor(role: str, actor: Actor) -> Part:
    link = f"http://www.wikidata.org/entity/{actor['wikidata']}" if actor["wikidata"] else None
    codes = "/".join(filter(None, (actor["country"], *actor["sector"])))
    return Part(role, actor["span"], actor["text"], link, tuple(filter(None, (actor["name"], codes))))


def target(record: Record, part: Part) -> Json:
    """The words in their article: quoted with their surroundings, and by their position in code points."""
    start, end = part.span
    position: Json = {"type": "TextPositionSelector", "start": start, "end": end}
    source = record["publication"]["url"] or iri("document", record["document_id"])
    quoted = _quotation(record, part)
    return {"target": {"source": source, "selector": [quoted, position] if quoted else [position]}}


def _quotation(record: Record, part: Part) -> Json | None:
    """The surroundings are those within the sentence, which is all that a record holds of the article."""
    sentence, (begins, ends) = record["sentence"]["text"], record["sentence"]["span"]
    start, end = part.span
    within = begins <= start and end <= ends
    exact = sentence[start - begins : end - begins] if within else part.text
    if not exact:
        return None
    before, after = (sentence[: start - begins], sentence[end - begins :]) if within else ("", "")
    around = {"prefix": before[-_SURROUNDINGS:], "suffix": after[:_SURROUNDINGS]}
    return {"type": "TextQuoteSelector", "exact": exact, **{name: text for name, text in around.items() if text}}


def iri(kind: str, id: str) -> str:
    """A name for a thing of ours in the web's form."""
    return f"urn:dateline:{kind}:{quote(id, safe='', errors='replace')}"


def _annotation(id: str, motivation: str, body: Sequence[Json], record: Record) -> Json:
    return {
        "id": id,
        "type": "Annotation",
        "motivation": motivation,
        "generator": {
            "id": iri("coder", record["coder"]["rules_hash"]),
            "type": "Software",
            "name": f"Dateline {record['coder']['version']}",
        },
        "body": list(body),
    }


def _text(purpose: str, value: str) -> Json:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _resource(purpose: str, source: str) -> Json:
    return {"type": "SpecificResource", "purpose": purpose, "source": source}


FORMAT = Format(
    name="annotations",
    summary="W3C Web Annotation JSON-LD, an article a line: events and their words, quoted and by position",
    openings=endings(".jsonld", ".jsonl", opening=writing),
    losses=(
        "CAMEO codes, scores, rules and links of mentions are lost; types, modes, contexts, names and codes of actors are bodies.",
        "What stands before and after a quotation is known within the event's sentence only; contents beyond it have positions alone.",
        "A document whose records do not stand together in the source gets a line for each stretch of them.",
    ),
)
