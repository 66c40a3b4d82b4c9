"""When, where and according to whom: the document's layers around a trigger."""

from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Token

from dateline.coding.dates import Dating
from dateline.coding.locations import Locating
from dateline.model import Attribution, Document, Place, Timex
from dateline.nlp.spans import span_of

HISTORICAL = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """When and where an event was, and what says so."""

    dating: Dating | None
    locating: Locating | None

    @property
    def date(self) -> Timex | None:
        return self.dating.timex if self.dating else None

    @property
    def is_dated(self) -> bool:
        """Whether the text itself gives the date."""
        return self.dating is not None and self.dating.by != "publication"

    @property
    def location(self) -> Place | None:
        return self.locating.place if self.locating else None


def is_historical(timex: Timex | None, published: date | None) -> bool:
    """Whether it ended more than a month before publication."""
    return timex is not None and timex.end is not None and published is not None and published - timex.end > HISTORICAL


def attributions_of(document: Document, token: Token) -> tuple[Attribution, ...]:
    """The chain of voices around the trigger, the outermost first; then those who deny it."""
    span, known = span_of(token), document.attributions or ()
    telling = [each for each in known if each.content.covers(span)]
    denying = [each for each in known if each.denies and each.denies.covers(span) and each not in telling]
    return (*sorted(telling, key=lambda each: -len(each.content)), *denying)
