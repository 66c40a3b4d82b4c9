"""Dateline reads news and writes down, with evidence, what happened.

In Python:

    import dateline

    coder = dateline.load()
    document = coder("Troops seized the city on Monday.", published="2023-07-04")
    for event in document.events:
        print(event.type, [participant.actor.name for participant in event.actor])
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from dateline.config import Settings
from dateline.errors import DatelineError, UsageError
from dateline.model import Document, Event, Publication, Span

if TYPE_CHECKING:
    from dateline.pipeline import Pipeline

__all__ = ["Coder", "DatelineError", "Document", "Event", "Publication", "Settings", "Span", "load"]
__version__ = "0.1.0"


class Coder:
    """Codes texts into documents with events; made by `load`."""

    def __init__(self, pipeline: "Pipeline") -> None:
        self.pipeline = pipeline

    def __call__(self, text: str, published: str | date | None = None, id: str = "text") -> Document:
        """The coded document of one text; `published` is a date or its ISO form, UsageError if it is neither."""
        return next(self.pipe([Document(id, text, Publication(published=_day(published)))]))

    def pipe(self, documents: Iterable[Document]) -> Iterator[Document]:
        """The documents with all layers, in order; faster than one at a time."""
        return self.pipeline.code(documents)


def load(settings: Settings | None = None) -> Coder:
    """A coder with the packaged language model, tables and rules, or those that the settings name."""
    from dateline.pipeline import build

    return Coder(build(settings or Settings()))


def _day(published: str | date | None) -> date | None:
    if not isinstance(published, str):
        return published
    try:
        return date.fromisoformat(published)
    except ValueError as error:
        raise UsageError(f"published must be a date such as 2023-07-04, not {published!r}") from error
