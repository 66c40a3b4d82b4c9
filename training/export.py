"""Exports a run as one ONNX graph with int8 weights: `python -m training.export RUN [FOLDER]`."""

import argparse
import json
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quant_pre_process, quantize_dynamic
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from torch import Tensor, nn

from dateline.nlp.pieces import SHAPE_COUNT
from training import WEIGHTS
from training.network import HEADS, MASKED, Attention, Network, segment_mask
from training.train import base_folder, load_run

OPSET = 17
BLOCK = 128
"""Weights that share a scale; divides the widths of all layers."""
FEED_FORWARD = re.compile(r"/(inner|outer)/MatMul")
INPUTS = ("pieces", "shapes", "first", "last", "word_shapes")
OUTPUTS = ("xpos", "upos", "labels", "starts", "heads", "arcs", "names")


class Decided(nn.Module):
    """The network with everything decided that needs no search: tags, sentence starts, heads, labels."""

    def __init__(self, network: Network, root: int) -> None:
        super().__init__()
        self.network = network
        penalty = torch.zeros(network.label.shape[0])
        penalty[root] = MASKED
        self.register_buffer("penalty", penalty)

    def forward(
        self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor, word_shapes: Tensor
    ) -> tuple[Tensor, ...]:
        scores = self.network(pieces, shapes, first, last, word_shapes)
        real = word_shapes[:, 1:] != SHAPE_COUNT
        first_word = torch.cumsum(torch.ones_like(scores.starts), 1) == 1
        starts = (scores.starts > 0) | first_word
        arcs = scores.arcs + segment_mask(starts) + nn.functional.pad(~real * MASKED, (1, 0))[:, None, :]
        heads = arcs.argmax(2)
        labels = self.network.labels_of(scores, heads) + self.penalty
        return scores.xpos.argmax(2), scores.upos.argmax(2), labels.argmax(2), starts, heads, arcs, scores.names


class FusedAttention(torch.autograd.Function):
    """Attention that becomes one ONNX Runtime node instead of a dozen."""

    @staticmethod
    def forward(ctx: Any, query: Tensor, key: Tensor, value: Tensor, bias: Tensor, keep: Tensor) -> Tensor:
        return query

    @staticmethod
    def symbolic(g: Any, query: Any, key: Any, value: Any, bias: Any, keep: Any) -> Any:
        node = g.op("com.microsoft::MultiHeadAttention", query, key, value, bias, keep, num_heads_i=HEADS)
        return node.setType(query.type())


def fused_forward(attention: Attention, states: Tensor, mask: Tensor) -> Tensor:
    """`Attention.forward` for export; the biases go into the fused node."""
    parts = (attention.query, attention.key, attention.value)
    query, key, value = (states @ part.weight.T for part in parts)
    bias = torch.cat([part.bias for part in parts])
    keep = (mask[:, 0, 0, :] == 0).int()
    return attention.output(FusedAttention.apply(query, key, value, bias, keep))


def main() -> None:
    """Writes `network.onnx`, `classes.json` and `tokenizer.json`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("folder", type=Path, nargs="?", default=WEIGHTS)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    network, labels = load_run(options.run)
    Attention.forward = fused_forward  # type: ignore[method-assign]
    with tempfile.TemporaryDirectory() as made:
        exported, prepared = Path(made) / "exported.onnx", Path(made) / "prepared.onnx"
        export(Decided(network, labels.labels.index("root")), exported)
        quant_pre_process(str(exported), str(prepared), skip_symbolic_shape=True)
        quantize(prepared, options.folder / "network.onnx")
    facts = {name: getattr(labels, name) for name in ("xpos", "upos", "labels", "names")}
    (options.folder / "classes.json").write_text(json.dumps(facts, indent=1) + "\n", "utf8")
    shutil.copyfile(base_folder() / "tokenizer.json", options.folder / "tokenizer.json")


def quantize(prepared: Path, target: Path) -> None:
    """Weights in 8 bits: of the feed-forward layers in blocks, with activations scaled row by row, of the rest by channel.

    Feed-forward activations have outliers that one scale for a whole batch serves badly; in blocks all would be slower.
    """
    model = onnx.load(prepared)
    others = [node.name for node in model.graph.node if node.op_type == "MatMul" and not FEED_FORWARD.search(node.name)]
    blocks = MatMulNBitsQuantizer(
        model, bits=8, block_size=BLOCK, is_symmetric=True, accuracy_level=4, nodes_to_exclude=others
    )
    blocks.process()
    onnx.save(blocks.model.model, prepared)
    quantize_dynamic(prepared, target, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)


def export(model: nn.Module, path: Path) -> None:
    """The graph in float32, batch, piece and word counts left open."""
    words, pieces = (
        torch.tensor([[0, 1, 2, 0], [0, 1, 3, 4]]),
        torch.tensor([[101, 2023, 2003, 102, 0, 0], [101, 5, 6, 7, 8, 102]]),
    )
    shapes = torch.full_like(pieces, 2)
    inputs = (pieces, shapes, words, words, torch.tensor([[SHAPE_COUNT, 1, 1, SHAPE_COUNT], [SHAPE_COUNT, 1, 1, 1]]))
    sizes = {name: {0: "batch", 1: "pieces" if name in {"pieces", "shapes"} else "nodes"} for name in INPUTS}
    sizes |= {name: {0: "batch", 1: "words"} for name in OUTPUTS} | {"arcs": {0: "batch", 1: "words", 2: "nodes"}}
    torch.onnx.export(
        model.eval(),
        inputs,
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=sizes,
        opset_version=OPSET,
        custom_opsets={"com.microsoft": 1},
        dynamo=False,
    )


if __name__ == "__main__":
    main()
