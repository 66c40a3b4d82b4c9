"""Where and when a document was published."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Publication:
    """Facts of publication; unknown ones are None, and without `published` times stay relative."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    author: str | None = None
    published: date | None = None
    language: str = "en"
