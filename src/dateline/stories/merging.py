"""Event mentions of one happening merged across the documents of a story."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from dateline.model import Actor, Document, Event, MergedEvent, Participant, Quantity, Status, Toll

_DAYS_APART = timedelta(days=1)
"""Reports of one act may differ by a day: time zones, and "Monday night" printed on Tuesday."""
_KILOMETRES = 60.0
"""A place and the town beside it."""
_EXACT_PLACE = 3
"""The resolution from which a place is narrower than a first-order division."""
_TOLL_RATIO = 3.0
"""Tolls grow while a story is told; beyond this ratio they are those of two happenings, from a few on."""
_FEW = 6
_EARTH = 6371.0


@dataclass(frozen=True, slots=True)
class Telling:
    """An event mention with the document that tells it; `repeats` says that its text is another's."""

    event: Event
    document: str
    publisher: str | None
    published: date | None
    voices: tuple[str, ...] = ()
    repeats: bool = False


def tellings(document: Document, repeats: bool = False) -> list[Telling]:
    """The event mentions of a coded document, each with the words that name its sources."""
    facts = document.publication
    return [
        Telling(event, document.id, facts.publisher, facts.published, _sources(document, event), repeats)
        for event in document.events or ()
    ]


def _sources(document: Document, event: Event) -> tuple[str, ...]:
    """Those who answer for the event; nobody where the publisher itself does."""
    within = [each for each in event.attribution if each.content.covers(event.trigger.span)]
    return tuple(" ".join(each.source.of(document.text).split()) for each in within if each.source)


def merge(story: str, every: Iterable[Telling]) -> tuple[MergedEvent, ...]:
    """The happenings of a story, each mention in one of them; a mention joins the earliest that it fits in whole."""
    groups: list[list[Telling]] = []
    for telling in sorted(every, key=_order):
        home = next((group for group in groups if all(same_happening(telling, other) for other in group)), None)
        if home is None:
            groups.append([telling])
        else:
            home.append(telling)
    return tuple(_merged(story, group) for group in groups)


def same_happening(one: Telling, other: Telling) -> bool:
    """Whether nothing that two mentions say keeps them apart: type, parties, time, place, number of people."""
    first, second = one.event, other.event
    return (
        first.type == second.type
        and _modes_agree(first, second)
        and _meet(first.actor, second.actor)
        and _meet(first.recipient, second.recipient)
        and _dates_agree(first, second)
        and _places_agree(first, second)
        and _tolls_agree(first.magnitude.dead, second.magnitude.dead)
    )


def _order(telling: Telling) -> tuple[date, str, int]:
    return telling.published or date.max, telling.document, telling.event.trigger.span.start


def _modes_agree(one: Event, other: Event) -> bool:
    return not one.modes or not other.modes or bool(set(one.modes) & set(other.modes))


def _meet(one: Sequence[Participant], other: Sequence[Participant]) -> bool:
    """Whether a side names one party in both; a side that is left out or unidentified is no bar."""
    known, others = _identified(one), _identified(other)
    return not known or not others or any(_same(first, second) for first in known for second in others)


def _identified(side: Sequence[Participant]) -> list[Actor]:
    return [each.actor for each in side if not {"UNK", "UAF"} & set(each.actor.sector)]


def _same(one: Actor, other: Actor) -> bool:
    """The same by identity or name, or of the same country and the same sector; a bare state may stand for its parts."""
    if one.wikidata and other.wikidata:
        return one.wikidata == other.wikidata
    if one.name.casefold() == other.name.casefold():
        return True
    if one.country is None or one.country != other.country:
        return False
    return not one.sector or not other.sector or bool(set(one.sector) & set(other.sector))


def _dates_agree(one: Event, other: Event) -> bool:
    """Whether the days meet, a day's difference allowed; two events without any date do not differ."""
    first, second = one.date, other.date
    if not (first and second and first.start and first.end and second.start and second.end):
        return True
    return first.start - _DAYS_APART <= second.end and second.start - _DAYS_APART <= first.end


def _places_agree(one: Event, other: Event) -> bool:
    """Whether one place may lie in or near the other."""
    first, second = one.location, other.location
    if first is None or second is None:
        return True
    if first.country and second.country and first.country != second.country:
        return False
    if min(first.resolution, second.resolution) < _EXACT_PLACE or None in (first.latitude, second.latitude):
        return True
    return _kilometres(first.latitude, first.longitude, second.latitude, second.longitude) <= _KILOMETRES


def _kilometres(*degrees: float | None) -> float:
    """The distance on a sphere between two points given as latitude, longitude, latitude, longitude."""
    a, b, c, d = (math.radians(each or 0.0) for each in degrees)
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(half))


def _tolls_agree(one: Quantity | None, other: Quantity | None) -> bool:
    if one is None or other is None or max(one.value, other.value) < _FEW:
        return True
    return max(one.value, other.value) <= _TOLL_RATIO * max(1, min(one.value, other.value))


def _merged(story: str, group: Sequence[Telling]) -> MergedEvent:
    own = [telling for telling in group if not telling.repeats] or group[:1]
    first = group[0].event
    return MergedEvent(
        id="h-" + sha256(f"{story}|{first.id}".encode()).hexdigest()[:16],
        story=story,
        events=tuple(telling.event.id for telling in group),
        documents=tuple(dict.fromkeys(telling.document for telling in group)),
        publishers=tuple(dict.fromkeys(telling.publisher or telling.document for telling in own)),
        status=_status(own),
        dead=_toll([telling.event.magnitude.dead for telling in group]),
        injured=_toll([telling.event.magnitude.injured for telling in group]),
        arrested=_toll([telling.event.magnitude.arrested for telling in group]),
        size=_toll([telling.event.magnitude.size for telling in group]),
        asserted_by=_voices(group, denying=False),
        denied_by=_voices(group, denying=True),
    )


def _status(group: Sequence[Telling]) -> Status:
    """What most say; of those as many say, what was said first."""
    return Counter(telling.event.factuality.status for telling in group).most_common(1)[0][0]


def _toll(counts: Iterable[Quantity | None]) -> Toll | None:
    known = [count for count in counts if count is not None]
    if not known:
        return None
    lowest = min(count.value if count.low is None else count.low for count in known)
    open_above = any(count.high is None for count in known)
    return Toll(lowest, None if open_above else max(count.high or count.value for count in known))


def _voices(group: Sequence[Telling], denying: bool) -> tuple[str, ...]:
    """Who says so, or denies it: the publishers where no source is named."""
    names: dict[str, None] = {}
    for telling in group:
        if (telling.event.factuality.status == "negated") == denying:
            names.update(dict.fromkeys(telling.voices or (telling.publisher or telling.document,)))
    return tuple(names)
