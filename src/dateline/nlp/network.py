"""The trained network, run by ONNX Runtime over windows of words."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from dateline.nlp.pieces import SHAPE_COUNT, WordPieces, shape_of
from dateline.nlp.windows import Word

BATCH_PIECES = 512
"""Pieces in a batch, padding counted; larger batches fall out of the processor's cache."""

OUTPUTS = ("xpos", "upos", "labels", "starts", "heads", "arcs", "names", "acts")

Integers = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network makes of one window: a row a word. Arcs have a column for the root before those for the words.

    `heads` counts words of the window from 1, 0 is the root; `names` holds logits in the order of `Classes.names`, `acts`
    probabilities in that of `Classes.acts`.
    """

    xpos: Integers
    upos: Integers
    labels: Integers
    starts: NDArray[np.bool_]
    heads: Integers
    arcs: Floats
    names: Floats
    acts: Floats


@dataclass(frozen=True, slots=True)
class Classes:
    """What the indices that the network gives stand for."""

    xpos: tuple[str, ...]
    upos: tuple[str, ...]
    labels: tuple[str, ...]
    names: tuple[str, ...]
    acts: tuple[str, ...]


class Network:
    """Loads `network.onnx`, `tokenizer.json` and `classes.json` of a folder."""

    def __init__(self, folder: Path, threads: int) -> None:
        self.pieces = WordPieces(folder / "tokenizer.json")
        facts = json.loads((folder / "classes.json").read_text("utf8"))
        self.classes = Classes(*(tuple(facts[name]) for name in ("xpos", "upos", "labels", "names", "acts")))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(folder / "network.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def read(self, windows: Sequence[Sequence[Word]]) -> list[Reading]:
        """A reading for each window, in their order; windows of like length share a batch."""
        pieces = [self.pieces.of([word.text for word in window]) for window in windows]
        readings: dict[int, Reading] = {}
        for chosen in _batches([sum(map(len, ids)) + 2 for ids in pieces]):
            inputs = [self.pieces.inputs(pieces[i], _shapes(windows[i])) for i in chosen]
            for i, reading in zip(chosen, self._run(inputs), strict=True):
                readings[i] = reading
        return [readings[i] for i in range(len(windows))]

    def _run(self, inputs: list[tuple[list[int], ...]]) -> Iterator[Reading]:
        names = ("pieces", "shapes", "first", "last", "word_shapes")
        fills = (0, SHAPE_COUNT, 0, 0, SHAPE_COUNT)
        feed = {name: _padded([row[i] for row in inputs], fills[i]) for i, name in enumerate(names)}
        outputs = self._session.run(list(OUTPUTS), feed)
        for row, (_, _, first, _, _) in enumerate(inputs):
            count = len(first) - 1
            reading = Reading(*(output[row][:count] for output in outputs))
            yield replace(reading, arcs=reading.arcs[:, : count + 1])


def _shapes(words: Sequence[Word]) -> list[int]:
    return [shape_of(word.text, word.space_before) for word in words]


def _batches(lengths: list[int]) -> Iterator[list[int]]:
    chosen: list[int] = []
    for i in sorted(range(len(lengths)), key=lengths.__getitem__):
        if chosen and lengths[i] * (len(chosen) + 1) > BATCH_PIECES:
            yield chosen
            chosen = []
        chosen.append(i)
    if chosen:
        yield chosen


def _padded(rows: list[list[int]], fill: int) -> Integers:
    padded = np.full((len(rows), max(map(len, rows))), fill, dtype=np.int64)
    for i, row in enumerate(rows):
        padded[i, : len(row)] = row
    return padded
