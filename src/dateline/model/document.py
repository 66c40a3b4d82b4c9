"""The central type: a text with layers of typed findings on it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.model.actor import Actor, Chain, Mention
from dateline.model.attribution import Attribution
from dateline.model.event import Event
from dateline.model.place import Place
from dateline.model.publication import Publication
from dateline.model.relation import Relation
from dateline.model.section import Section
from dateline.model.sentence import Sentence
from dateline.model.time import Timex

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Document:
    """One article. A layer is None (its stage has not run) or a tuple; the text never changes.

    `parse` is a spaCy `Doc` over the whole text in Universal Dependencies, so that a token's `idx` counts in this text;
    it is never serialised. `sentences` come with `events`.
    """

    id: str
    text: str
    publication: Publication = field(default_factory=Publication)
    sections: tuple[Section, ...] | None = None
    parse: "Doc | None" = field(default=None, compare=False, repr=False)
    mentions: tuple[Mention, ...] | None = None
    chains: tuple[Chain, ...] | None = None
    actors: tuple[Actor, ...] | None = None
    times: tuple[Timex, ...] | None = None
    places: tuple[Place, ...] | None = None
    attributions: tuple[Attribution, ...] | None = None
    events: tuple[Event, ...] | None = None
    sentences: tuple[Sentence, ...] | None = None
    relations: tuple[Relation, ...] | None = None
