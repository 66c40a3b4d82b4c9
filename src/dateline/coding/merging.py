"""One event, told several times in an article, becomes one event with several mentions."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.coding.dates import PUBLICATION
from dateline.coding.participants import UNIDENTIFIED
from dateline.model import Event, EventMention, Participant, Place, Timex


def merged(events: Iterable[Event]) -> tuple[Event, ...]:
    """The article's events, each once, where its fullest mention stands; what another mention adds is taken over.

    A posture of force (MOBILIZE) that the article tells as the attack itself is dropped.
    """
    groups: list[list[Event]] = []
    for event in events:
        same = next((group for group in groups if all(is_same(event, other) for other in group)), None)
        if same is None:
            groups.append([event])
        else:
            same.append(event)
    found = sorted(map(_one, groups), key=lambda event: event.trigger.span)
    return tuple(event for event in found if not any(_is_posture_of(event, other) for other in found))


def is_same(one: Event, other: Event) -> bool:
    """Whether two mentions tell of one event: of one type, by the same actors, with nothing told that cannot be of one."""
    return (
        one.type == other.type
        and one.factuality.status == other.factuality.status
        and _people(one.actor) == _people(other.actor)
        and _agree(_people(one.recipient), _people(other.recipient))
        and _agree(set(one.modes), set(other.modes))
        and _may_be_one_time(one.date, other.date)
        and _may_be_one_place(one.location, other.location)
        and one.sentence != other.sentence
    )


def _one(group: Sequence[Event]) -> Event:
    """The fullest mention, its gaps filled from the others, the others kept as mentions."""
    best = max(group, key=lambda event: (_fullness(event), -event.trigger.span.start))
    others = [event for event in group if event is not best]
    if not others:
        return best
    dated = next((event.date for event in others if _is_told(event.date)), best.date)
    return replace(
        best,
        recipient=best.recipient or next((event.recipient for event in others if event.recipient), ()),
        modes=best.modes or next((event.modes for event in others if event.modes), ()),
        date=best.date if _is_told(best.date) else dated,
        location=best.location or next((event.location for event in others if event.location), None),
        mentions=tuple(EventMention(event.id, event.trigger, event.sentence_index) for event in others),
    )


def _fullness(event: Event) -> int:
    told = (event.recipient, event.modes, _is_told(event.date), event.location, event.attribution)
    return sum(map(bool, told)) + sum(participant.actor.kind != "group" for participant in event.actor)


def _is_posture_of(posture: Event, attack: Event) -> bool:
    alike = posture.type == "MOBILIZE" and attack.type == "ASSAULT" and _people(posture.actor) <= _people(attack.actor)
    return alike and bool(_people(posture.recipient) & _people(attack.recipient))


def _people(participants: Iterable[Participant]) -> set[str]:
    """Who takes part, by name: two chains may speak of one body. Whoever is unidentified is nobody else."""
    known = (participant.actor for participant in participants)
    return {actor.chain_id if actor.rule == UNIDENTIFIED else actor.name.casefold() for actor in known}


def _agree(some: set[str], others: set[str]) -> bool:
    """Whether one is silent or they share something."""
    return not some or not others or bool(some & others)


def _is_told(timex: Timex | None) -> bool:
    return timex is not None and timex.rule != PUBLICATION and timex.start is not None


def _may_be_one_time(one: Timex | None, other: Timex | None) -> bool:
    if not (_is_told(one) and _is_told(other)):
        return True
    assert one and one.start and one.end and other and other.start and other.end
    return one.start <= other.end and other.start <= one.end


def _may_be_one_place(one: Place | None, other: Place | None) -> bool:
    """A country and a town in it may be one; two towns or two countries may not."""
    if one is None or other is None or one.geonameid == other.geonameid:
        return True
    return one.country == other.country and min(one.resolution, other.resolution) <= 2
