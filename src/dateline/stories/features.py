"""What a document is about, as weighted words: rare words, names and the beginning of a text weigh more."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

Weights = Mapping[str, float]
"""Features and their weights, of length 1 as a vector."""

KEPT = 100
"""Features of a document that are kept, the heaviest."""
_WORD = re.compile(r"[^\W\d_](?:[\w'’\-]*[^\W_])|\d(?:[\d,.]*\d)?")
_LEAD = 300
"""Characters at the beginning whose words count twice: news tells first what it is about."""
_KIND_WEIGHTS: Mapping[str, float] = {"n": 2.0, "d": 0.5}
"""Names weigh more than words, numbers less."""
_WORDS_A_DOCUMENT = 300
_ZIPF = 0.1
"""The share of a text's words that the most frequent word of English has, about; the n-th has an n-th of it."""
_UNKNOWN_RANK = 60_000


@dataclass(frozen=True, slots=True)
class Features:
    """Weighs words by how rare they are in English, told by their rank among the words that a vocabulary begins with.

    A fixed weight, unlike one counted over the documents at hand, makes a document's features the same in any company.
    """

    ranks: Mapping[str, int]

    def __call__(self, text: str) -> Weights:
        """The features of a text; empty where it has no words."""
        counts: Counter[str] = Counter()
        for feature, weight in _features(text):
            counts[feature] += weight
        weighed = {feature: (1 + math.log(count)) * self._weight(feature) for feature, count in counts.items()}
        return unit(heaviest(weighed, KEPT))

    def _weight(self, feature: str) -> float:
        kind, word = feature[0], feature[2:]
        return _rarity(self.ranks.get(word, _UNKNOWN_RANK)) * _KIND_WEIGHTS.get(kind, 1.0)


@cache
def _rarity(rank: int) -> float:
    """How telling it is that a text has the word of this rank: the less, the more surely any text has it."""
    return -math.log(-math.expm1(-_WORDS_A_DOCUMENT * _ZIPF / rank))


def heaviest(weights: Weights, count: int) -> Weights:
    """The features with the largest weights, ties in the order of the alphabet."""
    if len(weights) <= count:
        return weights
    return dict(sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:count])


def unit(weights: Weights) -> Weights:
    """The same direction at length 1."""
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {feature: weight / length for feature, weight in weights.items()} if length else {}


def dot(one: Weights, other: Weights) -> float:
    """The scalar product; rounded once, so that it is the same in whatever order features come."""
    return math.fsum(one[feature] * other[feature] for feature in one.keys() & other.keys())


def _features(text: str) -> Iterator[tuple[str, int]]:
    """Words, what is capitalised once more as a name, numbers once more as such."""
    for match in _WORD.finditer(text):
        word, weight = match.group(), 2 if match.start() < _LEAD else 1
        lower = word.lower()
        yield f"w:{lower}", weight
        if word[0].isupper():
            yield f"n:{lower}", weight
        elif word[0].isdigit():
            yield f"d:{word}", weight
