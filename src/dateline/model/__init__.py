"""Nouns: frozen values, standard library only."""

from dateline.model.actor import Actor, ActorKind, Candidate, Chain, Mention, MentionForm
from dateline.model.attribution import Attribution
from dateline.model.coder import CoderInfo
from dateline.model.document import Document
from dateline.model.event import Event, EventMention, Evidence, Factuality, Magnitude, Participant, Quantity
from dateline.model.place import Place, PlaceCandidate, PlaceKind
from dateline.model.publication import Publication
from dateline.model.relation import Relation, RelationKind
from dateline.model.section import Section, SectionKind
from dateline.model.sentence import Sentence
from dateline.model.span import Span
from dateline.model.status import Status
from dateline.model.story import MergedEvent, Toll
from dateline.model.time import Anchor, Granularity, Offset, Timex, TimexKind

__all__ = [
    "Actor", "ActorKind", "Anchor", "Attribution", "Candidate", "Chain", "CoderInfo", "Document", "Event",
    "EventMention", "Evidence", "Factuality", "Granularity", "Magnitude", "Mention", "MentionForm", "MergedEvent",
    "Offset", "Participant", "Place", "PlaceCandidate", "PlaceKind", "Publication", "Quantity", "Relation",
    "RelationKind", "Section", "SectionKind", "Sentence", "Span", "Status", "Timex", "TimexKind", "Toll",
]  # fmt: skip
