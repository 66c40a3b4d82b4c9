"""The network: a small BERT encoder with heads for tags, names, sentence starts and a biaffine parser."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from dateline.nlp.pieces import SHAPE_COUNT

HIDDEN, HEADS, INNER, VOCABULARY, POSITIONS = 384, 12, 1536, 30522, 512
ARC, LABEL = 256, 96
MASKED = -1e4


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many layers the encoder has and how many classes each head chooses from."""

    layers: int
    xpos: int
    upos: int
    labels: int
    names: int


@dataclass(frozen=True, slots=True)
class Scores:
    """Logits: tags, names (batch, words, classes), starts (batch, words), arcs (batch, words, 1 + words)."""

    xpos: Tensor
    upos: Tensor
    names: Tensor
    starts: Tensor
    arcs: Tensor
    label_dependent: Tensor
    label_head: Tensor


class Attention(nn.Module):
    """Self-attention under BERT's names for its weights."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        query, key, value = (_split(part(states)) for part in (self.query, self.key, self.value))
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        return self.output(mixed.transpose(1, 2).flatten(2))


def _split(states: Tensor) -> Tensor:
    return states.unflatten(2, (HEADS, HIDDEN // HEADS)).transpose(1, 2)


class Layer(nn.Module):
    """One encoder layer, normalised after each part, as BERT's."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.attention = Attention()
        self.attention_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.inner = nn.Linear(HIDDEN, INNER)
        self.outer = nn.Linear(INNER, HIDDEN)
        self.outer_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        states = self.attention_norm(states + self.dropout(self.attention(states, mask)))
        return self.outer_norm(states + self.dropout(self.outer(functional.gelu(self.inner(states)))))


class Network(nn.Module):
    """Reads pieces with their shapes, gives `Scores` for words (position 0 of `first` and `last` is the root)."""

    def __init__(self, sizes: Sizes, dropout: float = 0.1, head_dropout: float = 0.33) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.segment = nn.Parameter(torch.zeros(HIDDEN))
        self.piece_shapes = nn.Embedding(SHAPE_COUNT + 1, HIDDEN)
        self.word_shapes = nn.Embedding(SHAPE_COUNT + 1, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(sizes.layers))
        self.mix = nn.Parameter(torch.zeros(sizes.layers + 1))
        self.dropout, self.head_dropout = nn.Dropout(dropout), nn.Dropout(head_dropout)
        self.xpos, self.upos, self.names = (nn.Linear(HIDDEN, n) for n in (sizes.xpos, sizes.upos, sizes.names))
        self.starts = nn.Linear(HIDDEN, 1)
        self.arc_dependent, self.arc_head = nn.Linear(HIDDEN, ARC), nn.Linear(HIDDEN, ARC)
        self.arc = nn.Parameter(torch.empty(ARC + 1, ARC))
        self.label_dependent, self.label_head = nn.Linear(HIDDEN, LABEL), nn.Linear(HIDDEN, LABEL)
        self.label = nn.Parameter(torch.empty(sizes.labels, LABEL + 1, LABEL + 1))
        self._start_heads()

    def _start_heads(self) -> None:
        nn.init.zeros_(self.piece_shapes.weight)
        nn.init.zeros_(self.word_shapes.weight)
        nn.init.normal_(self.arc, std=0.02)
        nn.init.normal_(self.label, std=0.02)

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor, word_shapes: Tensor) -> Scores:
        words = self.encode(pieces, shapes, first, last) + self.word_shapes(word_shapes)
        words = self.head_dropout(words)
        own = words[:, 1:]
        return Scores(
            xpos=self.xpos(own),
            upos=self.upos(own),
            names=self.names(own),
            starts=self.starts(own).squeeze(2),
            arcs=self._arcs(own, words),
            label_dependent=self.head_dropout(functional.gelu(self.label_dependent(own))),
            label_head=self.head_dropout(functional.gelu(self.label_head(words))),
        )

    def encode(self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """Words' states: the mean of their first and last pieces over a learned mix of the layers."""
        mask = ((pieces == 0) * MASKED)[:, None, None, :].to(self.mix.dtype)
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.words(pieces) + self.positions(positions) + self.segment + self.piece_shapes(shapes)
        states = self.dropout(self.norm(states))
        weights = torch.softmax(self.mix, 0)
        mixed = weights[0] * states
        for weight, layer in zip(weights[1:], self.layers, strict=True):
            states = layer(states, mask)
            mixed = mixed + weight * states
        return (_pick(mixed, first) + _pick(mixed, last)) / 2

    def _arcs(self, own: Tensor, words: Tensor) -> Tensor:
        dependent = _with_one(self.head_dropout(functional.gelu(self.arc_dependent(own))))
        head = self.head_dropout(functional.gelu(self.arc_head(words)))
        return dependent @ self.arc @ head.transpose(1, 2)

    def labels_of(self, scores: Scores, heads: Tensor) -> Tensor:
        """Label logits (batch, words, labels) of each word under the head chosen for it."""
        dependent = _with_one(scores.label_dependent)
        head = _with_one(_pick(scores.label_head, heads))
        crossed = dependent @ self.label.permute(1, 0, 2).flatten(1)
        return (crossed.unflatten(2, (self.label.shape[0], LABEL + 1)) @ head[:, :, :, None]).squeeze(3)

    def groups(self) -> Iterator[tuple[int, list[nn.Parameter]]]:
        """The encoder's parameters by depth counted from the top (1 = last layer), the heads' as depth 0."""
        depth = len(self.layers)
        inside = {id(p) for layer in self.layers for p in layer.parameters()}
        bottom = [*self.norm.parameters(), *self.positions.parameters(), self.segment]
        inside |= {id(p) for p in (*bottom, *self.words.parameters())}
        yield 0, [p for p in self.parameters() if id(p) not in inside]
        for index, layer in enumerate(self.layers):
            yield depth - index, list(layer.parameters())
        yield depth + 1, bottom


def _pick(states: Tensor, index: Tensor) -> Tensor:
    return states.gather(1, index[:, :, None].expand(-1, -1, states.shape[2]))


def _with_one(states: Tensor) -> Tensor:
    return functional.pad(states, (0, 1), value=1.0)


def segment_mask(starts: Tensor) -> Tensor:
    """What to add to arc scores so that heads stay in their own sentence; the root (column 0) is open to all."""
    sentence = starts.long().cumsum(1)
    apart = sentence[:, :, None] != sentence[:, None, :]
    return functional.pad(apart * MASKED, (1, 0))


def load_encoder(network: Network, path: Path) -> None:
    """Fills the encoder from the weights of a BERT of hidden size 384 (safetensors), its first layers if we have fewer."""
    theirs = load_file(path)
    theirs = {name.removeprefix("bert."): tensor for name, tensor in theirs.items()}
    ours = dict(network.named_parameters())
    with torch.no_grad():
        for name, source in _names(len(network.layers)):
            ours[name].copy_(theirs[source])
        network.segment.copy_(theirs["embeddings.token_type_embeddings.weight"][0])


def _names(layers: int) -> Iterator[tuple[str, str]]:
    yield "words.weight", "embeddings.word_embeddings.weight"
    yield "positions.weight", "embeddings.position_embeddings.weight"
    modules = [("norm", "embeddings.LayerNorm")]
    for i in range(layers):
        here, there = f"layers.{i}.", f"encoder.layer.{i}."
        modules += [(f"{here}attention.{part}", f"{there}attention.self.{part}") for part in ("query", "key", "value")]
        modules += [
            (f"{here}attention.output", f"{there}attention.output.dense"),
            (f"{here}attention_norm", f"{there}attention.output.LayerNorm"),
            (f"{here}inner", f"{there}intermediate.dense"),
            (f"{here}outer", f"{there}output.dense"),
            (f"{here}outer_norm", f"{there}output.LayerNorm"),
        ]
    for ours, theirs in modules:
        for part in ("weight", "bias"):
            yield f"{ours}.{part}", f"{theirs}.{part}"
