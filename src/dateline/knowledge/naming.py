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

_STROKES = str.maketrans({".": " ", "-": " ", "'": None})
_ALIKE = str.maketrans("cqgtdzjyewbu", "kkkkkkiiivvo")
"""Letters with which one name may begin: Qaddafi, Gaddafi; Yevgeny, Evgeny; Wladimir, Vladimir."""

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
    return folded_bare(bare(name))


def folded_bare(name: str) -> str:
    """The same of a name that is bare already, as tables list it."""
    plain = name.lower() if name.isascii() else _latin(name)
    return " ".join(plain.translate(_STROKES).split())


def _latin(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@lru_cache(_REMEMBERED)
def sounded(name: str) -> str:
    """The folded name as it sounds, however it was put into Latin letters: `Zelenskyy` and `Zelensky` are one."""
    sound = _ARABIC_ARTICLE.sub("", folded(name))
    for written, read in _transliterations():
        sound = written.sub(read, sound)
    return _DOUBLED.sub(r"\1", sound)


def initials(folded_name: str) -> str:
    """How the first and the last word of a folded name begin, letters that stand for one sound being one."""
    words = folded_name.split()
    last = words[-1] if words else ""
    return (words[0][:1] + last[:1]).translate(_ALIKE) if words else ""


@cache
def _transliterations() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What is written in more than one way, and the one way that stands for all."""
    table = rows(resource("actors/transliterations.tsv"), ("written", "read", "one", "other"))
    return tuple((re.compile(row.cells["written"]), row.cells["read"]) for row in table)
