"""How names are written: the forms under which tables list them."""

import re

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")
_STOPS = " ,;:-"
_SPACE = re.compile(r"\s+")

LONGEST_ACRONYM = 3
"""Letters up to which capitals alone are no sign that a name is set in capitals."""


def bare(name: str) -> str:
    """The name without article, possessive mark, typographic apostrophes and odd spaces."""
    straight = _SPACE.sub(" ", name.replace("’", "'")).strip()
    unstopped = straight.strip(_STOPS)
    return _POSSESSIVE.sub("", _ARTICLE.sub("", unstopped))


def spellings(name: str) -> tuple[str, ...]:
    """The bare name, and a name all in capitals as it is spelt elsewhere: `MOSCOW`, Moscow."""
    plain = bare(name)
    return (plain, plain.title()) if plain.isupper() and len(plain) > LONGEST_ACRONYM else (plain,)
