"""A coded document built by hand, and strategies for records that no text would give."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from dateline.export import shape
from dateline.export.record import records_of
from dateline.export.shape import Record
from dateline.model import (
    Attribution,
    CoderInfo,
    Document,
    Event,
    Evidence,
    Factuality,
    Magnitude,
    Participant,
    Place,
    Publication,
    Quantity,
    Timex,
)
from tests.make import actor, chain, mention, span, text_document

TEXT = "Spokesman Idris Kone said his unit had raided the port of Sanga last month, wounding at least 9 guards."
CODER = CoderInfo("0.1.0", "plover-2.0", "a-model", "0123456789ab")

SPEAKER = mention(TEXT, "Spokesman Idris Kone", "Kone", label="PER")
UNIT = mention(TEXT, "his unit", form="nominal")
PORT = mention(TEXT, "the port of Sanga", "port", form="nominal")
SPEAKING = actor("c1", "Idris Kone", country="MLI", sector=("REB",), office="spokesman", link_score=0.5)
RAIDING = actor("c2", "his unit", "group", country="MLI", sector=("REB", "MIL"), affiliation="c1")
RAIDED = actor("c3", "Sanga", "place", country="MLI")


def raid() -> Event:
    """The raid, with every field filled that an event can have."""
    quantity = Quantity(9, 9, None, span(TEXT, "at least 9"))
    return Event(
        id="e-12ab",
        type="ASSAULT",
        modes=("firearms", "destroy"),
        contexts=("military",),
        quad=4,
        score=-9.0,
        cameo="190",
        goldstein=-9.5,
        actor=(Participant(UNIT.span, RAIDING),),
        recipient=(Participant(PORT.span, RAIDED), Participant(span(TEXT, "guards"), actor("c4", "guards", "group"))),
        trigger=Evidence(span(TEXT, "raided"), "assault.raid"),
        operators=(Evidence(span(TEXT, "said"), "operator.say"),),
        date=Timex(
            span(TEXT, "last month"), date(2024, 2, 1), date(2024, 2, 29), "month", "time.last-unit", "publication"
        ),
        location=Place(span(TEXT, "Sanga"), "Sanga", 7, "MLI", "Mopti", 14.5, -3.25, "PPL", 4, "place.own-clause"),
        attribution=(
            Attribution(
                SPEAKER.span,
                span(TEXT, "said"),
                span(TEXT, TEXT[26:-1]),
                "indirect",
                "attribution.content",
                SPEAKER.head,
            ),
        ),
        factuality=Factuality("actual", False, (Evidence(span(TEXT, "had"), "factuality.past"),)),
        magnitude=Magnitude(injured=quantity),
        sentence=span(TEXT, TEXT),
        sentence_index=0,
        section="lead",
    )


def raid_document(*events: Event) -> Document:
    """The document that reports these events, or the raid."""
    return text_document(
        TEXT,
        id="raid.txt",
        publication=Publication(title="Port raided", publisher="The Delta Mail", published=date(2024, 3, 6)),
        mentions=(SPEAKER, UNIT, PORT),
        chains=(chain("c1", SPEAKER), chain("c2", UNIT), chain("c3", PORT)),
        actors=(SPEAKING, RAIDING, RAIDED),
        events=events or (raid(),),
    )


def raid_record() -> Record:
    """The record of the raid."""
    (record,) = records_of(raid_document(), CODER)
    return record


def bare_record() -> Record:
    """The record of a raid of which next to nothing is known."""
    bare = replace(
        raid(), modes=(), contexts=(), actor=(), recipient=(), operators=(), date=None, location=None, attribution=()
    )
    (record,) = records_of(raid_document(replace(bare, magnitude=Magnitude())), CODER)
    return record


def an_actor(name: str | None, country: str | None = None, *sectors: str, kind: str = "person") -> shape.Actor:
    """An actor of whom this is known, in the middle of a sentence."""
    return shape.Actor(
        text=name or "they", span=[9, 9 + len(name or "they")], name=name, kind=kind, wikidata=None, country=country,
        sector=list(sectors), office=None, affiliation=None, chain_id=None, link_score=None,
    )  # fmt: skip


def with_sides(record: Record, actors: list[Any], recipients: list[Any]) -> Record:
    """The record with other actors and recipients."""
    return {**record, "actor": actors, "recipient": recipients}


def on_day(record: Record, start: str, end: str | None = None) -> Record:
    """The record with another date."""
    day = record["date"]
    assert day is not None
    return {**record, "date": {**day, "start": start, "end": end or start}}


def negated(record: Record) -> Record:
    """The record of an event that did not happen."""
    return {**record, "factuality": {**record["factuality"], "status": "negated"}}


_TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)
_NUMBERS = st.integers(0, 2**31 - 1)
_FACTS = st.fixed_dictionaries(
    {},
    optional={
        "story_id": st.none() | _TEXTS,
        "mode": st.lists(_TEXTS, max_size=3),
        "quad": st.integers(1, 4),
        "score": st.floats(-10, 10),
        "section": st.sampled_from(["headline", "lead", "body", "promo", "caption"]),
        "trigger": st.fixed_dictionaries(
            {"text": _TEXTS, "span": st.tuples(_NUMBERS, _NUMBERS).map(list), "rule": _TEXTS}
        ),
        "sentence": st.fixed_dictionaries(
            {
                "index": _NUMBERS,
                "span": st.tuples(_NUMBERS, _NUMBERS).map(list),
                "text": _TEXTS,
            }
        ),
    },
)


def records() -> st.SearchStrategy[Record]:
    """Full and bare records, some of their facts replaced by anything that fits."""
    return st.builds(lambda record, facts: {**record, **facts}, st.sampled_from([raid_record(), bare_record()]), _FACTS)
