"""The shape of a record; other programs read these names, so they change only with the contract."""

from typing import TypedDict

Extent = list[int]
"""`[start, end]` in code points of the document's text."""


class Words(TypedDict):
    """Words of the text."""

    text: str
    span: Extent


class Evidence(TypedDict):
    """Words that decided something, and the rule that read them so."""

    text: str
    span: Extent
    rule: str


class Actor(TypedDict):
    """One who acts, is acted upon or speaks; of a speaker no actor stands for, only the words are known."""

    text: str
    span: Extent
    name: str | None
    kind: str | None
    wikidata: str | None
    country: str | None
    sector: list[str]
    office: str | None
    affiliation: str | None
    chain_id: str | None
    link_score: float | None


class Date(TypedDict):
    """The days it covers, ISO; text and span are null where no words but the publication date give it."""

    text: str | None
    span: Extent | None
    start: str | None
    end: str | None
    granularity: str
    rule: str
    anchor: str


class Location(TypedDict):
    """Where it happened."""

    text: str
    span: Extent
    name: str
    geonameid: int | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    feature: str | None
    resolution: int
    rule: str


class Attribution(TypedDict):
    """Who answers for it; no source where the text leaves it unsaid.

    The publisher asserts the event itself where the list is empty, where the trigger stands outside the content, and where
    the cue presumes its content ("condemned the raid").
    """

    source: Actor | None
    cue: Words | None
    content_span: Extent
    kind: str
    asserted_by_publisher: bool


class Factuality(TypedDict):
    """Whether it happened."""

    status: str
    historical: bool
    cues: list[Evidence]


class Quantity(TypedDict):
    """People counted."""

    value: int
    low: int | None
    high: int | None
    text: str
    span: Extent


class Magnitude(TypedDict):
    """All the people counted."""

    dead: Quantity | None
    injured: Quantity | None
    arrested: Quantity | None
    size: Quantity | None


class Sentence(TypedDict):
    """The sentence of the trigger; `index` counts from 0."""

    index: int
    span: Extent
    text: str


class Publication(TypedDict):
    """Where and when the document was published."""

    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    language: str


class Coder(TypedDict):
    """What made the record."""

    version: str
    ontology: str
    model: str
    rules_hash: str


class Toll(TypedDict):
    """The fewest and the most that any report gives; no most where a report is open upwards."""

    low: int
    high: int | None


class Merged(TypedDict):
    """What all reports of one happening tell together; `publishers` are independent ones."""

    id: str
    reports: int
    publishers: list[str]
    asserted_by: list[str]
    denied_by: list[str]
    tolls: dict[str, Toll]


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
    actor: list[Actor]
    recipient: list[Actor]
    trigger: Evidence
    operators: list[Evidence]
    date: Date | None
    location: Location | None
    attribution: list[Attribution]
    factuality: Factuality
    magnitude: Magnitude
    sentence: Sentence
    section: str
    publication: Publication
    coder: Coder
    confidence: float | None


class MergedRecord(Record, total=False):
    """The first report of a happening, with the mentions of all and the status that most give."""

    merged: Merged
