"""Acts: what a trigger stands for once the words that take it as content have had their say."""

from dataclasses import dataclass

from spacy.tokens import Token

from dateline.coding.triggers import Match
from dateline.model import Participant, Status


@dataclass(frozen=True, slots=True)
class Act:
    """A typed act with its participants, before it is decided whether it is an event.

    `outermost` is the word whose grammar tells whether it happened: that of the last operator, or the trigger itself.
    """

    match: Match
    type: str
    modes: tuple[str, ...]
    cameo: str
    actor: tuple[Participant, ...]
    recipient: tuple[Participant, ...]
    outermost: Token
    operators: tuple[Match, ...] = ()
    status: tuple[Status, Match] | None = None
    """What an operator makes of its factuality, and which."""
    negated: bool = False
    """Whether an inner word denies it."""

    @property
    def token(self) -> Token:
        return self.match.token
