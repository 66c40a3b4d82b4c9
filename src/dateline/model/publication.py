"""Where and when a document was published."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Publication:
    """Facts of publication; unknown ones are None, and without `published` times stay relative.

    `page_hash` is the SHA-256 of the web page that a text was taken from, `extractor` what took it, with its version.
    """

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    author: str | None = None
    published: date | None = None
    language: str = "en"
    page_hash: str | None = None
    extractor: str | None = None
