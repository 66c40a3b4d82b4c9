"""Scores the status of predicates against how certain readers found them, from -3 (surely not) to 3 (surely)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from spacy.tokens import Token

from dateline.errors import BadRecord
from dateline.evaluate.gold import Fields, read_lines
from dateline.evaluate.typesetting import typeset
from dateline.model import Document, Status
from dateline.stage import Stage

VALUES: Mapping[Status, float] = {
    "actual": 3.0, "planned": 1.5, "possible": 1.5, "hypothetical": 0.0, "negated": -1.5,
}  # fmt: skip
"""Where each status stands on the scale of -3, -1.5, 0, 1.5, 3; "not" alone leaves readers at about -1.5."""

Flags = npt.NDArray[np.bool_]

_NEGATED, _CERTAIN = -0.75, 2.25
"""Halfway between the steps of the scale: below the first a predicate is denied, from the second on it is certain."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate of gold: the place in its text where its word begins, and its mean label."""

    start: int
    label: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """A gold predicate with its word and the status that it got."""

    word: Token
    label: float
    status: Status


@dataclass(frozen=True, slots=True)
class Found:
    """Which predicates of a kind were found, as shares of 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class FactualityScore:
    """Mean absolute error and Pearson's r of the statuses' values; predicates that are denied, and those left open."""

    predicates: int
    error: float
    r: float
    negated: Found
    uncertain: Found


def verdicts(path: Path, parse: Stage, status_of: Callable[[Token], Status]) -> list[Verdict]:
    """The statuses of all predicates in a gold file; UnreadableFile, and BadRecord with file and line."""
    gold = [_sentence(path, number, fields) for number, fields in read_lines(path)]
    parsed = parse([document for document, _ in gold])
    found: list[Verdict] = []
    for document, (_, predicates) in zip(parsed, gold, strict=True):
        words = {word.idx: word for word in document.parse or ()}
        known = ((words.get(each.start), each.label) for each in predicates)
        found += [Verdict(word, label, status_of(word)) for word, label in known if word is not None]
    return found


def score(found: Sequence[Verdict]) -> FactualityScore:
    """The score of some verdicts."""
    gold = np.array([each.label for each in found])
    coded = np.array([VALUES[each.status] for each in found])
    denied = np.array([each.status == "negated" for each in found])
    open_ = np.array([each.status in ("planned", "possible", "hypothetical") for each in found])
    gold_denied, gold_open = gold < _NEGATED, (gold >= _NEGATED) & (gold < _CERTAIN)
    return FactualityScore(
        predicates=len(found),
        error=float(np.abs(gold - coded).mean()),
        r=float(np.corrcoef(gold, coded)[0, 1]),
        negated=Found(_share(gold_denied, denied), _share(denied, gold_denied)),
        uncertain=Found(_share(gold_open, open_), _share(open_, gold_open)),
    )


def _share(these: Flags, of: Flags) -> float:
    return float((these & of).sum() / of.sum()) if of.any() else 0.0


def _sentence(path: Path, number: int, fields: Fields) -> tuple[Document, list[Predicate]]:
    try:
        text, starts = typeset(fields["text"].split(" "))
        predicates = [Predicate(starts[each["span1"][0]], float(each["label"])) for each in fields["targets"]]
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise BadRecord(path, f"no sentence with targets, span1 and label: {error!r}", number) from error
    return Document(str(number), text), predicates
