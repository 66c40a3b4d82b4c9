"""One happening as several reports tell it, where stories have been merged."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dateline.store.asking import Row, ask
from dateline.store.reading import Reader

MOST = 50
KINDS = ("dead", "injured", "arrested", "size")
_MERGED = "(SELECT merged_id FROM event_members WHERE event_id = ?)"
_REPORTS = f"""
    SELECT CAST(events.record AS TEXT) AS record
    FROM event_members JOIN events ON events.id = event_id AND events.coder_id = event_members.coder_id
    WHERE is_last AND merged_id IN {_MERGED} ORDER BY events.published NULLS LAST, events.id LIMIT {MOST}
"""


@dataclass(frozen=True, slots=True)
class Happening:
    """Records of all its reports, the earliest first, and who asserts and denies it."""

    reports: Sequence[Row]
    asserted_by: Sequence[str]
    denied_by: Sequence[str]

    @property
    def tolls(self) -> dict[str, list[int]]:
        """The different numbers that reports give, by what they count."""
        given = {
            kind: {each["magnitude"][kind]["value"] for each in self.reports if each["magnitude"][kind]}
            for kind in KINDS
        }
        return {kind: sorted(values) for kind, values in given.items() if values}


def happening(reader: Reader, id: str) -> Happening | None:
    """What an event is a report of; None where it is merged with no other."""
    reports = [json.loads(row["record"]) for row in ask(reader, _REPORTS, (id,))]
    if len(reports) < 2:
        return None
    sides = ask(reader, f"SELECT asserted_by, denied_by FROM merged_events WHERE id IN {_MERGED}", (id,))
    return Happening(reports, _names(sides, "asserted_by"), _names(sides, "denied_by"))


def _names(sides: Sequence[Row], side: str) -> list[Any]:
    return sorted({name for row in sides for name in row[side]})
