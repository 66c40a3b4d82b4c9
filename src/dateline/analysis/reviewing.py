"""What reviews tell: how far reviewers agree on each field, and how precise the coder is for each type."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from dateline.analysis.agreement import Agreement, agreement
from dateline.store.reviews import FIELDS, Item, Key, Review, settled, standing

Z = 1.959964
"""The normal quantile of a 95 % interval."""


@dataclass(frozen=True, slots=True)
class Precision:
    """Events of a type that were judged, those right in their type and both sides, and the share with its Wilson interval."""

    type: str
    right: int
    judged: int
    share: float
    low: float
    high: float


def wilson(right: int, judged: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927)."""
    share, weight = right / judged, Z**2 / judged
    middle, half = share + weight / 2, Z * sqrt(share * (1 - share) / judged + weight / (4 * judged))
    return (middle - half) / (1 + weight), (middle + half) / (1 + weight)


def field_agreement(items: Sequence[Item], reviews: Sequence[Review]) -> dict[str, Agreement]:
    """Agreement on whether it is an event, and on each field where both say that it is one; adjudications do not count."""
    doubles = {item.key for item in items if item.is_double}
    said: dict[Key, list[Review]] = defaultdict(list)
    for each in standing(reviews):
        if each.key in doubles and not each.is_adjudication and each.verdict not in ("skip", "unsure"):
            said[each.key].append(each)
    found = {"is an event": agreement([each.verdict != "reject" for each in both] for both in said.values())}
    events = [[each for each in both if each.verdict != "reject"] for both in said.values()]
    return found | {field: agreement([_value(each, field) for each in both] for both in events) for field in FIELDS}


def precisions(items: Sequence[Item], reviews: Sequence[Review]) -> list[Precision]:
    """The precision of each type and of all, from the random sample alone."""
    said: dict[Key, list[Review]] = defaultdict(list)
    for each in standing(reviews):
        said[each.key].append(each)
    judged: dict[str, list[bool]] = defaultdict(list)
    for item in items:
        ruling = settled(item.is_double, said[item.key])
        if item.sampling == "random" and ruling:
            for type in (item.record["event"], "all"):
                judged[type].append(_is_right(ruling))
    return [_precision(type, judged[type]) for type in sorted(judged, key=lambda type: (type == "all", type))]


def gold_scores(items: Sequence[Item], reviews: Sequence[Review]) -> dict[str, tuple[int, int]]:
    """For each reviewer how many of the items with a known answer were judged as known, and how many were judged."""
    answers = {item.key: item.gold for item in items if item.gold}
    scores: dict[str, list[bool]] = defaultdict(list)
    for each in standing(reviews):
        answer = answers.get(each.key)
        if answer and not each.is_adjudication and each.verdict != "skip":
            known = (answer["verdict"], answer.get("correction", {}))
            scores[each.reviewer].append((each.verdict, dict(each.correction)) == known)
    return {name: (sum(right), len(right)) for name, right in sorted(scores.items())}


def _value(review: Review, field: str) -> str:
    """What a reviewer takes to be right; what is not corrected is the coder's value."""
    return repr(review.correction[field]) if field in review.correction else "as coded"


def _is_right(review: Review) -> bool:
    return review.verdict != "reject" and not {"event", "actor", "recipient"} & review.correction.keys()


def _precision(type: str, right: Sequence[bool]) -> Precision:
    return Precision(type, sum(right), len(right), sum(right) / len(right), *wilson(sum(right), len(right)))
