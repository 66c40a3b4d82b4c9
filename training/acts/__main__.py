"""Trains the head on the corpus's train split and folds it into the network: `python -m training.acts CORPUS [FOLDER]`."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from dateline.config import Settings
from dateline.pipeline import build
from training import WEIGHTS
from training.acts.fold import fold
from training.acts.learning import NONE, trained
from training.acts.material import of_corpus, of_examples
from training.acts.states import StateReader


def main() -> None:
    """Reads the arguments, trains, and rewrites `network.onnx` and `classes.json` of the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path, nargs="?", default=WEIGHTS)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    pipeline = build(Settings())
    acts = (NONE, *sorted(pipeline.coder.ontology.types))
    windows = [*of_corpus(sorted((options.corpus / "train").glob("*.jsonl"))), *of_examples(pipeline)]
    fold(trained(windows, StateReader(options.folder), acts, options.seed), options.folder / "network.onnx")
    _name_classes(options.folder / "classes.json", acts)
    print(f"{len(windows)} windows, {sum(any(window.acts) for window in windows)} with acts")


def _name_classes(path: Path, acts: Sequence[str]) -> None:
    facts = json.loads(path.read_text("utf8"))
    path.write_text(json.dumps({**facts, "acts": list(acts)}, indent=1) + "\n", "utf8")


if __name__ == "__main__":
    main()
