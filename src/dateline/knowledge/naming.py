"""How names are written: the forms under which tables list them."""

import re
import unicodedata
from functools import cache, lru_cache

from dateline.knowledge.tables import resource, rows

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")
_STOPS = " ,;:-"
_SPACE = re.compile(r"\s+")
_ARABIC_ARTICLE = re.compile(r"\b(?:al|el|ul|ol|as|ash|ad|ar)[- ](?=\w)")
_DOUBLED = re.compile(r"([a-z])\1")

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
                          "ə": "a", "’": "'", "‘": "'", "ʻ": "'", "`": "'", "–": "-"})  # fmt: skip

_REMEMBERED = 1 << 16
"""Names whose forms are kept at hand: the same few recur in all news."""

LONGEST_ACRONYM = 3
"""Letters up to which capitals alone are no sign that a name is set in capitals."""


@lru_cache(_REMEMBERED)
def bare(name: str) -> str:
    """The name without article, possessive mark, typographic apostrophes and odd spaces."""
    straight = _SPACE.sub(" ", name.replace("’", "'")).strip()
    unstopped = straight.strip(_STOPS)
    return _POSSESSIVE.sub("", _ARTICLE.sub("", unstopped))


def spellings(name: str) -> tuple[str, ...]:
    """The bare name, and a name all in capitals as it is spelt elsewhere: `MOSCOW`, Moscow."""
    plain = bare(name)
    return (plain, plain.title()) if plain.isupper() and len(plain) > LONGEST_ACRONYM else (plain,)


@lru_cache(_REMEMBERED)
def folded(name: str) -> str:
    """The bare name in small letters without diacritics and stops: `Viktor Orbán`, `viktor orban`."""
    letters = unicodedata.normalize("NFKD", bare(name).lower().translate(_LETTERS))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _SPACE.sub(" ", plain.replace(".", " ").replace("-", " ").replace("'", "")).strip()


@lru_cache(_REMEMBERED)
def sounded(name: str) -> str:
    """The folded name as it sounds, however it was put into Latin letters: `Zelenskyy` and `Zelensky` are one."""
    sound = _ARABIC_ARTICLE.sub("", folded(name))
    for written, read in _transliterations():
        sound = written.sub(read, sound)
    return _DOUBLED.sub(r"\1", sound)


@cache
def _transliterations() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What is written in more than one way, and the one way that stands for all."""
    table = rows(resource("actors/transliterations.tsv"), ("written", "read", "one", "other"))
    return tuple((re.compile(row.cells["written"]), row.cells["read"]) for row in table)
