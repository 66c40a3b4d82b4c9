"""What reviewers are asked and what they said, as a database holds it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from dateline.store.asking import Row, ask
from dateline.store.reading import Reader

Sampling = Literal["random", "uncertain", "stratified"]
Verdict = Literal["accept", "reject", "correct", "unsure", "skip", "missed", "withdraw"]
SAMPLINGS: tuple[Sampling, ...] = get_args(Sampling)
CHOSEN = "chosen"
"""What somebody came upon and corrected; it is no sample and tells nothing of precision."""
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
FIELDS = ("event", "actor", "recipient", "date", "location", "status", "voice")
"""What of an event may be corrected."""

Key = tuple[str, str, str]
"""Of an item: event, coder and way of sampling."""
_KEY = "event_id, coder_id, sampling"


@dataclass(frozen=True, slots=True)
class Item:
    """One event to judge: the coder's own record, whether two judge it, and the answer where it is known beforehand."""

    key: Key
    position: int
    is_double: bool
    gold: Mapping[str, Any] | None
    record: Mapping[str, Any]

    @property
    def sampling(self) -> str:
        return self.key[2]


@dataclass(frozen=True, slots=True)
class Review:
    """One decision; `correction` has the right values by field."""

    id: str
    key: Key
    reviewer: str
    is_adjudication: bool
    verdict: str
    correction: Mapping[str, Any]
    written: str

    @property
    def judgement(self) -> tuple[str, str]:
        """What two reviewers would have to say alike."""
        return self.verdict, json.dumps(self.correction, sort_keys=True)


def items_in(reader: Reader, sampling: str | None = None) -> list[Item]:
    """The items of a way of sampling, or all, in the order of their drawing."""
    where, parameters = ("WHERE sampling = ?", (sampling,)) if sampling else ("", ())
    sql = f"""SELECT {_KEY}, position, is_double, CAST(gold AS TEXT) AS gold, CAST(record AS TEXT) AS record
        FROM review_items {where} ORDER BY sampling, position, event_id"""
    return [_item(row) for row in ask(reader, sql, parameters)]


def reviews_in(reader: Reader) -> list[Review]:
    """Every decision, the oldest first, withdrawn ones too."""
    sql = f"""SELECT id, {_KEY}, reviewer, is_adjudication, verdict, CAST(correction AS TEXT) AS correction,
        CAST(written AS TEXT) AS written FROM reviews ORDER BY reviews.written, id"""
    return [_review(row) for row in ask(reader, sql)]


def standing(reviews: Iterable[Review]) -> list[Review]:
    """The decision of each reviewer on each item that no later one of theirs outweighs or takes back."""
    last: dict[tuple[Key, str, bool], Review] = {}
    for review in reviews:
        if review.verdict != "missed":
            last[review.key, review.reviewer, review.is_adjudication] = review
    return [review for review in last.values() if review.verdict != "withdraw"]


def missed_in(reviews: Iterable[Review]) -> list[Review]:
    """Events that reviewers found in a sentence and the coder did not; a later `withdraw` with their id takes one back."""
    kept: dict[str, Review] = {}
    for review in reviews:
        if review.verdict == "missed":
            kept[review.id] = review
        kept.pop(str(review.correction.get("review")), None)
    return list(kept.values())


def settled(is_double: bool, reviews: Sequence[Review]) -> Review | None:
    """What holds for an item: its adjudication, or what its reviewer says, or its two where they agree; None while open."""
    decisions = [each for each in reviews if each.verdict not in ("skip", "unsure")]
    ruled = [each for each in decisions if each.is_adjudication]
    if ruled:
        return ruled[-1]
    wanted = 2 if is_double else 1
    agreed = len({each.judgement for each in decisions}) == 1
    return decisions[-1] if len(decisions) >= wanted and agreed else None


def differing(items: Sequence[Item], reviews: Sequence[Review]) -> list[tuple[Item, list[Review]]]:
    """Items on which reviewers differ and nobody has ruled, with what they said."""
    by_key: dict[Key, list[Review]] = {}
    for each in standing(reviews):
        by_key.setdefault(each.key, []).append(each)
    said = [(item, by_key.get(item.key, [])) for item in items]
    return [(item, found) for item, found in said if _differ(found) and settled(item.is_double, found) is None]


def next_item(items: Sequence[Item], reviews: Sequence[Review], reviewer: str) -> Item | None:
    """The next item for a reviewer: one they have not judged and, where one suffices, nobody else has."""
    judged: dict[Key, set[str]] = {}
    for each in standing(reviews):
        if each.verdict != "skip" or each.reviewer == reviewer:
            judged.setdefault(each.key, set()).add(each.reviewer)
    return next((item for item in items if _is_for(item, judged.get(item.key, set()), reviewer)), None)


def _is_for(item: Item, judged: set[str], reviewer: str) -> bool:
    if reviewer in judged:
        return False
    return item.gold is not None or len(judged) < (2 if item.is_double else 1)


def _differ(reviews: Sequence[Review]) -> bool:
    return len({each.judgement for each in reviews if each.verdict not in ("skip", "unsure")}) > 1


def _item(row: Row) -> Item:
    key = (row["event_id"], row["coder_id"], row["sampling"])
    gold = json.loads(row["gold"]) if row["gold"] else None
    return Item(key, row["position"], row["is_double"], gold, json.loads(row["record"]))


def _review(row: Row) -> Review:
    key = (row["event_id"], row["coder_id"], row["sampling"])
    correction = json.loads(row["correction"]) if row["correction"] else {}
    return Review(row["id"], key, row["reviewer"], row["is_adjudication"], row["verdict"], correction, row["written"])
