"""From a source of records to a file of some format."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from dateline.errors import UsageError
from dateline.export.format import Format, Opening
from dateline.export.shape import Record
from dateline.model import Status


@dataclass(slots=True)
class Outcome:
    """How many records were written, and how many were left out for which reason."""

    written: int = 0
    left_out: Counter[str] = field(default_factory=Counter)


def export(form: Format, records: Iterable[Record], target: Path, statuses: Collection[Status] = ()) -> Outcome:
    """Writes the records to the target, which takes its place when all is written.

    A document's records are written together as far as they stand together. Raises UsageError for an ending that the format
    does not have, for a folder that cannot be written to, and where the disk gives out.
    """
    opening = opening_for(form, target)
    outcome = Outcome()
    kept = _kept(form, records, statuses or form.statuses, outcome)
    try:
        with form.replacing(target) as part, opening(part) as writer:
            for document in _documents(kept):
                writer.write(document)
                outcome.written += len(document)
    except OSError as error:
        raise UsageError(f"{target}: not written, and what was there is as before: {error}") from error
    return outcome


def opening_for(form: Format, target: Path) -> Opening:
    """How to open the target; UsageError where the format has no such ending."""
    known: Mapping[str, Opening] = form.openings
    opening = known.get(target.suffix.lower()) or known.get("")
    if opening is None:
        raise UsageError(f"{target}: {form.name} is written to a file ending in {' or '.join(known)}")
    return opening


def _documents(records: Iterable[Record]) -> Iterator[list[Record]]:
    return (list(group) for _, group in groupby(records, key=lambda record: record["document_id"]))


def _kept(form: Format, records: Iterable[Record], statuses: Collection[Status], outcome: Outcome) -> Iterator[Record]:
    for record in records:
        status = record["factuality"]["status"]
        reason = form.refusal(record) if status in statuses else status
        if reason is None:
            yield record
        else:
            outcome.left_out[reason] += 1
