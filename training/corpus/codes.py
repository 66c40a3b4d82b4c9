"""Which codes an annotation may use: those of the ontology, of countries, of sectors, and the kinds of no event."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.knowledge.countries import countries
from dateline.knowledge.offices import INTERNATIONAL
from dateline.knowledge.roles import SECTORS
from dateline.knowledge.tables import resource
from dateline.resources.ontology import Ontology, load_ontology

KINDS_OF_NONE = frozenset(
    "plain sport business weather health crime metaphor culture history statistics obituary statement science hard".split()
)


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes an annotation may use."""

    ontology: Ontology
    countries: frozenset[str]
    kinds_of_none: frozenset[str] = KINDS_OF_NONE

    def is_country(self, code: str) -> bool:
        """Whether it is a state's code or one of those for what is international."""
        return code in self.countries or code in INTERNATIONAL

    def needs_recipient(self, type: str) -> bool:
        """Whether the ontology wants somebody to whom it is done."""
        return self.ontology.types[type].needs_recipient

    def check_act(self, type: str, modes: Sequence[str]) -> None:
        """ValueError where the type or a mode is none of the ontology's."""
        if type not in self.ontology.types:
            raise ValueError(f"{type!r} is no event type")
        for mode in modes:
            if mode not in self.ontology.types[type].modes:
                raise ValueError(f"{type} has no mode {mode!r}, only {' '.join(self.ontology.types[type].modes)}")

    def check_sectors(self, sectors: Sequence[str]) -> None:
        """ValueError where one is no sector."""
        unknown = [sector for sector in sectors if sector not in SECTORS]
        if unknown:
            raise ValueError(f"{unknown[0]!r} is no sector")

    def checked_contexts(self, contexts: Sequence[str]) -> tuple[str, ...]:
        """The contexts; ValueError where one is none of the ontology's."""
        unknown = [context for context in contexts if context not in self.ontology.contexts]
        if unknown:
            raise ValueError(f"{unknown[0]!r} is no context")
        return tuple(contexts)


def known_codes() -> Codes:
    """The codes of the shipped ontology and tables."""
    return Codes(
        load_ontology(resource("ontology/plover.yaml")), frozenset(country.code for country in countries().all)
    )
