"""Windows of one to four sentences, varied anew each epoch, and the tensors made of them."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import torch
from torch import Tensor

from dateline.nlp.pieces import SHAPE_COUNT, WordPieces, shape_of
from training.corpora import NAME_TAGS, Sentence

IGNORED = -100
LONGEST_WINDOW = 110
SENTENCES_IN_WINDOW = (1, 1, 2, 2, 3, 4)
CURLY, LOWER, UPPER, TITLE, BARE = 0.15, 0.03, 0.02, 0.03, 0.05
_CURLED = {
    "``": "“",
    "''": "”",
    "'": "’",
    "'s": "’s",
    "n't": "n’t",
    "'re": "’re",
    "'ve": "’ve",
    "'ll": "’ll",
    "'m": "’m",
}
_SMALL = frozenset("a an the of in on to for and or at by with from as".split())


@dataclass(frozen=True, slots=True)
class Labels:
    """The classes of each head, in the order of their indices."""

    xpos: tuple[str, ...]
    upos: tuple[str, ...]
    labels: tuple[str, ...]
    names: tuple[str, ...] = NAME_TAGS


@dataclass(frozen=True, slots=True)
class Batch:
    """Inputs and targets of windows, padded; targets are `IGNORED` where a corpus does not say."""

    pieces: Tensor
    shapes: Tensor
    first: Tensor
    last: Tensor
    word_shapes: Tensor
    xpos: Tensor
    upos: Tensor
    names: Tensor
    starts: Tensor
    heads: Tensor
    labels: Tensor


Window = tuple[Sentence, ...]


def labels_of(sentences: Iterable[Sentence]) -> Labels:
    """All classes that the sentences use, sorted."""
    xpos: set[str] = set()
    upos: set[str] = set()
    labels: set[str] = set()
    for sentence in sentences:
        xpos.update(sentence.xpos or ())
        upos.update(sentence.upos or ())
        labels.update(sentence.labels or ())
    return Labels(tuple(sorted(xpos)), tuple(sorted(upos)), tuple(sorted(labels)))


def windows(sentences: Iterable[Sentence], rng: random.Random) -> Iterator[Window]:
    """Runs of neighbouring sentences of one paragraph, cut at random."""
    for _, group in groupby(sentences, key=lambda sentence: sentence.group):
        run: list[Sentence] = []
        wanted = rng.choice(SENTENCES_IN_WINDOW)
        for sentence in group:
            if run and (len(run) == wanted or sum(len(s.words) for s in [*run, sentence]) > LONGEST_WINDOW):
                yield tuple(run)
                run, wanted = [], rng.choice(SENTENCES_IN_WINDOW)
            run.append(sentence)
        if run:
            yield tuple(run)


def varied(window: Window, rng: random.Random) -> Window:
    """The window as another editor might have set it: curly quotes, another case, a headline without its stop."""
    draw = rng.random()
    if rng.random() < CURLY:
        window = tuple(_with_words(sentence, _curled(sentence)) for sentence in window)
    if draw < LOWER:
        return tuple(_with_words(sentence, [w.lower() for w in sentence.words]) for sentence in window)
    if draw < LOWER + UPPER:
        return tuple(_with_words(sentence, [w.upper() for w in sentence.words]) for sentence in window)
    if draw < LOWER + UPPER + TITLE:
        return (_without_stop(_with_words(window[0], [_titled(w) for w in window[0].words])),)
    if draw < LOWER + UPPER + TITLE + BARE:
        return (_without_stop(window[0]),)
    return window


def _with_words(sentence: Sentence, words: Sequence[str]) -> Sentence:
    return replace(sentence, words=tuple(words))


def _titled(word: str) -> str:
    return word if word in _SMALL else word[:1].upper() + word[1:]


def _curled(sentence: Sentence) -> list[str]:
    """Straight quotation marks as curly ones, an opening mark where a space stands before and none after."""
    words = []
    for i, word in enumerate(sentence.words):
        opens = not sentence.spaces[i] and (i == 0 or sentence.spaces[i - 1])
        words.append({True: "“", False: "”"}[opens] if word == '"' else _CURLED.get(word, word))
    return words


def _without_stop(sentence: Sentence) -> Sentence:
    if (
        len(sentence.words) < 3
        or sentence.words[-1] != "."
        or (sentence.heads and len(sentence.words) in sentence.heads)
    ):
        return sentence
    cut = {
        name: value[:-1]
        for name in ("words", "spaces", "xpos", "upos", "lemmas", "heads", "labels", "names")
        if (value := getattr(sentence, name)) is not None
    }
    return replace(sentence, **cut)


def batches(windows: Iterable[Window], pieces: WordPieces, labels: Labels, size: int) -> Iterator[Batch]:
    """Windows sorted by length and packed to about `size` pieces each, padding counted."""
    encoded = [(window, pieces.of([w for s in window for w in s.words])) for window in windows]
    encoded.sort(key=lambda pair: sum(map(len, pair[1])))
    chosen: list[tuple[Window, list[tuple[int, ...]]]] = []
    for window, ids in encoded:
        longest = sum(map(len, ids)) + 2
        if chosen and longest * (len(chosen) + 1) > size:
            yield _batch(chosen, pieces, labels)
            chosen = []
        chosen.append((window, ids))
    if chosen:
        yield _batch(chosen, pieces, labels)


def _batch(chosen: list[tuple[Window, list[tuple[int, ...]]]], pieces: WordPieces, labels: Labels) -> Batch:
    inputs = [_inputs(window, ids, pieces) for window, ids in chosen]
    targets = [_targets(window, labels) for window, _ in chosen]
    fills = (0, SHAPE_COUNT, 0, 0, SHAPE_COUNT)
    return Batch(
        *(_padded([row[i] for row in inputs], fill) for i, fill in enumerate(fills)),
        *(_padded([row[i] for row in targets], IGNORED) for i in range(6)),
    )


def _padded(rows: list[list[int]], fill: int) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([row + [fill] * (longest - len(row)) for row in rows])


def _inputs(window: Window, ids: list[tuple[int, ...]], pieces: WordPieces) -> tuple[list[int], ...]:
    words = [word for sentence in window for word in sentence.words]
    after = [space for sentence in window for space in sentence.spaces]
    shapes = [shape_of(word, before) for word, before in zip(words, [True, *after], strict=False)]
    return pieces.inputs(ids, shapes)


def _targets(window: Window, labels: Labels) -> tuple[list[int], ...]:
    known = [
        {name: i for i, name in enumerate(order)} for order in (labels.xpos, labels.upos, labels.names, labels.labels)
    ]
    xpos, upos, names, starts, heads, deps = ([] for _ in range(6))
    for sentence in window:
        count, before = len(sentence.words), len(starts)
        xpos += _classes(sentence.xpos, known[0], count)
        upos += _classes(sentence.upos, known[1], count)
        names += _classes(sentence.names, known[2], count)
        deps += _classes(sentence.labels, known[3], count)
        heads += [head + before if head else 0 for head in sentence.heads] if sentence.heads else [IGNORED] * count
        is_raw = sentence.xpos is None and sentence.names is None
        starts += [IGNORED] * count if is_raw else [1] + [0] * (count - 1)
    return xpos, upos, names, starts, heads, deps


def _classes(values: Sequence[str] | None, known: dict[str, int], count: int) -> list[int]:
    return [known.get(value, IGNORED) for value in values] if values else [IGNORED] * count
