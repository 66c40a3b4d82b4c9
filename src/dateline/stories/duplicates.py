"""Near-duplicates: one text printed twice, reworded a little, shortened, or inside a longer one."""

import re
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal
from zlib import crc32

Kind = Literal["same", "version", "within", "around"]
"""The same words; most of them; most of a shorter text's, which is the later or the earlier one."""

SHARED = 0.3
"""The share of the shorter text's sampled shingles from which two texts are near-duplicates."""
SAME = 0.95
_LONGER = 1.6
"""How many times the shingles of the other a text must have to be called the longer one."""
_SHINGLE = 3
_SAMPLED = 4
"""One shingle in so many is kept, the same ones in every text, so that shares can be told from the samples."""
_WHOLE = 160
"""A text of fewer shingles keeps all of them."""
_FEWEST = 8
"""A text of fewer shingles has no duplicates: a caption's words are anybody's."""
_STOCK = 60
"""A shingle of more texts than this is a stock phrase."""
_WORD = re.compile(r"\w+")

Sketch = frozenset[int]


@dataclass(frozen=True, slots=True)
class Sketched:
    """What is kept of a text: all its shingles where it has few, else a sample; the sample; the day as an ordinal."""

    document: str
    kept: Sketch
    sampled: Sketch
    day: int


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A document whose text an earlier one has, too; `share` is of the shorter one's words in threes."""

    document: str
    of: str
    kind: Kind
    share: float


@dataclass(slots=True)
class DuplicateFinder:
    """Finds the earlier text that a new one repeats; texts older than the window of days are forgotten."""

    window: int = 30
    _sketches: OrderedDict[str, Sketched] = field(default_factory=OrderedDict)
    _holders: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, document: str, text: str, published: date | None = None) -> Duplicate | None:
        """The earlier document that this one repeats most of, and keeps this one for later ones."""
        day = published.toordinal() if published else 0
        self._forget(day)
        every = shingles(text)
        sampled = _sampled(every)
        found = self._nearest(document, every, sampled)
        if len(every) >= _FEWEST and document not in self._sketches:
            self.resume(Sketched(document, every if len(every) < _WHOLE else sampled, sampled, day))
        return found

    def resume(self, sketched: Sketched) -> None:
        """Takes up a text that another finder has kept; give them in its order."""
        self._sketches[sketched.document] = sketched
        for shingle in sketched.sampled:
            self._holders[shingle].append(sketched.document)

    def sketched(self) -> Iterable[Sketched]:
        """The texts that are kept, in the order in which they came; with them another finder goes on as this one would."""
        return self._sketches.values()

    def _nearest(self, document: str, every: Sketch, sampled: Sketch) -> Duplicate | None:
        found = [self._compared(document, other, every, sampled) for other in self._candidates(sampled)]
        return max((each for each in found if each.share >= SHARED), key=lambda each: each.share, default=None)

    def _candidates(self, sampled: Sketch) -> Iterator[str]:
        """The texts that share most, few enough to compare."""
        shared: Counter[str] = Counter()
        for shingle in sampled:
            holders = self._holders.get(shingle, ())
            if len(holders) <= _STOCK:
                shared.update(holders)
        return (other for other, _ in shared.most_common(8))

    def _compared(self, document: str, other: str, every: Sketch, sampled: Sketch) -> Duplicate:
        theirs = self._sketches[other]
        whole = len(every) < _WHOLE and theirs.kept != theirs.sampled
        one, two = (every, theirs.kept) if whole else (sampled, theirs.sampled)
        shorter = min(len(one), len(two)) or 1
        share = len(one & two) / shorter
        return Duplicate(document, other, _kind(len(one), len(two), share), share)

    def _forget(self, day: int) -> None:
        while self._sketches:
            oldest = next(iter(self._sketches.values()))
            if not day or oldest.day >= day - self.window:
                return
            del self._sketches[oldest.document]
            for shingle in oldest.sampled:
                self._holders[shingle].remove(oldest.document)
                if not self._holders[shingle]:
                    del self._holders[shingle]


def shingles(text: str) -> Sketch:
    """Checksums of every three words in a row, lower-cased."""
    words = [word.lower() for word in _WORD.findall(text)]
    rows = zip(*(words[place:] for place in range(_SHINGLE)), strict=False)
    return frozenset(crc32(" ".join(row).encode()) for row in rows)


def _sampled(every: Sketch) -> Sketch:
    return frozenset(shingle for shingle in every if shingle % _SAMPLED == 0)


def _kind(own: int, theirs: int, share: float) -> Kind:
    if own > theirs * _LONGER:
        return "around"
    if theirs > own * _LONGER:
        return "within"
    return "same" if share >= SAME else "version"
