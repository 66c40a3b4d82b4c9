"""What a format of the export is."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from dateline.export.replacing import replacing
from dateline.export.shape import Record
from dateline.model import Status

ALL: tuple[Status, ...] = ("actual", "planned", "possible", "hypothetical", "negated")
COUNTED: tuple[Status, ...] = ("actual", "planned", "possible")
"""Where a format has no room for the status, what did not happen is left out."""


class Writer(Protocol):
    """Takes records, a document's at a time."""

    def write(self, records: Sequence[Record]) -> None: ...


Opening = Callable[[Path], AbstractContextManager[Writer]]
Replacing = Callable[[Path], AbstractContextManager[Path]]


def everything(record: Record) -> None:
    """No reason to leave a record out."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: how to open a file of it by the file's ending, and what it loses.

    `refusal` says why a record has no place in it, None for most; `statuses` are those that are kept unless others are asked
    for.
    """

    name: str
    summary: str
    openings: Mapping[str, Opening]
    losses: tuple[str, ...]
    statuses: tuple[Status, ...] = ALL
    refusal: Callable[[Record], str | None] = everything
    replacing: Replacing = replacing

    def takes(self, record: Record) -> bool:
        """Whether a record has a place in it."""
        return record["factuality"]["status"] in self.statuses and self.refusal(record) is None


def endings(*names: str, opening: Opening) -> Mapping[str, Opening]:
    """The same opening for each ending."""
    return dict.fromkeys(names, opening)


def undated(record: Record) -> str | None:
    """The refusal of formats in which an event must have a day."""
    return None if record["date"] and record["date"]["start"] else "without a date"
