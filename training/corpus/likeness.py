"""How alike texts are: the share of word trigrams that the shorter one has in common with the other."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from training.corpus.records import Record

_ALIKE = 0.4
_SHORTEST = 4


def trigrams(text: str) -> frozenset[tuple[str, ...]]:
    """Every three words in a row, lower-cased."""
    words = re.findall(r"\w+", text.lower())
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def alike(records: Sequence[Record], limit: float = _ALIKE) -> Iterator[tuple[Record, Record, float]]:
    """Pairs of records that share at least this much; role-swapped pairs are wanted and say so in their style."""
    grams = [trigrams(record.text) for record in records]
    where: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, own in enumerate(grams):
        shared: defaultdict[int, int] = defaultdict(int)
        for gram in own:
            for other in where[gram]:
                shared[other] += 1
            where[gram].append(index)
        for other, number in shared.items():
            share = number / max(_SHORTEST, min(len(own), len(grams[other])))
            if share >= limit and not ("swapped" in records[index].style and "swapped" in records[other].style):
                yield records[other], records[index], share
