"""How many people an act counts: dead, injured, arrested, taking part."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from dateline.coding.participants import Cast
from dateline.coding.triggers import Match
from dateline.model import Magnitude, Quantity, Span
from dateline.nlp.syntax import whole_of

_WORDS = {word: number for number, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty".split()
)} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}  # fmt: skip
_MULTIPLES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_LOW = ("at least", "more than", "over", "no fewer than", "no less than", "some")
_HIGH = ("at most", "up to", "fewer than", "less than", "nearly", "almost", "as many as")
_NUMERAL = re.compile(r"\d[\d,]*$")


def magnitude_of(match: Match, cast: Cast) -> Magnitude:
    """The numbers that the rule's `counts` lead to."""
    found = {name: _quantity(cast.questions.ask(path, match.token)) for name, path in match.rule.counts.items()}
    return Magnitude(**found)


def _quantity(tokens: list[Token]) -> Quantity | None:
    return next((found for token in tokens for number in _numerals(token) if (found := _read(number))), None)


def _numerals(token: Token) -> Iterator[Token]:
    """The number on a noun, or the noun where it is one itself: "*five* died"."""
    if token.pos_ == "NUM":
        yield token
    yield from (child for child in token.children if child.dep_ == "nummod")
    for inner in whole_of(token):
        yield from (child for child in inner.children if child.dep_ == "nummod")


def _read(numeral: Token) -> Quantity | None:
    value = _value(numeral)
    if value is None:
        return None
    before = numeral.doc[max(0, numeral.i - 3) : numeral.i].text.lower()
    low = next((phrase for phrase in _LOW if before.endswith(phrase)), None)
    high = next((phrase for phrase in _HIGH if before.endswith(phrase)), None)
    bound = low or high
    start = numeral.idx - (len(bound) + 1 if bound else 0)
    span = Span(start, numeral.idx + len(numeral.text))
    return Quantity(value, None if high else value, None if low else value, span)


def _value(numeral: Token) -> int | None:
    factors = [_single(child.lower_) for child in numeral.children if child.pos_ == "NUM"]
    own = _single(numeral.lower_)
    if own is None:
        return None
    return own * (factors[0] or 1) if factors and numeral.lower_ in _MULTIPLES else own


def _single(word: str) -> int | None:
    if _NUMERAL.match(word):
        return int(word.replace(",", ""))
    return _WORDS.get(word) if word in _WORDS else _MULTIPLES.get(word)
