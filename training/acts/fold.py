"""Folds a head into the shipped network's graph, in place of the one that is there."""

import tempfile
from pathlib import Path

import onnx
import torch
from torch import Tensor, nn

from training.acts.head import ActHead
from training.acts.states import layers_of

OUTPUT, PREFIX = "acts", "acts/"
OPSET = 17


class Folded(nn.Module):
    """From the layers' states of pieces, and each word's first and last piece, to the probabilities of words."""

    def __init__(self, head: ActHead) -> None:
        super().__init__()
        self.head = head

    def forward(self, first: Tensor, last: Tensor, *layers: Tensor) -> Tensor:
        words = [(_pick(layer, first) + _pick(layer, last)) / 2 for layer in layers]
        return torch.softmax(self.head(torch.stack(words, 1)[:, :, 1:]), 2)


def _pick(states: Tensor, index: Tensor) -> Tensor:
    return states.gather(1, index[:, :, None].expand(-1, -1, states.shape[2]))


def fold(head: ActHead, network: Path) -> None:
    """Writes the network's file anew with this head's output."""
    model = without_head(onnx.load(network))
    layers = layers_of(model)
    part = _graph_of(head, layers)
    kept = {"first", "last", OUTPUT, *layers}
    for node in part.graph.node:
        node.name = PREFIX + node.name
        node.input[:] = [_named(name, kept) for name in node.input]
        node.output[:] = [_named(name, kept) for name in node.output]
    for weights in part.graph.initializer:
        weights.name = _named(weights.name, kept)
    model.graph.node.extend(part.graph.node)
    model.graph.initializer.extend(part.graph.initializer)
    model.graph.output.extend(part.graph.output)
    onnx.save(model, network)


def without_head(model: onnx.ModelProto) -> onnx.ModelProto:
    """The model less any head that was folded in."""
    graph = model.graph
    for parts in (graph.node, graph.initializer):
        for part in [part for part in parts if part.name.startswith(PREFIX)]:
            parts.remove(part)
    for output in [output for output in graph.output if output.name == OUTPUT]:
        graph.output.remove(output)
    return model


def _named(name: str, kept: set[str]) -> str:
    return name if name in kept or not name else PREFIX + name


def _graph_of(head: ActHead, layers: list[str]) -> onnx.ModelProto:
    states = [torch.zeros(2, 6, head.norm.normalized_shape[0]) for _ in layers]
    words = torch.tensor([[0, 1, 2, 0], [0, 1, 3, 4]])
    axes = {name: {0: "batch", 1: "pieces"} for name in layers} | {
        name: {0: "batch", 1: "nodes"} for name in ("first", "last")
    }
    with tempfile.TemporaryDirectory() as made:
        path = Path(made) / "head.onnx"
        torch.onnx.export(
            Folded(head).eval(),
            (words, words, *states),
            str(path),
            input_names=["first", "last", *layers],
            output_names=[OUTPUT],
            dynamic_axes={**axes, OUTPUT: {0: "batch", 1: "words"}},
            opset_version=OPSET,
            dynamo=False,
        )
        return onnx.load(path)
