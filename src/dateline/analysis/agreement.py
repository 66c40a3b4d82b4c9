"""How far people who judged the same things agree."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations
from random import Random

Judgements = Sequence[Hashable]
"""What each of several people said of one thing; who did not judge it is left out."""

RESAMPLES = 1000


@dataclass(frozen=True, slots=True)
class Agreement:
    """Krippendorff's alpha with a 95 % interval, the raw share of pairs that agree, and how many things were judged twice.

    Alpha is None where nobody could have differed: all judgements are one label, or nothing was judged twice.
    """

    alpha: float | None
    low: float | None
    high: float | None
    raw: float | None
    things: int


def agreement(judged: Iterable[Judgements], seed: int = 0) -> Agreement:
    """Agreement over labels that have no order; the interval by resampling the things (Hayes and Krippendorff 2007)."""
    units = [tuple(each) for each in judged if len(each) > 1]
    random = Random(seed)
    samples = (alpha(random.choices(units, k=len(units))) for _ in range(RESAMPLES if units else 0))
    known = sorted(each for each in samples if each is not None)
    low, high = (known[len(known) // 40], known[-1 - len(known) // 40]) if known else (None, None)
    return Agreement(alpha(units), low, high, _raw(units), len(units))


def alpha(units: Sequence[Judgements]) -> float | None:
    """Krippendorff's alpha for nominal data: 1 - (n - 1) * observed / expected disagreement (Krippendorff 2011)."""
    coincidences: Counter[tuple[Hashable, Hashable]] = Counter()
    for unit in units:
        for pair in permutations(unit, 2):
            coincidences[pair] += 1 / (len(unit) - 1)  # type: ignore[assignment]
    totals: Counter[Hashable] = Counter()
    for (one, _), count in coincidences.items():
        totals[one] += count
    everything = sum(totals.values())
    expected = everything**2 - sum(count**2 for count in totals.values())
    observed = sum(count for (one, other), count in coincidences.items() if one != other)
    return 1 - (everything - 1) * observed / expected if expected else None


def _raw(units: Sequence[Judgements]) -> float | None:
    pairs = [one == other for unit in units for one, other in permutations(unit, 2)]
    return sum(pairs) / len(pairs) if pairs else None
