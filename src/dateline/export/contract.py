"""The record: one event mention as other programs read it, its fields in the order of the contract."""

from typing import Literal, NamedTuple, TypedDict

SectionName = Literal["headline", "lead", "body", "promo", "caption"]
SpanPair = list[int]
"""Start and end, in code points of the document's text."""


class ActorRecord(TypedDict):
    """An actor, recipient or source: its words, and whom they refer to as far as that is known."""

    text: str
    span: SpanPair
    name: str | None
    kind: str | None
    wikidata: str | None
    country: str | None
    sector: list[str]
    office: str | None
    affiliation: str | None
    chain_id: str | None
    link_score: float | None


class WordsRecord(TypedDict):
    """Words of the text."""

    text: str
    span: SpanPair


class EvidenceRecord(WordsRecord):
    """Words that decided something, and the rule that read them so."""

    rule: str


class DateRecord(TypedDict):
    """Days in ISO form, both ends included; text and span are null where no words gave the date."""

    text: str | None
    span: SpanPair | None
    start: str | None
    end: str | None
    granularity: str
    rule: str
    anchor: str


class LocationRecord(TypedDict):
    """A place; `country` is ISO 3166 alpha-3, `lat` and `lon` are degrees, `resolution` runs from 1 to 5."""

    text: str
    span: SpanPair
    name: str
    geonameid: int | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    feature: str | None
    resolution: int
    rule: str


class AttributionRecord(TypedDict):
    """Who answers for the words around the trigger."""

    source: ActorRecord | None
    cue: WordsRecord | None
    content_span: SpanPair
    kind: str
    asserted_by_publisher: bool


class FactualityRecord(TypedDict):
    """Whether it happened."""

    status: str
    historical: bool
    cues: list[EvidenceRecord]


class QuantityRecord(TypedDict):
    """A number as reported."""

    value: int
    low: int | None
    high: int | None
    text: str
    span: SpanPair


class MagnitudeRecord(TypedDict):
    """People counted."""

    dead: QuantityRecord | None
    injured: QuantityRecord | None
    arrested: QuantityRecord | None
    size: QuantityRecord | None


class SentenceRecord(TypedDict):
    """The sentence that reports the event; `index` counts the document's sentences from 0."""

    index: int
    span: SpanPair
    text: str


class PublicationRecord(TypedDict):
    """Facts of publication; `published` in ISO form."""

    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    language: str


class CoderRecord(TypedDict):
    """What made the record."""

    version: str
    ontology: str
    model: str
    rules_hash: str


class Record(TypedDict):
    """One event mention, whole."""

    id: str
    document_id: str
    mention_ids: list[str]
    story_id: str | None
    event: str
    mode: list[str]
    context: list[str]
    quad: int
    score: float
    cameo: str
    goldstein: float
    actor: list[ActorRecord]
    recipient: list[ActorRecord]
    trigger: EvidenceRecord
    operators: list[EvidenceRecord]
    date: DateRecord | None
    location: LocationRecord | None
    attribution: list[AttributionRecord]
    factuality: FactualityRecord
    magnitude: MagnitudeRecord
    sentence: SentenceRecord
    section: SectionName
    publication: PublicationRecord
    coder: CoderRecord


class CoderInfo(NamedTuple):
    """Versions of Dateline, ontology and language model, and a digest of the rules."""

    version: str
    ontology: str
    model: str
    rules_hash: str
