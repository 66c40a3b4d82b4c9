"""What the words of an organisation's name tell of its sector."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.knowledge.roles import SECTORS
from dateline.knowledge.tables import records, resource


@dataclass(frozen=True, slots=True)
class Telling:
    """A sector with a pattern of the words that tell it, and names that must give it."""

    sector: str
    words: re.Pattern[str]
    examples: tuple[str, ...]


@cache
def tellings(path: Path | None = None) -> Sequence[Telling]:
    """In the order in which they are tried; ResourceError for a sector that PLOVER lacks."""
    found: list[Telling] = []
    for record in records(path or resource("actors/organisation_words.yaml"), ("sector", "words", "examples")):
        if record.content["sector"] not in SECTORS:
            raise record.wrong(f"PLOVER has no sector {record.content['sector']!r}")
        words = "|".join(re.escape(word) for word in sorted(record.content["words"], key=len, reverse=True))
        pattern = re.compile(rf"(?<![\w'])(?:{words})(?![\w])", re.IGNORECASE)
        found.append(Telling(record.content["sector"], pattern, tuple(record.content["examples"])))
    return tuple(found)


def sector_of_organisation(name: str) -> str | None:
    """The sector that the words of an organisation's name tell, None where they tell none."""
    plain = name.replace("’", "'")
    return next((telling.sector for telling in tellings() if telling.words.search(plain)), None)
