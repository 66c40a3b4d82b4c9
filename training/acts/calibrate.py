"""Weighs the scorer's confidence: `python -m training.acts.calibrate CORPUS [FOLDER]`.

Each batch of the train split is read by a head that was trained on the others, so that the confidence is learned from
opinions as good as those on texts never seen.
"""

import argparse
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from shutil import copytree

import numpy as np
from sklearn.linear_model import LogisticRegression

from dateline.coding.scorer import Calibration
from dateline.config import Settings
from dateline.evaluate.corpus import CorpusText, pairs_of, read
from dateline.evaluate.gold import Case
from dateline.model import Document
from dateline.pipeline import Pipeline, build
from training import WEIGHTS
from training.acts.fold import fold
from training.acts.learning import NONE, trained
from training.acts.material import of_corpus, of_examples
from training.acts.states import StateReader

FOLDS = 4


@dataclass(frozen=True, slots=True)
class Judged:
    """An event's features, and whether it was right."""

    features: Mapping[str, float]
    right: bool


@dataclass(frozen=True, slots=True)
class Witness(Calibration):
    """A calibration that doubts nothing and remembers the features of every act; its confidence is their place."""

    seen: list[Mapping[str, float]] = field(default_factory=list)

    def confidence(self, features: Mapping[str, float]) -> float:
        self.seen.append(features)
        return float(len(self.seen) - 1)


def main() -> None:
    """Reads the arguments, and writes `scorer.json` beside the network."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path, nargs="?", default=WEIGHTS)
    parser.add_argument("--propose", type=float, default=0.45)
    parser.add_argument("--least", type=float, default=0.03)
    options = parser.parse_args()
    found = list(cross_judged(options.corpus, options.folder, options.propose))
    facts = {"propose": options.propose, "least": options.least, "weights": weighed(found)}
    (options.folder / "scorer.json").write_text(json.dumps(facts, indent=1) + "\n", "utf8")
    tested = list(judged(build(Settings()), sorted((options.corpus / "test").glob("*.jsonl")), options.propose))
    error = calibration_error(tested, Calibration(0.0, 0.0, facts["weights"]))
    print(
        f"{len(found)} events of train, {sum(each.right for each in found)} right; calibration error on test {error:.3f}"
    )


def calibration_error(judged: Sequence[Judged], calibration: Calibration, bins: int = 10) -> float:
    """The expected calibration error: how far mean confidence and share right are apart in bins of equal width."""
    confidence = np.array([calibration.confidence(each.features) for each in judged])
    right = np.array([each.right for each in judged])
    inside = [np.minimum((confidence * bins).astype(int), bins - 1) == number for number in range(bins)]
    gaps = [abs(confidence[own].mean() - right[own].mean()) * own.sum() for own in inside if own.any()]
    return float(sum(gaps) / len(judged))


def weighed(judged: Sequence[Judged]) -> dict[str, float]:
    """The weights of a logistic regression of right on the features."""
    names = list(judged[0].features)
    rows = np.array([[each.features[name] for name in names] for each in judged])
    model = LogisticRegression(C=1.0, fit_intercept=False, max_iter=1000)
    model.fit(rows, [each.right for each in judged])
    return {name: round(float(weight), 4) for name, weight in zip(names, model.coef_[0], strict=True)}


def cross_judged(corpus: Path, folder: Path, propose: float) -> Iterator[Judged]:
    """The train split's events, each batch coded with a head that has not seen it."""
    files = sorted((corpus / "train").glob("*.jsonl"))
    examples = list(of_examples(build(Settings())))
    reader = StateReader(folder)
    for number in range(min(FOLDS, len(files))):
        left_out = files[number::FOLDS]
        windows = [*of_corpus([file for file in files if file not in left_out]), *examples]
        with tempfile.TemporaryDirectory() as made:
            copy = Path(copytree(folder, Path(made) / "weights"))
            pipeline = build(replace(Settings(), model=str(copy)))
            acts = (NONE, *sorted(pipeline.coder.ontology.types))
            fold(trained(windows, reader, acts), copy / "network.onnx")
            yield from judged(build(replace(Settings(), model=str(copy))), left_out, propose)


def judged(pipeline: Pipeline, files: Iterable[Path], propose: float) -> Iterator[Judged]:
    """What the pipeline codes in these texts, with a scorer that doubts nothing."""
    texts = [read(json.loads(line)) for file in files for line in file.read_text("utf8").splitlines()]
    witness = Witness(propose, -1.0, {})
    tools = pipeline.coder.tools
    assert tools.scorer is not None
    coder = replace(pipeline.coder, tools=replace(tools, scorer=replace(tools.scorer, calibration=witness)))
    for text, document in zip(texts, pipeline.code(text.document for text in texts), strict=True):
        yield from _judged(text, coder(replace(document, events=None)), witness)


def _judged(text: CorpusText, document: Document, witness: Witness) -> Iterator[Judged]:
    events = document.events or ()
    right = {event.id for _, event in pairs_of(Case(text, events))}
    for event in events:
        assert event.confidence is not None
        yield Judged(witness.seen[int(event.confidence)], event.id in right)


if __name__ == "__main__":
    main()
