"""Trees from arc scores: the best single-rooted one where each word's own best head does not make one."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
FORBIDDEN = -1e9


def tree_of(heads: list[int], arcs: Floats) -> list[int]:
    """The heads themselves if they form a tree with one root, else the best such tree.

    `heads` counts from 1, 0 is the root; `arcs` scores heads (columns, the root first) of words (rows).
    """
    return heads if is_tree(heads) else best_tree(arcs)


def is_tree(heads: list[int]) -> bool:
    """Whether the heads lead every word to one root, without a cycle."""
    if heads.count(0) != 1:
        return False
    good: set[int] = {0}
    for word in range(1, len(heads) + 1):
        path = []
        while word not in good:
            if word in path:
                return False
            path.append(word)
            word = heads[word - 1]
        good.update(path)
    return True


def best_tree(arcs: Floats) -> list[int]:
    """The single-rooted tree of the highest score (Chu and Liu 1965; Edmonds 1967), tried from each likely root."""
    square = np.full((len(arcs) + 1, len(arcs) + 1), FORBIDDEN, dtype=np.float64)
    square[1:] = arcs
    np.fill_diagonal(square, FORBIDDEN)
    free = _arborescence(square)
    roots = [word for word in range(1, len(free)) if free[word] == 0]
    if len(roots) > 1:
        free = max((_arborescence(_rooted(square, root)) for root in roots), key=lambda tree: _score(square, tree))
    return free[1:]


def _rooted(square: Floats, root: int) -> Floats:
    only = square.copy()
    only[1:, 0] = FORBIDDEN
    only[root, 0] = square[root, 0]
    return only


def _score(square: Floats, tree: list[int]) -> float:
    return float(sum(square[word, head] for word, head in enumerate(tree) if word))


def _arborescence(scores: Floats) -> list[int]:
    """Best head of each node, node 0 being the root (its own entry is 0): greedy, then contract a cycle and recurse."""
    heads = [0, *(int(head) for head in scores[1:].argmax(1))]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    rest = [node for node in range(len(heads)) if node not in cycle]
    smaller, entries, exits = _contracted(scores, heads, cycle, rest)
    inner = _arborescence(smaller)
    return _expanded(inner, heads, cycle, rest, entries, exits)


def _cycle(heads: list[int]) -> list[int]:
    done: set[int] = {0}
    for node in range(1, len(heads)):
        path: list[int] = []
        while node not in done:
            if node in path:
                return path[path.index(node) :]
            path.append(node)
            node = heads[node]
        done.update(path)
    return []


def _contracted(
    scores: Floats, heads: list[int], cycle: list[int], rest: list[int]
) -> tuple[Floats, list[int], list[int]]:
    """Scores with the cycle as one last node; for each outer node, where it would enter and leave the cycle."""
    within = np.array([scores[node, heads[node]] for node in cycle])
    entering = scores[np.ix_(cycle, rest)] - within[:, None]
    leaving = scores[np.ix_(rest, cycle)]
    count = len(rest)
    smaller = np.full((count + 1, count + 1), FORBIDDEN)
    smaller[:count, :count] = scores[np.ix_(rest, rest)]
    smaller[count, :count] = entering.max(0)
    smaller[:count, count] = leaving.max(1)
    entries = [cycle[i] for i in entering.argmax(0)]
    exits = [cycle[i] for i in leaving.argmax(1)]
    return smaller, entries, exits


def _expanded(
    inner: list[int], heads: list[int], cycle: list[int], rest: list[int], entries: list[int], exits: list[int]
) -> list[int]:
    full = [0] * len(heads)
    for node in cycle:
        full[node] = heads[node]
    full[entries[inner[-1]]] = rest[inner[-1]]
    for i, node in enumerate(rest):
        if i:
            full[node] = exits[i] if inner[i] == len(rest) else rest[inner[i]]
    return full
