"""Figures over sentences, each with the interval that resampling the sentences gives it."""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

RESAMPLES = 1000
SEED = 0
LEVEL = 95
"""Per cent of the resamples that an interval holds."""

NOTHING = "nothing"
"""What a sentence without an event is coded as."""

Numbers = npt.NDArray[np.float64]
Measure = Callable[[Numbers], Numbers]
"""From weights, a row for each resample and a column for each sentence, to a figure for each row."""
Labels = Sequence[tuple[str, str]]
"""For each sentence what gold has and what was coded."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure and its bootstrap interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class TypeScore:
    """How one type fared: sentences that are of it in gold, that were coded as it, and both."""

    type: str
    gold: int
    coded: int
    right: int

    @property
    def precision(self) -> float:
        """Share of the coded that are right; 0 where none was coded."""
        return self.right / self.coded if self.coded else 0.0

    @property
    def recall(self) -> float:
        """Share of gold that was found; 0 where gold has none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.gold + self.coded)


def estimate(measure: Measure, sentences: int) -> Estimate | None:
    """The figure over that many sentences, or None where there is nothing to measure."""
    value = float(measure(np.ones((1, sentences)))[0])
    if math.isnan(value):
        return None
    tail = (100 - LEVEL) / 2
    low, high = np.nanpercentile(measure(_resamples(sentences)), (tail, 100 - tail))
    return Estimate(value, float(low), float(high))


def mean(amounts: Sequence[float]) -> Measure:
    """The mean amount of a sentence."""
    return ratio(amounts, [1] * len(amounts))


def share(answers: Sequence[bool | None]) -> Measure:
    """The share of yes among the sentences that were asked; None stands for those that were not."""
    return ratio([answer is True for answer in answers], [answer is not None for answer in answers])


def ratio(parts: Sequence[float], wholes: Sequence[float]) -> Measure:
    """The sum of the parts over that of the wholes, of which each sentence has one."""
    above, below = np.array(parts, np.float64), np.array(wholes, np.float64)
    return lambda weights: _quotient(weights @ above, weights @ below)


def accuracy(labels: Labels) -> Measure:
    """The share of sentences coded as gold has them."""
    return share([gold == coded for gold, coded in labels])


def macro_f1(labels: Labels) -> Measure:
    """The mean F1 of the types in gold; a resample without one of them leaves it out."""
    types = _types(labels)
    gold, coded = _marks([gold for gold, _ in labels], types), _marks([coded for _, coded in labels], types)

    def measure(weights: Numbers) -> Numbers:
        scores = _quotient(2 * (weights @ (gold * coded)), weights @ gold + weights @ coded)
        return np.asarray(np.nanmean(scores, axis=1))

    return measure


def type_scores(labels: Labels) -> tuple[TypeScore, ...]:
    """The score of each type in gold, by name."""
    gold, coded = Counter(gold for gold, _ in labels), Counter(coded for _, coded in labels)
    right = Counter(gold for gold, coded in labels if gold == coded)
    return tuple(TypeScore(type, gold[type], coded[type], right[type]) for type in _types(labels))


def confusion(labels: Labels) -> Mapping[str, Mapping[str, int]]:
    """For each type in gold how often it was coded as what, the most frequent first."""
    counts = {type: Counter(coded for gold, coded in labels if gold == type) for type in _types(labels)}
    return {type: dict(coded.most_common()) for type, coded in counts.items()}


def _types(labels: Labels) -> list[str]:
    return sorted({gold for gold, _ in labels})


def _marks(of: Sequence[str], types: Sequence[str]) -> Numbers:
    """Which sentence (row) is of which type (column)."""
    return np.array([[label == type for type in types] for label in of], np.float64)


def _quotient(above: Numbers, below: Numbers) -> Numbers:
    """NaN where there is nothing to divide by."""
    return np.divide(above, below, out=np.full_like(below, np.nan), where=below > 0)


@cache
def _resamples(sentences: int) -> Numbers:
    """How often each sentence (column) is drawn in each resample (row)."""
    draw = np.random.default_rng(SEED).multinomial(sentences, [1 / sentences] * sentences, RESAMPLES)
    return draw.astype(np.float64)
