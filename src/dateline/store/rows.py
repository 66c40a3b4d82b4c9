"""A coded document as rows of the tables that its run owns."""

from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

import orjson

from dateline.model import CoderInfo, Document, Span
from dateline.store.database import Row
from dateline.store.names import name_words
from dateline.store.relations import relation_rows

if TYPE_CHECKING:
    from dateline.export.shape import Actor, Record

ID_DIGITS = 12


def coder_id(coder: CoderInfo) -> str:
    """A short name for a coder, the same wherever the same coder runs."""
    return text_hash("\n".join((coder.version, coder.ontology, coder.model, coder.rules_hash)))[:ID_DIGITS]


def text_hash(text: str) -> str:
    """SHA-256 in hexadecimal digits."""
    return sha256(text.encode()).hexdigest()


def document_row(document: Document, coder: str) -> Row:
    """The text and the facts of its publication."""
    facts = document.publication
    return (
        document.id, text_hash(document.text), document.text, facts.title, facts.publisher, facts.url, facts.author,
        facts.published, facts.language, facts.page_hash, facts.extractor, coder,
    )  # fmt: skip


def finding_rows(document: Document, records: "Sequence[Record]", coder: str) -> dict[str, list[Row]]:
    """By table, what a coder found in a document."""
    key = (document.id, coder)
    return {
        "sentences": [
            (*key, number, *_ends(each.span), each.reason) for number, each in enumerate(document.sentences or ())
        ],
        "mentions": _mention_rows(document, key),
        "actors": [
            (
                *key, each.chain_id, each.name, each.kind, each.country, list(each.sector), each.office,
                each.affiliation, each.wikidata, each.link_score, each.rule,
            )
            for each in document.actors or ()
        ],
        "times": [
            (*key, *_ends(each.words), each.start, each.end, each.granularity, each.rule)
            for each in document.times or ()
        ],
        "places": [
            (
                *key, *_ends(each.span), each.name, each.country, each.admin1, each.latitude, each.longitude,
                each.resolution, each.rule,
            )
            for each in document.places or ()
        ],
        "attributions": [
            (
                *key, each.kind, each.status, *_ends(each.source), *_ends(each.cue), *_ends(each.content), each.rule,
            )
            for each in document.attributions or ()
        ],
        "events": [event_row(record, coder) for record in records],
        "parties": [row for record in records for row in party_rows(record, coder)],
        "relations": relation_rows(document, coder),
    }  # fmt: skip


def event_row(record: "Record", coder: str, is_last: bool = True) -> Row:
    """What questions ask an event by, and its record; `is_last` where this coder coded the document last."""
    when, where, facts = record["date"], record["location"], record["publication"]
    actor, recipient = _parties(record["actor"]), _parties(record["recipient"])
    voices, _ = _parties(_voices(record))
    return (
        record["id"], record["document_id"], coder, record["event"], record["mode"], record["context"], record["quad"],
        record["score"], record["factuality"]["status"], record["factuality"]["historical"],
        when and _day(when["start"]), when and _day(when["end"]),
        *actor, *recipient,
        where and where["name"], where and where["admin1"], where and where["country"], where and where["lat"],
        where and where["lon"], record["confidence"], orjson.dumps(record).decode(),
        is_last, facts["publisher"], _day(facts["published"]), record["sentence"]["text"], name_words(actor[0]),
        name_words(recipient[0]), name_words([where["name"], where["admin1"]] if where else []), name_words(voices), voices,
    )  # fmt: skip


def party_rows(record: "Record", coder: str, is_last: bool = True) -> list[Row]:
    """Everybody an event names, with the side of the event on which they are."""
    sides = ("actor", record["actor"]), ("recipient", record["recipient"]), ("voice", _voices(record))
    key = (record["document_id"], coder, record["id"])
    return [
        (*key, side, each["name"], each["country"], each["wikidata"], each["office"], is_last)
        for side, parties in sides
        for each in parties
        if each["name"]
    ]


def _mention_rows(document: Document, key: tuple[str, str]) -> list[Row]:
    chains: Mapping[Span, str] = {span: chain.id for chain in document.chains or () for span in chain.mentions}
    return [
        (*key, *_ends(each.span), each.form, each.label, chains.get(each.span), each.rule)
        for each in document.mentions or ()
    ]


def _voices(record: "Record") -> "list[Actor]":
    return [each["source"] for each in record["attribution"] if each["source"]]


def _parties(actors: "Sequence[Actor]") -> tuple[list[str], list[str]]:
    """Names and countries, each once."""
    names = {each["name"]: None for each in actors if each["name"]}
    return list(names), list({each["country"]: None for each in actors if each["country"]})


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None
