"""What training minimises: cross-entropy on what a corpus says, divergence from what a teacher thinks."""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from dateline.nlp.pieces import SHAPE_COUNT
from training.batches import IGNORED, Batch
from training.network import Network, Scores, segment_mask

TEACHER_NAMES_WEIGHT = 0.3
"""A teacher is less sure a guide to names than to syntax."""


def scores_of(network: Network, batch: Batch) -> Scores:
    """What the network makes of a batch."""
    return network(batch.pieces, batch.shapes, batch.first, batch.last, batch.word_shapes)


def corpus_loss(network: Network, scores: Scores, batch: Batch) -> Tensor:
    """Sum of all heads' mean losses over the words that carry each kind of label."""
    parts = [
        _entropy(scores.xpos, batch.xpos),
        _entropy(scores.upos, batch.upos),
        _entropy(scores.names, batch.names),
        _starts(scores.starts, batch.starts),
        _entropy(scores.arcs.float() + segment_mask(batch.starts == 1), batch.heads),
        _entropy(network.labels_of(scores, batch.heads.clamp(min=0)), batch.labels),
    ]
    return torch.stack(parts).sum()


def _entropy(logits: Tensor, target: Tensor) -> Tensor:
    if not (target != IGNORED).any():
        return torch.zeros(())
    return functional.cross_entropy(logits.flatten(0, 1).float(), target.flatten(), ignore_index=IGNORED)


def _starts(logits: Tensor, target: Tensor) -> Tensor:
    known = target != IGNORED
    if not known.any():
        return torch.zeros(())
    return functional.binary_cross_entropy_with_logits(logits[known].float(), target[known].float())


def teacher_loss(network: Network, scores: Scores, teachers: Sequence[Network], batch: Batch) -> Tensor:
    """Divergence (Kullback–Leibler, summed over heads, mean over words) from the choices of the teachers' mean scores."""
    real = batch.word_shapes[:, 1:] != SHAPE_COUNT
    with torch.no_grad():
        all_wanted = [scores_of(teacher, batch) for teacher in teachers]
        starts = _mean([wanted.starts for wanted in all_wanted])
        mask = segment_mask(starts > 0)
        arcs = _mean([wanted.arcs for wanted in all_wanted]).float() + mask
        heads = arcs.argmax(2)
        labels = _mean([t.labels_of(w, heads) for t, w in zip(teachers, all_wanted, strict=True)])
        xpos, upos, names = (_mean([getattr(w, head) for w in all_wanted]) for head in ("xpos", "upos", "names"))
    parts = [
        _divergence(scores.xpos[real], xpos[real]),
        _divergence(scores.upos[real], upos[real]),
        TEACHER_NAMES_WEIGHT * _divergence(scores.names[real], names[real]),
        functional.binary_cross_entropy_with_logits(scores.starts[real].float(), starts[real].float().sigmoid()),
        _divergence((scores.arcs + mask)[real], arcs[real]),
        _divergence(network.labels_of(scores, heads)[real], labels[real]),
    ]
    return torch.stack(parts).sum()


def _mean(scores: Sequence[Tensor]) -> Tensor:
    return torch.stack([score.float() for score in scores]).mean(0)


def _divergence(logits: Tensor, wanted: Tensor) -> Tensor:
    ours, theirs = functional.log_softmax(logits.float(), 1), functional.log_softmax(wanted.float(), 1)
    return functional.kl_div(ours, theirs, log_target=True, reduction="batchmean")
