"""What a corpus record holds: a text and its events, every span in code points of the text."""

from dataclasses import dataclass

Extent = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Party:
    """Who acts, suffers, or speaks; no span where nobody is named, `name` where the words are a pronoun or a description."""

    span: Extent | None
    country: str | None
    sectors: tuple[str, ...]
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says that it happened; no span for a source or a cue that is not in words."""

    source: Party
    cue: Extent | None
    content: Extent


@dataclass(frozen=True, slots=True)
class Dated:
    """Words that date the event and their ISO value: a day, a month, a year, a week, or two of them with a slash between."""

    span: Extent
    value: str


@dataclass(frozen=True, slots=True)
class Located:
    """Words that place the event, and the state the place is in."""

    span: Extent
    country: str | None


@dataclass(frozen=True, slots=True)
class Count:
    """People counted: dead, injured, arrested, or the size of a crowd or force."""

    kind: str
    span: Extent
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Act:
    """One event of a text."""

    type: str
    modes: tuple[str, ...]
    trigger: Extent
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    status: str = "actual"
    historical: bool = False
    voices: tuple[Voice, ...] = ()
    date: Dated | None = None
    place: Located | None = None
    contexts: tuple[str, ...] = ()
    counts: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """A sentence or an article with its events; `none` says of which kind a text without any is."""

    id: str
    kind: str
    published: str
    style: str
    country: str | None
    text: str
    acts: tuple[Act, ...]
    none: tuple[str, ...] = ()
