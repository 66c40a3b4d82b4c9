"""Quick figures on gold words while training runs; `training.evaluate` measures from raw text."""

import random

import torch

from dateline.nlp.pieces import WordPieces
from training.batches import IGNORED, Labels, batches, windows
from training.corpora import Sentence
from training.losses import scores_of
from training.network import Network, segment_mask


def attachment(network: Network, sentences: list[Sentence], pieces: WordPieces, labels: Labels) -> dict[str, float]:
    """UAS, LAS, XPOS, sentence-start F and name-tag accuracy (off O) in per cent, without tree decoding."""
    network.eval()
    right = dict.fromkeys(("uas", "las", "xpos", "names"), 0)
    words = named = starts = found = both = 0
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        for batch in batches(windows(sentences, random.Random(0)), pieces, labels, 6000):
            scores = scores_of(network, batch)
            real = batch.starts != IGNORED
            begins = (scores.starts > 0) & real
            arcs = (scores.arcs + segment_mask(begins)).argmax(2)
            tags = network.labels_of(scores, arcs).argmax(2)
            attached = (arcs == batch.heads) & real
            right["uas"] += int(attached.sum())
            right["las"] += int((attached & (tags == batch.labels)).sum())
            right["xpos"] += int(((scores.xpos.argmax(2) == batch.xpos) & real).sum())
            name = (batch.names > 0) & real
            right["names"] += int(((scores.names.argmax(2) == batch.names) & name).sum())
            named += int(name.sum())
            words += int(real.sum())
            starts, found = starts + int((batch.starts == 1).sum()), found + int(begins.sum())
            both += int((begins & (batch.starts == 1)).sum())
    figures = {key: 100 * value / (named if key == "names" else words) for key, value in right.items()}
    figures["starts"] = 200 * both / (starts + found)
    return {key: round(value, 2) for key, value in figures.items()}
