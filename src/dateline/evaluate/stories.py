"""Scores stories against gold: which documents report one happening."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import BadRecord
from dateline.evaluate.gold import read_lines, words
from dateline.stories.features import Features
from dateline.stories.linking import Dated, StoryLinker, stories_of
from dateline.stories.ranks import word_ranks


@dataclass(frozen=True, slots=True)
class Stories:
    """B³ over documents (Bagga and Baldwin 1998), each document counting once."""

    documents: int
    gold: int
    found: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def evaluate_stories(path: Path) -> Stories:
    """Links the texts of a file of JSON lines (id, text, story) in its order and scores the stories.

    Raises UnreadableFile, and BadRecord with file and line.
    """
    gold, texts = dict[str, str](), dict[str, str]()
    for number, fields in read_lines(path):
        try:
            gold[words(fields, "id")] = words(fields, "story")
            texts[words(fields, "id")] = words(fields, "text")
        except ValueError as error:
            raise BadRecord(path, str(error), number) from None
    weigh, linker = Features(word_ranks()), StoryLinker()
    return score(gold, stories_of([linker.add(Dated(id, weigh(text), None)) for id, text in texts.items()]))


def score(gold: Mapping[str, str], found: Mapping[str, str]) -> Stories:
    """Compares two partitions of the same documents."""
    precision, recall = _b_cubed(gold, found), _b_cubed(found, gold)
    return Stories(len(gold), len(set(gold.values())), len(set(found.values())), precision, recall)


def _b_cubed(gold: Mapping[str, str], found: Mapping[str, str]) -> float:
    """For a document the share of its found cluster that is of its gold cluster, on average."""
    own, theirs = _clusters(gold), _clusters(found)
    shares = [len(theirs[found[id]] & own[gold[id]]) / len(theirs[found[id]]) for id in gold]
    return sum(shares) / len(shares)


def _clusters(partition: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    members: defaultdict[str, set[str]] = defaultdict(set)
    for id, cluster in partition.items():
        members[cluster].add(id)
    return {cluster: frozenset(ids) for cluster, ids in members.items()}
