"""How varied texts are, beside others: python -m training.corpus.diversity CORPUS FOLDER prints a line for each.

Longer collections repeat themselves more, so every figure is the mean over samples of the same number of words.
"""

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

SAMPLE = 20_000
"""Words in a sample."""
SAMPLES = 5
STOCK = 4
"""How often four words in a row must come in a sample to be a stock phrase."""


@dataclass(frozen=True, slots=True)
class Diversity:
    """Means over samples: different words, shares of three and four words in a row that come once, stock phrases."""

    words: float
    threes: float
    fours: float
    stock: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("others", type=Path)
    options = parser.parse_args()
    print("| texts | different words | single trigrams | single 4-grams | stock phrases |\n|---|---:|---:|---:|---:|")
    for folder in (options.corpus, options.others):
        found = diversity([words_of(text) for text in _texts(folder)])
        print(f"| {folder.name} | {found.words:,.0f} | {found.threes:.3f} | {found.fours:.3f} | {found.stock:.1f} |")


def words_of(text: str) -> list[str]:
    """The words of a text, lower-cased."""
    return re.findall(r"\w+", text.lower())


def diversity(texts: Sequence[Sequence[str]], size: int = SAMPLE, samples: int = SAMPLES) -> Diversity:
    """How varied the texts are; ValueError where they have fewer words than a sample."""
    if sum(map(len, texts)) < size:
        raise ValueError(f"fewer than {size} words to sample from")
    measured = [_measured(_sample(texts, size, random.Random(seed))) for seed in range(samples)]
    return Diversity(*(sum(column) / samples for column in zip(*measured, strict=True)))


def _sample(texts: Sequence[Sequence[str]], size: int, rng: random.Random) -> list[Sequence[str]]:
    """Whole texts in random order, the last of them cut, until there are enough words."""
    chosen, left = [], size
    for text in rng.sample(texts, len(texts)):
        chosen.append(text[:left])
        left -= len(chosen[-1])
        if left == 0:
            break
    return chosen


def _measured(texts: Sequence[Sequence[str]]) -> tuple[int, float, float, int]:
    words = {word for text in texts for word in text}
    threes, fours = (Counter(gram for text in texts for gram in _grams(text, length)) for length in (3, 4))
    return len(words), _single(threes), _single(fours), sum(count >= STOCK for count in fours.values())


def _grams(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(length)), strict=False)


def _single(grams: Counter[tuple[str, ...]]) -> float:
    return sum(count == 1 for count in grams.values()) / sum(grams.values())


def _texts(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.txt")):
        yield path.read_text("utf8")
    for path in sorted(folder.rglob("*.jsonl")):
        for line in path.read_text("utf8").splitlines():
            yield json.loads(line)["text"]


if __name__ == "__main__":
    main()
