"""Plain text: one article a file, with a header or without."""

import re
from collections.abc import Mapping

from dateline.errors import BadRecord, UnreadableFile
from dateline.model import Document, Publication
from dateline.readers.dates import read_date

_HEADER = re.compile(
    r"\s*(?:(title|date|published|publisher|author|url|language)[ \t]*:[ \t]*(.*?)|(date)[ \t]+(\d.*?))[ \t]*$", re.I
)


def read_text(content: str, name: str, where: str) -> Document:
    """The document of a text file; its text begins after the header.

    Raises UnreadableFile where there is no text, BadRecord where the header's date is no date.
    """
    lines = content.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    facts, length = _header(lines)
    text = "\n".join(lines[length:]).strip()
    if not text:
        raise UnreadableFile(where, "empty" if not facts else "nothing after the header")
    return Document(name, text, _publication(facts, where))


def _header(lines: list[str]) -> tuple[dict[str, tuple[str, int]], int]:
    """The facts at the beginning, each with its line counted from 1, and how many lines they take up."""
    facts: dict[str, tuple[str, int]] = {}
    length = 0
    for number, line in enumerate(lines, 1):
        match = _HEADER.match(line)
        if match:
            name = (match[1] or match[3]).lower()
            facts["date" if name == "published" else name] = (match[2] or match[4] or "", number)
            length = number
        elif line.strip() or facts:
            break
    return facts, length


def _publication(facts: Mapping[str, tuple[str, int]], where: str) -> Publication:
    known = {name: value for name, (value, _) in facts.items() if value}
    written, line = facts.get("date", ("", 0))
    try:
        published = read_date(written) if written else None
    except ValueError as error:
        raise BadRecord(where, str(error), line) from None
    others = {name: value for name, value in known.items() if name != "date"}
    return Publication(**others, published=published)
