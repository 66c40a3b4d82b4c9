"""From a document and its events to records."""

from collections.abc import Mapping
from datetime import date

from dateline.export import shape
from dateline.export.shape import Record
from dateline.model import (
    Actor,
    Attribution,
    CoderInfo,
    Document,
    Event,
    Evidence,
    Factuality,
    Magnitude,
    Place,
    Publication,
    Quantity,
    Span,
    Timex,
)  # fmt: skip

_SECTIONS = {"subheading": "headline", "dateline": "lead"}
"""The contract names fewer kinds of section than the layer tells apart."""


def records_of(document: Document, coder: CoderInfo) -> list[Record]:
    """One JSON-ready record for each event, in order; none where events were not looked for."""
    speakers = _actors_by_head(document)
    return [_record(document, event, coder, speakers) for event in document.events or ()]


def _actors_by_head(document: Document) -> Mapping[Span, Actor]:
    """Actors by the head words of their mentions: a source is a whole noun phrase, a mention only its core."""
    actors = {actor.chain_id: actor for actor in document.actors or ()}
    chains = [chain for chain in document.chains or () if chain.id in actors]
    by_mention = {mention: actors[chain.id] for chain in chains for mention in chain.mentions}
    mentions = [each for each in document.mentions or () if each.span in by_mention]
    return {each.head: by_mention[each.span] for each in mentions}


def _record(document: Document, event: Event, coder: CoderInfo, speakers: Mapping[Span, Actor]) -> Record:
    text = document.text
    return Record(
        id=event.id,
        document_id=document.id,
        mention_ids=[_mention_id(event.id), *(_mention_id(other.id) for other in event.mentions)],
        story_id=None,
        event=event.type,
        mode=list(event.modes),
        context=list(event.contexts),
        quad=event.quad,
        score=event.score,
        cameo=event.cameo,
        goldstein=event.goldstein,
        actor=[_actor(text, one.span, one.actor) for one in event.actor],
        recipient=[_actor(text, one.span, one.actor) for one in event.recipient],
        trigger=_evidence(text, event.trigger),
        operators=[_evidence(text, each) for each in event.operators],
        date=_date(text, event.date) if event.date else None,
        location=_location(text, event.location) if event.location else None,
        attribution=[_attribution(text, each, event.trigger.span, speakers) for each in event.attribution],
        factuality=_factuality(text, event.factuality),
        magnitude=_magnitude(text, event.magnitude),
        sentence=_sentence(text, event),
        section=_SECTIONS.get(event.section, event.section),
        publication=_publication(document.publication),
        coder=_coder(coder),
        confidence=None if event.confidence is None else round(event.confidence, 3),
    )


def _mention_id(event_id: str) -> str:
    """A mention's id is that of the event it would be alone."""
    return "m-" + event_id.removeprefix("e-")


def _actor(text: str, span: Span, actor: Actor) -> shape.Actor:
    return shape.Actor(
        text=span.of(text),
        span=_extent(span),
        name=actor.name,
        kind=actor.kind,
        wikidata=actor.wikidata,
        country=actor.country,
        sector=list(actor.sector),
        office=actor.office,
        affiliation=actor.affiliation,
        chain_id=actor.chain_id,
        link_score=actor.link_score,
    )


def _stranger(text: str, span: Span) -> shape.Actor:
    """A speaker whom no actor stands for: the words are all that is known."""
    return shape.Actor(
        text=span.of(text), span=_extent(span), name=None, kind=None, wikidata=None, country=None, sector=[],
        office=None, affiliation=None, chain_id=None, link_score=None,
    )  # fmt: skip


def _attribution(
    text: str, attribution: Attribution, trigger: Span, speakers: Mapping[Span, Actor]
) -> shape.Attribution:
    return shape.Attribution(
        source=_source(text, attribution, speakers),
        cue=_words(text, attribution.cue) if attribution.cue else None,
        content_span=_extent(attribution.content),
        kind=attribution.kind,
        asserted_by_publisher=attribution.presumes or not _tells(attribution, trigger),
    )


def _tells(attribution: Attribution, trigger: Span) -> bool:
    """Whether the source tells of the event or denies it."""
    denied = attribution.denies
    return attribution.content.covers(trigger) or (denied is not None and denied.covers(trigger))


def _source(text: str, attribution: Attribution, speakers: Mapping[Span, Actor]) -> shape.Actor | None:
    """The actor whose mention has the source's head; its words alone where it is no actor, "who" by what it means."""
    span, head = attribution.source, attribution.head
    if span is None:
        return None
    if head is not None and head in speakers:
        return _actor(text, span, speakers[head])
    return _stranger(text, span if head is None or span.covers(head) else head)


def _date(text: str, timex: Timex) -> shape.Date:
    """An empty span means that no words give the date."""
    return shape.Date(
        text=timex.words.of(text) or None,
        span=_extent(timex.words) if len(timex.words) else None,
        start=_iso(timex.start),
        end=_iso(timex.end),
        granularity=timex.granularity,
        rule=timex.rule,
        anchor=timex.anchor,
    )


def _location(text: str, place: Place) -> shape.Location:
    return shape.Location(
        text=place.span.of(text),
        span=_extent(place.span),
        name=place.name,
        geonameid=place.geonameid,
        country=place.country,
        admin1=place.admin1,
        lat=place.latitude,
        lon=place.longitude,
        feature=place.feature,
        resolution=place.resolution,
        rule=place.rule,
    )


def _factuality(text: str, factuality: Factuality) -> shape.Factuality:
    cues = [_evidence(text, cue) for cue in factuality.cues]
    return shape.Factuality(status=factuality.status, historical=factuality.historical, cues=cues)


def _magnitude(text: str, magnitude: Magnitude) -> shape.Magnitude:
    return shape.Magnitude(
        dead=_quantity(text, magnitude.dead),
        injured=_quantity(text, magnitude.injured),
        arrested=_quantity(text, magnitude.arrested),
        size=_quantity(text, magnitude.size),
    )


def _quantity(text: str, count: Quantity | None) -> shape.Quantity | None:
    if count is None:
        return None
    words = _words(text, count.span)
    return shape.Quantity(value=count.value, low=count.low, high=count.high, text=words["text"], span=words["span"])


def _sentence(text: str, event: Event) -> shape.Sentence:
    return shape.Sentence(index=event.sentence_index, span=_extent(event.sentence), text=event.sentence.of(text))


def _publication(publication: Publication) -> shape.Publication:
    return shape.Publication(
        title=publication.title,
        publisher=publication.publisher,
        url=publication.url,
        published=_iso(publication.published),
        language=publication.language,
    )


def _evidence(text: str, evidence: Evidence) -> shape.Evidence:
    return shape.Evidence(text=evidence.span.of(text), span=_extent(evidence.span), rule=evidence.rule)


def _words(text: str, span: Span) -> shape.Words:
    return shape.Words(text=span.of(text), span=_extent(span))


def _extent(span: Span) -> shape.Extent:
    return [span.start, span.end]


def _coder(coder: CoderInfo) -> shape.Coder:
    return shape.Coder(version=coder.version, ontology=coder.ontology, model=coder.model, rules_hash=coder.rules_hash)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
