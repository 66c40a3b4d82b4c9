"""What became of a run's articles: told as it happens, counted at the end."""

from collections import Counter
from dataclasses import dataclass, field

from rich.console import Console

from dateline.run.job import Coded, Failed, Outcome, Skipped


@dataclass(slots=True)
class Tally:
    """Counts of outcomes by kind, and of events."""

    counts: Counter[type[Outcome]] = field(default_factory=Counter)
    events: int = 0

    def add(self, outcome: Outcome, console: Console) -> None:
        """Counts an outcome, and says why where it is not a coded document."""
        self.counts[type(outcome)] += 1
        if isinstance(outcome, Coded):
            self.events += len(outcome.document.events or ())
        else:
            console.print(f"{'skipped' if isinstance(outcome, Skipped) else 'failed'}: {outcome.error}")

    def report(self, console: Console) -> None:
        """The counts in one line."""
        coded, skipped, failed = (self.counts[kind] for kind in (Coded, Skipped, Failed))
        console.print(f"{coded} coded, {skipped} skipped, {failed} failed; {self.events} events")

    @property
    def status(self) -> int:
        """The exit status: 1 if anything failed."""
        return int(self.counts[Failed] > 0)
