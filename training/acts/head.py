"""The head: a learned mix of the encoder's layers, one hidden layer, and a choice among the types for every word."""

import random
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import Tensor, nn

from training.acts.states import States

MIXES, WIDTH = 3, 256
EPOCHS, BATCH, RATE, DECAY = 14, 16, 1.5e-3, 0.05
IGNORED = -100

Example = tuple[States, Sequence[int]]
"""States of a window's words, and the class of each."""


class ActHead(nn.Module):
    """From states (batch, layers, words, width) to logits (batch, words, classes)."""

    def __init__(self, layers: int, width: int, classes: int) -> None:
        super().__init__()
        self.mix = nn.Parameter(torch.zeros(MIXES, layers))
        self.norm = nn.LayerNorm(width)
        self.inner = nn.Linear(MIXES * width, WIDTH)
        self.outer = nn.Linear(WIDTH, classes)
        self.dropout = nn.Dropout(0.3)

    def forward(self, states: Tensor) -> Tensor:
        mixed = torch.einsum("ml,blwd->bwmd", self.mix.softmax(1), self.norm(states)).flatten(2)
        return self.outer(self.dropout(torch.relu(self.inner(self.dropout(mixed)))))


def train(examples: Sequence[Example], classes: int, seed: int = 1) -> ActHead:
    """A head trained on all examples for a fixed number of epochs."""
    torch.manual_seed(seed)
    order, rng = list(examples), random.Random(seed)
    head = ActHead(examples[0][0].shape[0], examples[0][0].shape[2], classes)
    optimizer = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(order) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, steps)
    loss_of = nn.CrossEntropyLoss(ignore_index=IGNORED)
    for _ in range(EPOCHS):
        rng.shuffle(order)
        for states, classes_told in _batches(order):
            loss = loss_of(head(states).flatten(0, 1), classes_told.flatten())
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(head.parameters(), 1.0)
            optimizer.step()
            schedule.step()
    return head.eval()


def _batches(examples: Sequence[Example]) -> Iterator[tuple[Tensor, Tensor]]:
    for start in range(0, len(examples), BATCH):
        chosen = examples[start : start + BATCH]
        layers, _, width = chosen[0][0].shape
        longest = max(states.shape[1] for states, _ in chosen)
        states = np.zeros((len(chosen), layers, longest, width), dtype=np.float32)
        told = np.full((len(chosen), longest), IGNORED)
        for row, (own, classes) in enumerate(chosen):
            states[row, :, : own.shape[1]] = own
            told[row, : len(classes)] = classes
        yield torch.from_numpy(states), torch.from_numpy(told)
