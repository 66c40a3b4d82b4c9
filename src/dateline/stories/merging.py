"""Event mentions of one happening merged across the documents of a story."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, cast

from dateline.model import MergedEvent, Status, Toll

if TYPE_CHECKING:
    from dateline.export.shape import Actor, Quantity, Record

_DAYS_APART = timedelta(days=1)
"""Reports of one act may differ by a day: time zones, and "Monday night" printed on Tuesday."""
_KILOMETRES = 60.0
"""A place and the town beside it."""
_EXACT_PLACE = 3
"""The resolution from which a place is narrower than a first-order division."""
_TOLL_RATIO = 3.0
"""Tolls grow while a story is told; beyond this ratio they are those of two happenings, from a few on."""
_FEW = 6
_EARTH = 6371.0
_UNPUBLISHED = "9999"
"""After every day, as ISO writes them."""


@dataclass(frozen=True, slots=True)
class Telling:
    """The record of an event mention; `repeats` says that its document's text is another's."""

    record: "Record"
    repeats: bool = False

    @property
    def document(self) -> str:
        return self.record["document_id"]

    @property
    def publisher(self) -> str:
        """Who prints it; a document without a publisher is one of its own."""
        return self.record["publication"]["publisher"] or self.document

    @property
    def voices(self) -> tuple[str, ...]:
        """Those who answer for the event; nobody where the publisher itself does."""
        start, end = self.record["trigger"]["span"]
        within = [
            each["source"]
            for each in self.record["attribution"]
            if each["content_span"][0] <= start and end <= each["content_span"][1]
        ]
        return tuple(each["name"] or " ".join(each["text"].split()) for each in within if each)


def merge(story: str, every: Iterable[Telling]) -> tuple[MergedEvent, ...]:
    """The happenings of a story, each mention in one of them; a mention joins the earliest that it fits in whole."""
    groups: list[list[Telling]] = []
    for telling in sorted(every, key=_order):
        home = next((group for group in groups if all(same_happening(telling, other) for other in group)), None)
        if home is None:
            groups.append([telling])
        else:
            home.append(telling)
    return tuple(_merged(story, group) for group in groups)


def same_happening(one: Telling, other: Telling) -> bool:
    """Whether nothing that two mentions say keeps them apart: type, parties, time, place, number of people."""
    first, second = one.record, other.record
    return (
        first["event"] == second["event"]
        and _modes_agree(first, second)
        and _meet(first["actor"], second["actor"])
        and _meet(first["recipient"], second["recipient"])
        and _dates_agree(first, second)
        and _places_agree(first, second)
        and _tolls_agree(first["magnitude"]["dead"], second["magnitude"]["dead"])
    )


def _order(telling: Telling) -> tuple[str, str, int]:
    record = telling.record
    return record["publication"]["published"] or _UNPUBLISHED, telling.document, record["trigger"]["span"][0]


def _modes_agree(one: "Record", other: "Record") -> bool:
    return not one["mode"] or not other["mode"] or bool(set(one["mode"]) & set(other["mode"]))


def _meet(one: "Sequence[Actor]", other: "Sequence[Actor]") -> bool:
    """Whether a side names one party in both; a side that is left out or unidentified is no bar."""
    known, others = _identified(one), _identified(other)
    return not known or not others or any(_same(first, second) for first in known for second in others)


def _identified(side: "Sequence[Actor]") -> "list[Actor]":
    return [each for each in side if not {"UNK", "UAF"} & set(each["sector"])]


def _same(one: "Actor", other: "Actor") -> bool:
    """The same by identity or name, or of the same country and the same sector; a bare state may stand for its parts."""
    if one["wikidata"] and other["wikidata"]:
        return one["wikidata"] == other["wikidata"]
    if _name(one) == _name(other):
        return True
    if one["country"] is None or one["country"] != other["country"]:
        return False
    return not one["sector"] or not other["sector"] or bool(set(one["sector"]) & set(other["sector"]))


def _name(actor: "Actor") -> str:
    return (actor["name"] or actor["text"]).casefold()


def _dates_agree(one: "Record", other: "Record") -> bool:
    """Whether the days meet, a day's difference allowed; two events without any date do not differ."""
    first, second = _days(one), _days(other)
    if first is None or second is None:
        return True
    return first[0] - _DAYS_APART <= second[1] and second[0] - _DAYS_APART <= first[1]


def _days(record: "Record") -> tuple[date, date] | None:
    when = record["date"]
    if when is None or when["start"] is None or when["end"] is None:
        return None
    return date.fromisoformat(when["start"]), date.fromisoformat(when["end"])


def _places_agree(one: "Record", other: "Record") -> bool:
    """Whether one place may lie in or near the other."""
    first, second = one["location"], other["location"]
    if first is None or second is None:
        return True
    if first["country"] and second["country"] and first["country"] != second["country"]:
        return False
    if min(first["resolution"], second["resolution"]) < _EXACT_PLACE or None in (first["lat"], second["lat"]):
        return True
    return _kilometres(first["lat"], first["lon"], second["lat"], second["lon"]) <= _KILOMETRES


def _kilometres(*degrees: float | None) -> float:
    """The distance on a sphere between two points given as latitude, longitude, latitude, longitude."""
    a, b, c, d = (math.radians(each or 0.0) for each in degrees)
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(half))


def _tolls_agree(one: "Quantity | None", other: "Quantity | None") -> bool:
    if one is None or other is None or max(one["value"], other["value"]) < _FEW:
        return True
    return max(one["value"], other["value"]) <= _TOLL_RATIO * max(1, min(one["value"], other["value"]))


def _merged(story: str, group: Sequence[Telling]) -> MergedEvent:
    own = [telling for telling in group if not telling.repeats] or group[:1]
    counted = [telling.record["magnitude"] for telling in group]
    return MergedEvent(
        id="h-" + sha256(f"{story}|{group[0].record['id']}".encode()).hexdigest()[:16],
        story=story,
        events=tuple(telling.record["id"] for telling in group),
        documents=tuple(dict.fromkeys(telling.document for telling in group)),
        publishers=tuple(dict.fromkeys(telling.publisher for telling in own)),
        status=_status(own),
        dead=_toll([each["dead"] for each in counted]),
        injured=_toll([each["injured"] for each in counted]),
        arrested=_toll([each["arrested"] for each in counted]),
        size=_toll([each["size"] for each in counted]),
        asserted_by=_voices(group, denying=False),
        denied_by=_voices(group, denying=True),
    )


def _status(group: Sequence[Telling]) -> Status:
    """What most say; of those as many say, what was said first."""
    counted = Counter(telling.record["factuality"]["status"] for telling in group)
    return cast(Status, counted.most_common(1)[0][0])


def _toll(counts: "Iterable[Quantity | None]") -> Toll | None:
    known = [count for count in counts if count is not None]
    if not known:
        return None
    lowest = min(count["value"] if count["low"] is None else count["low"] for count in known)
    open_above = any(count["high"] is None for count in known)
    return Toll(lowest, None if open_above else max(count["high"] or count["value"] for count in known))


def _voices(group: Sequence[Telling], denying: bool) -> tuple[str, ...]:
    """Who says so, or denies it: the publishers where no source is named."""
    names: dict[str, None] = {}
    for telling in group:
        if (telling.record["factuality"]["status"] == "negated") == denying:
            names.update(dict.fromkeys(telling.voices or (telling.publisher,)))
    return tuple(names)
