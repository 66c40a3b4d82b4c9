"""What is sought, as people write it: words, "words together", -left -out, one or other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.errors import UsageError

_TERM = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class Alternative:
    """All of `wanted` must stand in a passage and none of `unwanted`; a term is a word or words that stand together."""

    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]


def alternatives(words: str) -> tuple[Alternative, ...]:
    """What `or` parts; raises UsageError for one without a word that is to be there."""
    found = tuple(_alternative(part) for part in _parted(words))
    if not all(each.wanted for each in found):
        raise UsageError(f"{words!r}: no word to search for")
    return found


def fts_query(words: str) -> str:
    """The terms in FTS5's language."""
    return " OR ".join(f"({_fts(each)})" for each in alternatives(words))


def web_query(words: str) -> str:
    """The terms as PostgreSQL's websearch_to_tsquery reads them."""
    return " or ".join(
        " ".join([*map(_quoted, each.wanted), *(f"-{_quoted(term)}" for term in each.unwanted)])
        for each in alternatives(words)
    )


def _parted(words: str) -> Iterator[list[tuple[bool, str]]]:
    """Terms, each with whether it is unwanted, up to an `or` and after it."""
    part: list[tuple[bool, str]] = []
    for match in _TERM.finditer(words):
        if (match["word"] or "").lower() == "or" and not match["minus"]:
            yield part
            part = []
        elif any(sign.isalnum() for sign in match[0]):
            part.append((bool(match["minus"]), match["phrase"] or match["word"]))
    yield part


def _alternative(terms: list[tuple[bool, str]]) -> Alternative:
    wanted = tuple(term for unwanted, term in terms if not unwanted)
    return Alternative(wanted, tuple(term for unwanted, term in terms if unwanted))


def _fts(each: Alternative) -> str:
    wanted = " AND ".join(map(_quoted, each.wanted))
    unwanted = " OR ".join(map(_quoted, each.unwanted))
    return f"({wanted}) NOT ({unwanted})" if unwanted else wanted


def wanted_query(words: str) -> str:
    """The terms that must be there, likewise: what holds a passage holds them."""
    return " or ".join(" ".join(map(_quoted, each.wanted)) for each in alternatives(words))


def _quoted(term: str) -> str:
    return f'"{term}"'
