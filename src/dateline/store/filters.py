"""Which events are wanted: one frozen value that commands, exports and the web read, and the SQL that it stands for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import cast, get_args

from dateline.errors import UsageError
from dateline.knowledge.countries import countries
from dateline.model import Status
from dateline.store.dialects import Dialect
from dateline.store.names import BETWEEN, sought

BETWEEN_SIDES = ":"
_SEPARATOR = f"chr({ord(BETWEEN)})"
_DATES = ("since", "until")


@dataclass(frozen=True, slots=True)
class Dyad:
    """Countries by code: one acts, the other is acted upon."""

    actor: str
    recipient: str


@dataclass(frozen=True, slots=True)
class EventFilter:
    """All of these must hold; of the values of one field any may, and an empty field asks nothing.

    `since` and `until` want a date of the event that shares a day with the time between them. `actor`, `recipient`, `voice` (who says so), `place` and
    `publisher` are parts of names, whatever their capitals, or in quotation marks whole names; `country` is that of an actor or a recipient. Without a `run`
    each document's last coding is meant.
    """

    since: date | None = None
    until: date | None = None
    type: tuple[str, ...] = ()
    quad: tuple[int, ...] = ()
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    voice: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    dyad: tuple[Dyad, ...] = ()
    place: tuple[str, ...] = ()
    status: tuple[Status, ...] = ()
    publisher: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    run: tuple[str, ...] = ()
    story: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """SQL with a `?` for each of its parameters."""

    sql: str
    parameters: tuple[object, ...]


_IN_STORY = "events.document_id IN (SELECT document_id FROM story_members WHERE story_id = ?)"
LAST_CODING = Condition("events.is_last", ())


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
        voice=tuple(words.get("voice", ())),
        place=tuple(words.get("place", ())),
        publisher=tuple(words.get("publisher", ())),
        run=tuple(words.get("run", ())),
        story=tuple(words.get("story", ())),
    )
    if asked.since and asked.until and asked.since > asked.until:
        raise UsageError(f"no day is both since {asked.since} and until {asked.until}; swap them")
    return asked


def conditions(asked: EventFilter, dialect: Dialect) -> Condition:
    """The filter as what may follow WHERE, over `events`."""
    parts = list(_parts(asked, dialect))
    together = " AND ".join(f"({part.sql})" for part in parts) or "TRUE"
    return Condition(together, tuple(value for part in parts for value in part.parameters))


def _parts(asked: EventFilter, dialect: Dialect) -> Iterator[Condition]:
    yield from _times(asked)
    yield from _among("events.event", asked.type)
    yield from _among("events.quad", asked.quad)
    yield from _among("events.status", asked.status)
    yield from _among("events.coder_id", asked.run) if asked.run else [LAST_CODING]
    yield from _holding([_IN_STORY], asked.story)
    yield from _holding([dialect.holds("events.context")], asked.context)
    yield from _named("events.actor_words", asked.actor)
    yield from _named("events.recipient_words", asked.recipient)
    yield from _named("events.voice_words", asked.voice)
    yield from _named("events.place_words", asked.place)
    yield from _named(f"{_SEPARATOR} || lower(events.publisher) || {_SEPARATOR}", asked.publisher)
    yield from _holding(_sides(dialect), asked.country)
    yield from _any(_both_sides(each, dialect) for each in asked.dyad)


def _times(asked: EventFilter) -> Iterator[Condition]:
    """An event whose date has one end known happened on that day."""
    if asked.since:
        yield Condition("coalesce(events.date_end, events.date_start) >= CAST(? AS DATE)", (asked.since,))
    if asked.until:
        yield Condition("coalesce(events.date_start, events.date_end) <= CAST(? AS DATE)", (asked.until,))


def _among(expression: str, values: Sequence[object]) -> Iterator[Condition]:
    if values:
        yield Condition(f"{expression} IN ({', '.join('?' * len(values))})", tuple(values))


def _holding(tests: Sequence[str], values: Sequence[str]) -> Iterator[Condition]:
    yield from _any(Condition(test, (value,)) for value in values for test in tests)


def _named(words: str, parts: Sequence[str]) -> Iterator[Condition]:
    """One of the names has one of the parts in it, or is it where it stands between quotation marks."""
    yield from _any(Condition(f"strpos({words}, lower(?)) > 0", (sought(part),)) for part in parts)


def _sides(dialect: Dialect) -> tuple[str, str]:
    return dialect.holds("events.actor_country"), dialect.holds("events.recipient_country")


def _both_sides(dyad: Dyad, dialect: Dialect) -> Condition:
    return Condition(" AND ".join(_sides(dialect)), (dyad.actor, dyad.recipient))


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
