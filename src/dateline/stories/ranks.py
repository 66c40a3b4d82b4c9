"""Ranks of English words by frequency, read from the vocabulary that ships with the language model."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_FIRST = "the"


@cache
def word_ranks() -> Mapping[str, int]:
    """Words and their ranks from 1; the vocabulary lists whole words by falling frequency, "the" first."""
    written = (files("dateline.nlp") / "weights" / "tokenizer.json").read_text("utf8")
    places: Mapping[str, int] = json.loads(written)["model"]["vocab"]
    first = places[_FIRST]
    return {word: place - first + 1 for word, place in places.items() if place >= first and not word.startswith("##")}
