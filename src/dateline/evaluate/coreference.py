"""Scores chains against gold chains: MUC (Vilain 1995), B³ (Bagga 1998), CEAFe (Luo 2005), and the links of pronouns."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import linear_sum_assignment

from dateline.errors import UnreadableFile
from dateline.evaluate.gum import GoldDocument, read_gum
from dateline.model import Document
from dateline.stage import Stage

Chains = Sequence[frozenset[int]]


@dataclass(frozen=True, slots=True)
class Share:
    """What was right of what could be, on both sides."""

    right: float
    found: float
    right_gold: float
    gold: float

    @property
    def precision(self) -> float:
        """0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """0 where gold has nothing."""
        return self.right_gold / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __add__(self, other: "Share") -> "Share":
        return Share(
            self.right + other.right,
            self.found + other.found,
            self.right_gold + other.right_gold,
            self.gold + other.gold,
        )


NOTHING = Share(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Coreference:
    """How the chains of some documents fared; `mentions` and `pronouns` are shares of mentions and of pronoun links."""

    documents: int
    mentions: Share
    muc: Share
    b_cubed: Share
    ceaf: Share
    pronouns: Share

    @property
    def shares(self) -> tuple[tuple[str, Share], ...]:
        """All measures by the names that reports give them."""
        return (
            ("mentions", self.mentions),
            ("MUC", self.muc),
            ("B³", self.b_cubed),
            ("CEAFe", self.ceaf),
            ("pronoun links", self.pronouns),
        )

    @property
    def mean(self) -> float:
        """The mean F1 of the three measures, as CoNLL 2012 has it."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf.f1) / 3


def evaluate_coreference(path: Path, stage: Stage, genres: Sequence[str] = ()) -> Coreference:
    """Reads the raw texts of a GUM file and scores their chains of two mentions or more, matched by head words.

    Documents that the stage gives up are left out. Raises UnreadableFile, also where the file has no such genre, and
    BadRecord.
    """
    gold = {each.document.id: each for each in read_gum(path, genres)}
    if not gold:
        raise UnreadableFile(path, f"no document of {', '.join(genres) or 'any genre'} in it")
    return coreference_of((gold[coded.id], coded) for coded in stage([each.document for each in gold.values()]))


def coreference_of(pairs: Iterable[tuple[GoldDocument, Document]]) -> Coreference:
    """The score of documents with their gold, summed over documents before shares are taken."""
    count = 0
    totals = [NOTHING] * 5
    for gold, document in pairs:
        count += 1
        found = found_chains(document, gold.appositions)
        every = (
            _mentions(gold.chains, found),
            muc(gold.chains, found),
            b_cubed(gold.chains, found),
            ceaf(gold.chains, found),
            pronoun_links(gold, found, document),
        )
        totals = [total + one for total, one in zip(totals, every, strict=True)]
    return Coreference(count, *totals)


def found_chains(document: Document, appositions: Mapping[int, int]) -> list[frozenset[int]]:
    """The chains of two mentions or more, each mention by the place where its head begins.

    An apposition counts as what it stands beside, so that a chain of these two alone has one mention.
    """
    heads = {mention.span: mention.head.start for mention in document.mentions or ()}
    places = ((heads[span] for span in chain.mentions) for chain in document.chains or ())
    chains = (frozenset(appositions.get(place, place) for place in each) for each in places)
    return [chain for chain in chains if len(chain) > 1]


def _mentions(gold: Chains, found: Chains) -> Share:
    ours, theirs = set().union(*found, set()), set().union(*gold, set())
    return Share(len(ours & theirs), len(ours), len(ours & theirs), len(theirs))


def muc(gold: Chains, found: Chains) -> Share:
    """Links that need not be cut: a chain in n parts on the other side has lost n - 1 of its size - 1 links."""
    return Share(*_kept_links(found, gold), *_kept_links(gold, found))


def _kept_links(chains: Chains, others: Chains) -> tuple[int, int]:
    of = {mention: index for index, other in enumerate(others) for mention in other}
    kept = 0
    for chain in chains:
        parts = {of[mention] for mention in chain if mention in of}
        kept += len(chain) - len(parts) - sum(mention not in of for mention in chain)
    return kept, sum(len(chain) - 1 for chain in chains)


def b_cubed(gold: Chains, found: Chains) -> Share:
    """For each mention the share of its chain that the other side's chain has, too."""
    return Share(*_overlaps(found, gold), *_overlaps(gold, found))


def _overlaps(chains: Chains, others: Chains) -> tuple[float, int]:
    of = {mention: other for other in others for mention in other}
    nobody: frozenset[int] = frozenset()
    shares = (len(chain & of.get(mention, nobody)) / len(chain) for chain in chains for mention in chain)
    return sum(shares), sum(map(len, chains))


def ceaf(gold: Chains, found: Chains) -> Share:
    """The best one-to-one alignment of chains, each pair worth twice its overlap over the sum of its sizes."""
    if not gold or not found:
        return Share(0, len(found), 0, len(gold))
    worth = np.array([[2 * len(one & other) / (len(one) + len(other)) for other in found] for one in gold])
    total = float(worth[linear_sum_assignment(worth, maximize=True)].sum())
    return Share(total, len(found), total, len(gold))


def pronoun_links(gold: GoldDocument, found: Chains, document: Document) -> Share:
    """Gold pronouns put into a chain that names what they mean, of all put into a chain that names anything."""
    named = frozenset(mention.head.start for mention in document.mentions or () if mention.form != "pronoun")
    tried = [(mention, chain & named) for chain in found if chain & named for mention in chain & gold.pronouns - named]
    right = sum(any(mention in own and names & own for own in gold.chains) for mention, names in tried)
    return Share(right, len(tried), right, len(gold.pronouns))
