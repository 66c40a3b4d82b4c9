"""Web pages: the article's text, and what the page says of its publication."""

from datetime import date
from hashlib import sha256
from importlib.metadata import version
from typing import Any

from dateline.errors import UnreadableFile
from dateline.model import Document, Publication
from dateline.readers.dates import read_date

EXTRACTOR = "trafilatura"


def read_html(page: bytes, name: str, where: str) -> Document:
    """The document of a page, one paragraph a line; raises UnreadableFile where no article is in it.

    The page's hash and the extractor stay with the publication, so that a text can be made anew from the same page.
    """
    from trafilatura import bare_extraction

    found: Any = bare_extraction(page, with_metadata=True, include_comments=False, include_tables=False)
    text = _without_title(found.text or "", found.title) if found is not None else ""
    if found is None or not text:
        raise UnreadableFile(
            where, "no article is in this page: its text may be made by a script, or be a list of links"
        )
    return Document(name, text, _publication(found, sha256(page).hexdigest()))


def _without_title(text: str, title: str | None) -> str:
    """The text after its own title, which is no part of the story."""
    first, _, rest = text.strip().partition("\n")
    return rest.strip() if title and first.strip() == title.strip() and rest.strip() else text.strip()


def _publication(found: Any, page_hash: str) -> Publication:
    return Publication(
        title=found.title or None,
        publisher=found.sitename or found.hostname or None,
        url=found.url or None,
        author=found.author or None,
        published=_day(found.date),
        language=found.language or "en",
        page_hash=page_hash,
        extractor=f"{EXTRACTOR} {version(EXTRACTOR)}",
    )


def _day(written: str | None) -> date | None:
    return read_date(written) if written else None
