"""How names are written: the forms under which tables list them."""

import re

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")
_SPACE = re.compile(r"\s+")


def bare(name: str) -> str:
    """The name without article, possessive mark, typographic apostrophes and odd spaces."""
    straight = _SPACE.sub(" ", name.replace("’", "'")).strip()
    return _POSSESSIVE.sub("", _ARTICLE.sub("", straight))
