"""Which language a text is in."""

from functools import cache
from typing import Any

SPOKEN = frozenset({"en"})
"""Languages that there are rules for."""
SHORTEST = 100
"""Letters: a shorter text is too short to tell, unless it is not even in Latin letters."""
SURE = 0.95

_SAMPLE = 5000


def foreign_language(text: str) -> str | None:
    """The ISO 639 code of a language that there are no rules for, None where the text may well be in one there are."""
    sample = text[:_SAMPLE]
    letters = [letter for letter in sample if letter.isalpha()]
    is_latin = 2 * sum(map(_is_latin, letters)) >= len(letters)
    if is_latin and len(letters) < SHORTEST:
        return None
    code, probability = _identifier().classify(sample)
    return code if code not in SPOKEN and (probability >= SURE or not is_latin) else None


def _is_latin(letter: str) -> bool:
    return letter < "\u0250"


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
