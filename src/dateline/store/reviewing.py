"""Draws what reviewers are asked, writes what they say, and lets what is settled win in the table of events."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from random import Random
from typing import TYPE_CHECKING, Any, cast
from uuid import uuid4

from dateline.errors import UsageError
from dateline.resources.ontology import Ontology
from dateline.store.corrections import corrected
from dateline.store.database import Database, Row
from dateline.store.reviews import CHOSEN, FIELDS, SAMPLINGS, VERDICTS, Key, Review, settled, standing
from dateline.store.rows import event_row, party_rows

if TYPE_CHECKING:
    from dateline.export.shape import Record

_IS_LAST = "SELECT 1 FROM documents WHERE id = ? AND coder_id = ?"
_OF = "event_id = ? AND coder_id = ?"


@dataclass(frozen=True, slots=True)
class Draw:
    """How many events are drawn in which way, and the share of them that two judge."""

    sampling: str
    size: int
    double: float
    seed: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody says of an item."""

    reviewer: str
    verdict: str
    correction: Mapping[str, Any]
    is_adjudication: bool = False


def draw(database: Database, wanted: Draw) -> int:
    """Adds items to the queue and returns how many; events that this way of sampling has drawn are not drawn again."""
    if wanted.sampling not in SAMPLINGS:
        raise UsageError(f"no sampling {wanted.sampling!r}; known are {', '.join(SAMPLINGS)}")
    random = Random(wanted.seed)
    with database.transaction():
        database.lock()
        chosen = _chosen(_candidates(database, wanted.sampling), wanted, random)
        position = _count(database)
        rows = [(*_known(database, row), wanted.sampling, position + at, random.random() < wanted.double)
                for at, row in enumerate(chosen)]  # fmt: skip
        database.insert("review_items", [(*key, mode, at, two, None, record) for *key, record, mode, at, two in rows])
    return len(rows)


def choose(database: Database, event: str) -> Key:
    """Puts one event into the queue, out of all samples, and returns its key; raises UsageError where there is none."""
    with database.transaction():
        database.lock()
        found = database.execute("SELECT id, coder_id FROM events WHERE id = ? AND is_last", [event])
        if not found:
            raise UsageError(f"there is no event {event}")
        key = (event, str(found[0][1]), CHOSEN)
        if not database.execute(f"SELECT 1 FROM review_items WHERE {_OF} AND sampling = ?", key):
            record = _known(database, found[0])[2]
            database.insert("review_items", [(*key, _count(database), False, None, record)])
    return key


def decide(database: Database, key: Key, decision: Decision, ontology: Ontology) -> str:
    """Writes a decision, returns its id, and settles the event; raises UsageError for a value that cannot be."""
    _check(decision, ontology)
    row: Row = (
        uuid4().hex, *key, decision.reviewer, decision.is_adjudication, decision.verdict,
        json.dumps(decision.correction), datetime.now(UTC).replace(tzinfo=None),
    )  # fmt: skip
    with database.transaction():
        database.lock()
        if not database.execute(f"SELECT 1 FROM review_items WHERE {_OF} AND sampling = ?", key):
            raise UsageError(f"the event {key[0]} is not in the queue of {key[2]} items")
        database.insert("reviews", [row])
        _settle(database, key, ontology)
    return str(row[0])


def take_back(database: Database, reviewer: str, sampling: str, ontology: Ontology) -> Key | None:
    """Withdraws the last decision of a reviewer that stands, and returns its item; None where there is none."""
    mine = [each for each in _reviews(database, "reviewer = ? AND sampling = ?", [reviewer, sampling])
            if not each.is_adjudication]  # fmt: skip
    last = max(standing(mine), key=lambda each: (each.written, each.id), default=None)
    if last is None:
        return None
    decide(database, last.key, Decision(reviewer, "withdraw", {}), ontology)
    return last.key


def make_gold(database: Database, key: Key, answer: Mapping[str, Any]) -> None:
    """Makes an item one whose answer is known, so that every reviewer is asked it."""
    with database.transaction():
        database.execute(
            f"UPDATE review_items SET gold = ? WHERE {_OF} AND sampling = ?", [json.dumps(dict(answer)), *key]
        )


def _check(decision: Decision, ontology: Ontology) -> None:
    if not decision.reviewer.strip() or len(decision.reviewer) > 80:
        raise UsageError("a decision wants the name of its reviewer, of at most 80 letters")
    if decision.verdict not in VERDICTS:
        raise UsageError(f"no verdict {decision.verdict!r}; known are {', '.join(VERDICTS)}")
    if decision.verdict == "correct":
        _check_values(decision.correction, ontology)


def _check_values(correction: Mapping[str, Any], ontology: Ontology) -> None:
    if not correction:
        raise UsageError("a correction wants at least one field with its right value")
    if unknown := [field for field in correction if field not in FIELDS]:
        raise UsageError(f"no field {unknown[0]!r}; known are {', '.join(FIELDS)}")
    if correction.get("event", next(iter(ontology.types))) not in ontology.types:
        raise UsageError(f"no type {correction['event']!r}; known are {', '.join(ontology.types)}")
    try:
        date.fromisoformat(correction.get("date") or "2000-01-01")
    except ValueError as error:
        raise UsageError(f"{correction['date']!r} is no day; write it as 2024-05-31") from error


def _candidates(database: Database, sampling: str) -> list[Row]:
    """Id, coder, type and confidence of the events that may be drawn."""
    return database.execute(
        """SELECT events.id, events.coder_id, event, confidence FROM events WHERE is_last AND NOT EXISTS (SELECT 1 FROM review_items
        WHERE event_id = events.id AND review_items.coder_id = events.coder_id AND sampling = ?)
        ORDER BY events.id, events.coder_id""",
        [sampling],
    )


def _chosen(candidates: Sequence[Row], wanted: Draw, random: Random) -> list[Row]:
    shuffled = random.sample(candidates, len(candidates))
    if wanted.sampling == "uncertain":  # the least sure first; what rules alone decided has no confidence
        sure = [row for row in shuffled if row[3] is not None]
        shuffled = sorted(sure, key=lambda row: abs(float(str(row[3])) - 0.5))
    if wanted.sampling == "stratified":
        shuffled = _one_of_each_in_turn(shuffled)
    return shuffled[: wanted.size]


def _one_of_each_in_turn(rows: Sequence[Row]) -> list[Row]:
    """The first of every type, then the second of every type, and so on."""
    turns: dict[object, int] = {}
    ranked = []
    for row in rows:
        turns[row[2]] = turns.get(row[2], 0) + 1
        ranked.append((turns[row[2]], row))
    return [row for _, row in sorted(ranked, key=lambda each: each[0])]


def _known(database: Database, row: Row) -> Row:
    """The event's key and the coder's own record, which an earlier item has where reviewers have changed the event's."""
    id, coder = row[:2]
    before = database.execute(f"SELECT CAST(record AS TEXT) FROM review_items WHERE {_OF} LIMIT 1", [id, coder])
    own = before or database.execute(
        "SELECT CAST(record AS TEXT) FROM events WHERE id = ? AND coder_id = ?", [id, coder]
    )
    return id, coder, own[0][0]


def _count(database: Database) -> int:
    ((count,),) = database.execute("SELECT count(*) FROM review_items")
    return int(str(count))


def _settle(database: Database, key: Key, ontology: Ontology) -> None:
    """Puts in place of the event what the reviews of its items make of the coder's own record."""
    rows = database.execute(
        f"SELECT sampling, is_double, CAST(record AS TEXT) FROM review_items WHERE {_OF} ORDER BY sampling", key[:2]
    )
    said = standing(_reviews(database, _OF, key[:2]))
    ruling = [settled(bool(two), [each for each in said if each.key[2] == mode]) for mode, two, _ in rows]
    last = max(filter(None, ruling), key=lambda each: each.written, default=None)
    own = json.loads(str(rows[0][2]))
    made = corrected(own, last, ontology)
    is_last = bool(database.execute(_IS_LAST, [own["document_id"], key[1]]))
    database.execute("DELETE FROM events WHERE id = ? AND coder_id = ?", key[:2])
    database.execute(f"DELETE FROM parties WHERE {_OF}", key[:2])
    if made is not None:
        record = cast("Record", made)
        database.insert("events", [event_row(record, key[1], is_last)])
        database.insert("parties", party_rows(record, key[1], is_last))


def _reviews(database: Database, where: str, parameters: Sequence[object]) -> list[Review]:
    rows = database.execute(
        f"""SELECT id, event_id, coder_id, sampling, reviewer, is_adjudication, verdict, CAST(correction AS TEXT),
        CAST(written AS TEXT) FROM reviews WHERE {where} ORDER BY reviews.written, id""",
        parameters,
    )
    return [
        Review(str(id), (str(event), str(coder), str(mode)), str(name), bool(ruled), str(verdict),
               json.loads(str(value)), str(when))
        for id, event, coder, mode, name, ruled, verdict, value, when in rows
    ]  # fmt: skip
