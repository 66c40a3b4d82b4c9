"""Events counted by quad class and type, with their mean scores."""

from collections import Counter
from collections.abc import Iterable, Sequence

from dateline.export.codes import QUADS
from dateline.export.columns import Cell, Column
from dateline.export.shape import Record


class Tally:
    """Counts of events and sums of their scores."""

    __slots__ = ("goldstein", "quads", "score", "types")

    def __init__(self) -> None:
        self.types: Counter[str] = Counter()
        self.quads: Counter[int] = Counter()
        self.score = self.goldstein = 0.0

    @property
    def n(self) -> int:
        return self.types.total()

    def add(self, record: Record) -> None:
        """Counts an event."""
        self.types[record["event"]] += 1
        self.quads[record["quad"]] += 1
        self.score += record["score"]
        self.goldstein += record["goldstein"]

    def cells(self, types: Sequence[str]) -> list[Cell]:
        """The cells of the columns."""
        counts = [self.n, *(self.quads[quad] for quad in range(1, 5)), *(self.types[each] for each in types)]
        return [*counts, *map(self._mean, (self.score, self.goldstein))]

    def _mean(self, total: float) -> float:
        return round(total / self.n, 4)


def columns(types: Iterable[str]) -> list[Column]:
    """The columns that a tally fills."""
    return [
        Column("n", "integer", "Events"),
        *(Column(f"quad_{number}", "integer", f"Events of {quad}") for number, quad in enumerate(QUADS, 1)),
        *(Column(each.lower(), "integer", f"Events of type {each}") for each in types),
        Column("score_mean", "number", "Mean score of the n events, from -10 (conflict) to 10 (cooperation)"),
        Column("goldstein_mean", "number", "Mean Goldstein value of the n events' CAMEO codes"),
    ]
