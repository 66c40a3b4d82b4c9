"""Words for people and groups by what they do: president, rebels, police, ministry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from dateline.knowledge.tables import Record, records, resource, rows
from dateline.model import ActorKind

Gender = Literal["female", "male"]

SECTORS = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC".split()
)
LONGEST = 5
"""Words in the longest role, a bound on how far a match looks back."""


@dataclass(frozen=True, slots=True)
class Role:
    """A word with the sector and kind of those it names; UNK where the word alone does not tell.

    `foreign` words name another side than their owner's: Iran's rival is not Iranian.
    """

    word: str
    sector: str
    kind: ActorKind
    gender: Gender | None
    foreign: bool


@cache
def roles(path: Path | None = None) -> Mapping[str, Role]:
    """Roles by word; ResourceError for a word given twice or a sector that PLOVER lacks."""
    index: dict[str, Role] = {}
    for record in records(path or resource("actors/roles.yaml"), ("sector", "kind", "words"), ("gender", "foreign")):
        for word in record.content["words"]:
            if word in index:
                raise record.wrong(f"{word!r} is given twice")
            index[word] = _role(record, word)
    return index


def role_of(words: Sequence[str]) -> Role | None:
    """The longest role that the words end in; plurals are passed as lemmas, as in `riot police`, `prime minister`."""
    table, written = roles(), in_full(words[-LONGEST:])
    for length in range(min(LONGEST, len(written)), 0, -1):
        if role := table.get(" ".join(written[-length:]).lower().replace(" - ", "-")):
            return role
    return None


def in_full(words: Sequence[str]) -> Sequence[str]:
    """The words with abbreviated titles written out: `Lt. Gov.`, `PM`, but not the `PM` of `5 PM`."""
    known = title_abbreviations()
    if not any(word in known for word in words):
        return words
    timed = [bool(place) and words[place - 1][:1].isdigit() for place in range(len(words))]
    return [
        part
        for word, is_hour in zip(words, timed, strict=True)
        for part in (known[word] if word in known and not is_hour else (word,))
    ]


@cache
def title_abbreviations(path: Path | None = None) -> Mapping[str, tuple[str, ...]]:
    """The words that abbreviated titles stand for; their capitals count."""
    table = rows(path or resource("actors/title_abbreviations.tsv"), ("abbreviation", "word"))
    return {row.cells["abbreviation"]: tuple(row.cells["word"].split()) for row in table}


def _role(record: Record, word: str) -> Role:
    sector, kind = record.content["sector"], record.content["kind"]
    if sector not in SECTORS:
        raise record.wrong(f"PLOVER has no sector {sector!r}")
    return Role(word, sector, kind, record.content.get("gender"), record.content.get("foreign", False))
