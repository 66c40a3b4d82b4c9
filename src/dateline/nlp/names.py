"""Legal BIO tags from the scores of the names head."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def name_tags(logits: NDArray[np.float32], classes: Sequence[str]) -> list[str]:
    """One tag a word: each word's best, or where those break BIO the best legal sequence (Viterbi)."""
    best = [classes[i] for i in logits.argmax(1)]
    return best if is_legal(best) else _viterbi(logits, classes)


def is_legal(tags: Sequence[str]) -> bool:
    """Whether every I- continues a name of its own kind."""
    return all(_may_follow(before, tag) for before, tag in zip(["O", *tags], tags, strict=False))


def _may_follow(before: str, tag: str) -> bool:
    return tag[0] != "I" or before[2:] == tag[2:]


def _viterbi(logits: NDArray[np.float32], classes: Sequence[str]) -> list[str]:
    barred = np.array([[0.0 if _may_follow(before, tag) else -np.inf for tag in classes] for before in classes])
    start = np.array([0.0 if _may_follow("O", tag) else -np.inf for tag in classes])
    score = start + logits[0]
    back: list[NDArray[np.int64]] = []
    for row in logits[1:]:
        ways = score[:, None] + barred
        back.append(ways.argmax(0))
        score = ways.max(0) + row
    path = [int(score.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return [classes[i] for i in reversed(path)]
