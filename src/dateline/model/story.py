"""Events as many documents tell them."""

from dataclasses import dataclass

from dateline.model.status import Status


@dataclass(frozen=True, slots=True)
class Toll:
    """The fewest and the most that any report gives; no most where a report is open upwards."""

    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class MergedEvent:
    """One happening: the event mentions that tell of it, who prints it, who asserts and who denies it.

    `publishers` are independent ones: a publisher whose text repeats another's is not counted. `status` is the one that most
    independent reports give.
    """

    id: str
    story: str
    events: tuple[str, ...]
    documents: tuple[str, ...]
    publishers: tuple[str, ...]
    status: Status
    dead: Toll | None
    injured: Toll | None
    arrested: Toll | None
    size: Toll | None
    asserted_by: tuple[str, ...]
    denied_by: tuple[str, ...]
