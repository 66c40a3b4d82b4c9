"""Events: who did what to whom, as coded from one place in the text."""

from dataclasses import dataclass

from dateline.model.actor import Actor
from dateline.model.attribution import Attribution
from dateline.model.place import Place
from dateline.model.section import SectionKind
from dateline.model.span import Span
from dateline.model.status import Status
from dateline.model.time import Timex


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that decided something, and the rule that read them so."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Participant:
    """One who takes part: the words in the event's own sentence, and whom they refer to."""

    span: Span
    actor: Actor


@dataclass(frozen=True, slots=True)
class Factuality:
    """Whether it happened; `historical` means over a month before publication."""

    status: Status
    historical: bool
    cues: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as reported: "at least 12" has value and low 12 and no high."""

    value: int
    low: int | None
    high: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Magnitude:
    """People counted in an event."""

    dead: Quantity | None = None
    injured: Quantity | None = None
    arrested: Quantity | None = None
    size: Quantity | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """Another place where the text tells of the same event."""

    id: str
    trigger: Evidence
    sentence_index: int


@dataclass(frozen=True, slots=True)
class Event:
    """One event with its evidence; type, modes and contexts are the ontology's codes.

    `date` is None when neither the text nor a publication date gives one; `mentions` are its others in the text.
    `confidence` is how likely type and parties are right; None where rules alone decide.
    """

    id: str
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    quad: int
    score: float
    cameo: str
    goldstein: float
    actor: tuple[Participant, ...]
    recipient: tuple[Participant, ...]
    trigger: Evidence
    operators: tuple[Evidence, ...]
    date: Timex | None
    location: Place | None
    attribution: tuple[Attribution, ...]
    factuality: Factuality
    magnitude: Magnitude
    sentence: Span
    sentence_index: int
    section: SectionKind
    mentions: tuple[EventMention, ...] = ()
    confidence: float | None = None
