"""What a review makes of a record."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from dateline.resources.ontology import Ontology
from dateline.store.reviews import Review

HUMAN = "human"
"""The rule of a value that a reviewer gave."""
Record = dict[str, Any]


def corrected(record: Mapping[str, Any], review: Review | None, ontology: Ontology) -> Record | None:
    """The record as a review has it, marked in its `review`; None for one that is no event; as it was where nothing is settled."""
    made = deepcopy(dict(record))
    if review is None:
        return made
    if review.verdict == "reject":
        return None
    for field, value in review.correction.items():
        _CORRECTIONS[field](made, value, ontology)
    made["review"] = {
        "verdict": review.verdict, "fields": sorted(review.correction), "reviewer": review.reviewer,
        "written": review.written,
    }  # fmt: skip
    return made


def _type(record: Record, code: str, ontology: Ontology) -> None:
    kind = ontology.types[code]
    record |= {
        "event": code, "mode": [], "quad": kind.quad, "score": kind.score, "cameo": kind.cameo,
        "goldstein": ontology.goldstein(kind.cameo), "confidence": None,
    }  # fmt: skip
    record["trigger"]["rule"] = HUMAN


def _actor(record: Record, texts: list[str], ontology: Ontology) -> None:
    record["actor"] = [_party(record, text) for text in texts]


def _recipient(record: Record, texts: list[str], ontology: Ontology) -> None:
    record["recipient"] = [_party(record, text) for text in texts]


def _party(record: Record, text: str) -> Record:
    """One the coder knew by these words or this name, or words of the sentence that nothing more is known of."""
    known = [*record["actor"], *record["recipient"], *(each["source"] for each in record["attribution"])]
    found = next((each for each in known if each and text in (each["text"], each["name"])), None)
    return deepcopy(found) if found else _words_alone(record, text)


def _words_alone(record: Record, text: str) -> Record:
    unknown = ("kind", "wikidata", "country", "office", "affiliation", "chain_id", "link_score")
    return {"text": text, "span": _extent(record, text), "name": text, "sector": [], **dict.fromkeys(unknown)}


def _extent(record: Record, text: str) -> list[int]:
    """Where the sentence has the words; an empty span at its start where it has them not."""
    sentence = record["sentence"]
    start, place = sentence["span"][0], sentence["text"].find(text)
    return [start + place, start + place + len(text)] if place >= 0 else [start, start]


def _date(record: Record, day: str, ontology: Ontology) -> None:
    before = record["date"] or {"text": None, "span": None, "anchor": HUMAN}
    record["date"] = {**before, "start": day, "end": day, "granularity": "day", "rule": HUMAN} if day else None


def _location(record: Record, name: str, ontology: Ontology) -> None:
    unknown = dict.fromkeys(("geonameid", "country", "admin1", "lat", "lon", "feature"))
    given = {"text": name, "span": _extent(record, name), "name": name, "resolution": 1, "rule": HUMAN}
    record["location"] = {**given, **unknown} if name else None


def _status(record: Record, status: str, ontology: Ontology) -> None:
    record["factuality"] = {**record["factuality"], "status": status}


def _voice(record: Record, text: str, ontology: Ontology) -> None:
    """The publisher's own where no words are given."""
    voice = {
        "source": _party(record, text), "cue": None, "content_span": record["sentence"]["span"], "kind": "indirect",
        "asserted_by_publisher": False,
    }  # fmt: skip
    record["attribution"] = [voice] if text else []


_CORRECTIONS: Mapping[str, Callable[[Record, Any, Ontology], None]] = {
    "event": _type, "actor": _actor, "recipient": _recipient, "date": _date, "location": _location, "status": _status,
    "voice": _voice,
}  # fmt: skip
