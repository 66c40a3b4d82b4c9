"""How many people an act counts: dead, injured, arrested, taking part."""

import re
from collections.abc import Iterator
from math import prod

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
_NUMERAL = re.compile(r"\d[\d,]*(\.\d+)?$")


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
    first = min((numeral, *_factors(numeral)), key=lambda word: word.i)
    bound = _bound(first)
    start = first.idx - (len(bound) + 1 if bound else 0)
    span = Span(start, numeral.idx + len(numeral.text))
    return Quantity(value, None if bound in _HIGH else value, None if bound in _LOW else value, span)


def _bound(first: Token) -> str | None:
    """The longest phrase right before a number that makes it a bound: "no fewer than" bounds it from below."""
    before = " " + first.doc[max(0, first.i - 3) : first.i].text.lower()
    return max((phrase for phrase in (*_LOW, *_HIGH) if before.endswith(" " + phrase)), key=len, default=None)


def _value(numeral: Token) -> int | None:
    """The number in whole; None for one that is not read to its end, such as "several million"."""
    numbers = [_single(word.lower_) for word in (numeral, *_factors(numeral))]
    known = [number for number in numbers if number is not None]
    value = prod(known)
    return round(value) if len(known) == len(numbers) and value == round(value) else None


def _factors(numeral: Token) -> list[Token]:
    """What a multiple is taken by: *two* in "two hundred"."""
    return [child for child in numeral.lefts if child.pos_ == "NUM"] if numeral.lower_ in _MULTIPLES else []


def _single(word: str) -> float | None:
    if _NUMERAL.match(word):
        return float(word.replace(",", ""))
    return _WORDS.get(word) if word in _WORDS else _MULTIPLES.get(word)
