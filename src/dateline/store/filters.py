"""Which events are wanted: one frozen value that commands, exports and the web read, and the SQL that it stands for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import cast, get_args

from dateline.errors import UsageError
from dateline.knowledge.countries import countries
from dateline.model import Status

BETWEEN_SIDES = ":"
_DATES = ("since", "until")


@dataclass(frozen=True, slots=True)
class Dyad:
    """Countries by code: one acts, the other is acted upon."""

    actor: str
    recipient: str


@dataclass(frozen=True, slots=True)
class EventFilter:
    """All of these must hold; of the values of one field any may, and an empty field asks nothing.

    `since` and `until` want a date of the event that shares a day with the time between them. `actor`, `recipient`, `place` and
    `publisher` are parts of names, whatever their capitals; `country` is that of an actor or a recipient. Without a `run`
    each document's last coding is meant.
    """

    since: date | None = None
    until: date | None = None
    type: tuple[str, ...] = ()
    quad: tuple[int, ...] = ()
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    dyad: tuple[Dyad, ...] = ()
    place: tuple[str, ...] = ()
    status: tuple[Status, ...] = ()
    publisher: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    run: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """SQL with a `?` for each of its parameters."""

    sql: str
    parameters: tuple[object, ...]


LAST_CODING = Condition("events.coder_id = documents.coder_id", ())


def filter_from(words: Mapping[str, Sequence[str]]) -> EventFilter:
    """The filter that a command line or a web address spells; raises UsageError for a value that cannot be."""
    known = {field.name for field in fields(EventFilter)}
    if unknown := sorted(words.keys() - known):
        raise UsageError(f"no filter {unknown[0]!r}; known are {', '.join(sorted(known))}")
    days = {name: _day(name, words[name]) for name in _DATES if words.get(name)}
    asked = EventFilter(
        **days,
        type=tuple(word.upper() for word in words.get("type", ())),
        quad=tuple(map(_quad, words.get("quad", ()))),
        country=tuple(map(_country, words.get("country", ()))),
        dyad=tuple(map(_dyad, words.get("dyad", ()))),
        status=tuple(map(_status, words.get("status", ()))),
        context=tuple(word.lower() for word in words.get("context", ())),
        actor=tuple(words.get("actor", ())),
        recipient=tuple(words.get("recipient", ())),
        place=tuple(words.get("place", ())),
        publisher=tuple(words.get("publisher", ())),
        run=tuple(words.get("run", ())),
    )
    if asked.since and asked.until and asked.since > asked.until:
        raise UsageError(f"no day is both since {asked.since} and until {asked.until}; swap them")
    return asked


def conditions(asked: EventFilter) -> Condition:
    """The filter as what may follow WHERE, over `events` and `documents`."""
    parts = list(_parts(asked))
    together = " AND ".join(f"({part.sql})" for part in parts) or "TRUE"
    return Condition(together, tuple(value for part in parts for value in part.parameters))


def _parts(asked: EventFilter) -> Iterator[Condition]:
    yield from _times(asked)
    yield from _among("events.event", asked.type)
    yield from _among("events.quad", asked.quad)
    yield from _among("events.status", asked.status)
    yield from _among("events.coder_id", asked.run) if asked.run else [LAST_CODING]
    yield from _sharing("events.context", asked.context)
    yield from _named(["events.actor"], asked.actor)
    yield from _named(["events.recipient"], asked.recipient)
    yield from _named(["ARRAY[events.place, events.admin1]"], asked.place)
    yield from _named(["ARRAY[documents.publisher]"], asked.publisher)
    yield from _one_side(asked.country)
    yield from _any(map(_both_sides, asked.dyad))


def _times(asked: EventFilter) -> Iterator[Condition]:
    """An event whose date has one end known happened on that day."""
    if asked.since:
        yield Condition("coalesce(events.date_end, events.date_start) >= CAST(? AS DATE)", (asked.since,))
    if asked.until:
        yield Condition("coalesce(events.date_start, events.date_end) <= CAST(? AS DATE)", (asked.until,))


def _among(expression: str, values: Sequence[object]) -> Iterator[Condition]:
    if values:
        yield Condition(f"{expression} IN ({', '.join('?' * len(values))})", tuple(values))


def _sharing(expression: str, values: Sequence[str]) -> Iterator[Condition]:
    if values:
        yield Condition(f"{expression} && CAST(? AS TEXT[])", (list(values),))


def _named(lists: Sequence[str], parts: Sequence[str]) -> Iterator[Condition]:
    """One of the names has one of the parts in it."""
    holds = "EXISTS (SELECT 1 FROM (SELECT unnest({}) AS name) AS names WHERE strpos(lower(name), lower(?)) > 0)"
    yield from _any(Condition(holds.format(each), (part,)) for part in parts for each in lists)


def _one_side(codes: Sequence[str]) -> Iterator[Condition]:
    sides = ("events.actor_country", "events.recipient_country")
    yield from _any(condition for side in sides for condition in _sharing(side, codes))


def _both_sides(dyad: Dyad) -> Condition:
    (actor,) = _sharing("events.actor_country", (dyad.actor,))
    (recipient,) = _sharing("events.recipient_country", (dyad.recipient,))
    return Condition(f"{actor.sql} AND {recipient.sql}", actor.parameters + recipient.parameters)


def _any(alternatives: Iterator[Condition]) -> Iterator[Condition]:
    every = list(alternatives)
    if every:
        together = " OR ".join(each.sql for each in every)
        yield Condition(together, tuple(value for each in every for value in each.parameters))


def _day(name: str, words: Sequence[str]) -> date:
    try:
        (day,) = map(date.fromisoformat, words)
    except ValueError as error:
        raise UsageError(f"{name} {' '.join(words)!r}: one day is wanted, such as 2024-05-31") from error
    return day


def _quad(word: str) -> int:
    if word not in ("1", "2", "3", "4"):
        raise UsageError(
            f"quad {word!r}: the classes are 1, 2 (cooperation) and 3, 4 (conflict), of words and of deeds"
        )
    return int(word)


def _status(word: str) -> Status:
    known = get_args(Status)
    if word.lower() not in known:
        raise UsageError(f"no status {word!r}; known are {', '.join(known)}")
    return cast(Status, word.lower())


def _country(word: str) -> str:
    """A code as it is, so that those of no state (IGO, NGO) can be asked for too; a name by its code."""
    if len(word) == 3 and word.isalpha() and word.upper() == word:
        return word
    country = countries().by_code.get(word.upper()) or countries().named(word)
    if not country:
        raise UsageError(f"no country {word!r}; name it in English or by its code of three letters, such as MLI")
    return country.code


def _dyad(word: str) -> Dyad:
    sides = word.split(BETWEEN_SIDES)
    if len(sides) != 2:
        raise UsageError(f"dyad {word!r}: two countries are wanted, the one that acts first, such as RUS:UKR")
    return Dyad(*map(_country, sides))
