"""The encoder's states of words, layer by layer, as the shipped network gives them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray

from dateline.nlp.pieces import WordPieces, shape_of
from dateline.nlp.windows import Word

FIRST_LAYER = "/network/norm/LayerNormalization_output_0"
LAYER = "/network/layers.{}/outer_norm/LayerNormalization_output_0"
INPUTS = ("pieces", "shapes", "first", "last", "word_shapes")

States = NDArray[np.float16]
"""(layers, words, width)"""


def layers_of(model: onnx.ModelProto) -> list[str]:
    """The names of the pieces' states after the embeddings and after each layer."""
    made = {name for node in model.graph.node for name in node.output}
    deeper = (LAYER.format(number) for number in range(len(made)))
    return [FIRST_LAYER, *(name for name in deeper if name in made)]


class StateReader:
    """Runs a network for the states inside it."""

    def __init__(self, folder: Path) -> None:
        self._pieces = WordPieces(folder / "tokenizer.json")
        model = onnx.load(folder / "network.onnx")
        self._layers = layers_of(model)
        for name in self._layers:
            model.graph.output.append(onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None))
        self._session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])

    def read(self, windows: Sequence[Sequence[Word]]) -> Iterator[States]:
        """A word's state is the mean of its first and last piece's."""
        for window in windows:
            rows = self.inputs(window)
            feed = {name: np.array([row]) for name, row in zip(INPUTS, rows, strict=True)}
            first, last = np.array(rows[2][1:]), np.array(rows[3][1:])
            states = [layer[0] for layer in self._session.run(self._layers, feed)]
            yield np.stack([(layer[first] + layer[last]) / 2 for layer in states]).astype(np.float16)

    def inputs(self, window: Sequence[Word]) -> tuple[list[int], ...]:
        """The network's inputs for a window, in the order of `INPUTS`."""
        ids = self._pieces.of([word.text for word in window])
        return self._pieces.inputs(ids, [shape_of(word.text, word.space_before) for word in window])
