"""How fast the newsroom answers over many events: `python -m benchmarks.newsroom [--events N] [--db FILE] [--json]`."""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any, TypeVar, cast

from fastapi.testclient import TestClient

from dateline.coding.coder import shipped
from dateline.export.codes import QUADS
from dateline.export.shape import Record
from dateline.knowledge.countries import countries
from dateline.resources.ontology import load_ontology
from dateline.store.database import Database, Row
from dateline.store.opening import open_store
from dateline.store.rows import event_row, party_rows
from tests.export.examples import raid_record
from tests.web.rooms import client, newsroom

MARKS = {"overview": 500.0}
"""Milliseconds in which 95 of 100 requests are to be answered."""
MARK = 300.0
EVENTS = 1_000_000
EVENTS_A_DOCUMENT = 5
BATCH = 50_000
DAYS, FIRST = 3650, date(2015, 1, 1)
RUN = "a-run"
STATUSES = ("actual",) * 8 + ("planned", "negated")
ROUNDS = 3
_Chosen = TypeVar("_Chosen")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and where, the frequent ones first."""

    actors: Sequence[tuple[str, str]]
    places: Sequence[tuple[str, str, float, float]]
    publishers: Sequence[str]
    types: Sequence[str]


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of requests: the first for each address since something was written, and the later ones."""

    first: list[float]
    later: list[float]


def main() -> None:
    """Makes the database, unless one is named that is there, and measures every page."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--events", type=int, default=EVENTS)
    wanted.add_argument("--db", type=Path)
    wanted.add_argument("--json", action="store_true")
    asked = wanted.parse_args()
    with TemporaryDirectory() as folder:
        db = asked.db or Path(folder) / "news.duckdb"
        if not db.exists():
            fill(str(db), asked.events)
        _print(measured(str(db)), asked.json)


def fill(db: str, events: int) -> None:
    """Writes documents, events and relations as coding would, without the coding."""
    random, who = Random(1), _cast(Random(2))
    with open_store(db) as store:
        run: Row = (RUN, "0.1.0", "plover-2.0", "a-model", "0123", datetime.now(UTC).replace(tzinfo=None))
        store.database.insert("runs", [run])
        for start in range(0, events, BATCH):
            numbers = range(start, min(start + BATCH, events))
            with store.database.transaction():
                _write(store.database, numbers, who, random)
    newsroom(db).make_index()


def measured(db: str) -> dict[str, Times]:
    """Milliseconds of each request by page: the first one, which nothing is kept for yet, and later ones."""
    with client(db) as inside:
        pages = _addresses(inside)
        for warming in ("/try", "/search?words=word1"):
            inside.get(warming)
        times = {page: Times([], []) for page, _ in pages}
        for page, address in pages:
            times[page].first.append(_milliseconds(inside, address))
        for page, address in pages * ROUNDS:
            times[page].later.append(_milliseconds(inside, address))
    return times


def _milliseconds(inside: TestClient, address: str) -> float:
    began = perf_counter()
    answer = inside.get(address)
    seconds = perf_counter() - began
    assert answer.status_code == 200, f"{address}: {answer.status_code}"
    return seconds * 1000


def _addresses(inside: TestClient) -> list[tuple[str, str]]:
    """Each page in several ways, from what everybody asks to what next to nobody does."""
    who, cursor = _cast(Random(2)), inside.get("/api/v1/events").json()["next"]
    filters = (
        "", "?type=ASSAULT", "?country=RUS", "?since=2020-01-01&until=2020-12-31", "?actor=Kone", "?quad=4&status=planned",
        "?publisher=Daily+7", "?place=Town+3", "?context=military", "?dyad=RUS:UKR", "?since=2024-11-01",
    )  # fmt: skip
    ranks = (0, 1, 5, 20, 100, 400, 2000)
    first, others = who.actors[0][1], [code for _, code in who.actors[1:8]]
    by_page = {
        "overview": [f"/{asked}" for asked in filters],
        "events": [f"/events{asked}" for asked in filters]
        + [f"/events?order={order}" for order in ("date", "type", "-publisher", "status", "published")]
        + [f"/events?after={cursor}"],
        "event": [f"/events/e-{number}" for number in (1, 77, 4321)],
        "article": [f"/articles/d-{number}" for number in (0, 5, 321)],
        "actor": [f"/actors/{who.actors[rank][0]}" for rank in ranks],
        "dyad": [f"/dyads/{first}/{other}" for other in others if other != first],
        "place": [f"/places/{who.places[rank][0]}" for rank in ranks],
        "search": [
            "/search?words=word3+word40",
            "/search?words=word700&unit=document",
            "/search?words=word9000",
            "/search",
        ],
        "world": ["/world", "/world?actor=Mali", "/world?actor=Kone&as_of=2020-06-01"],
        "try": ["/try"],
        "review": ["/review", "/review/figures", "/review/differences"],
        "api events": ["/api/v1/events", "/api/v1/events?country=MLI&size=200", "/api/v1/events/e-9"],
        "api actors": ["/api/v1/actors", f"/api/v1/actors/{who.actors[3][0]}", "/api/v1/actors?after=Kone"],
        "api articles": ["/api/v1/articles", "/api/v1/articles/d-3"],
    }
    return [(page, address) for page, addresses in by_page.items() for address in addresses]


def _print(times: Mapping[str, Times], as_json: bool) -> None:
    for page, found in times.items():
        mark, every = MARKS.get(page, MARK), [*found.first, *found.later]
        row = {
            "page": page, "requests": len(every), "p50": _percentile(every, 50), "p95": _percentile(every, 95),
            "first_p50": _percentile(found.first, 50), "later_p95": _percentile(found.later, 95), "mark": mark,
        }  # fmt: skip
        told = f"p50 {row['p50']:7.1f}  p95 {row['p95']:7.1f}  first p50 {row['first_p50']:7.1f}  later p95 {row['later_p95']:7.1f}"
        over = "  over" if _percentile(every, 95) > mark else ""
        print(json.dumps(row) if as_json else f"{page:14} {len(every):4} requests, ms: {told}{over}")


def _percentile(found: Sequence[float], rank: int) -> float:
    if len(found) < 2:
        return round(found[0], 1)
    return round(quantiles(found, n=100, method="inclusive")[rank - 1], 1)


def _cast(random: Random) -> Cast:
    codes = [country.code for country in countries().by_code.values()]
    codes = list(dict.fromkeys(["RUS", "UKR", "USA", "CHN", "ISR", *codes]))
    states = [(countries().by_code[code].name, code) for code in codes]
    family = ("Kone", "Diarra", "Okafor", "Haddad", "Petrov", "Silva", "Novak", "Mbeki", "Rahman", "Castro")
    people = [(f"{random.choice(family)} {number}", random.choice(codes)) for number in range(20_000)]
    places = [
        (f"Town {number}", random.choice(codes), random.uniform(-50, 65), random.uniform(-150, 170))
        for number in range(5000)
    ]
    ontology = load_ontology(shipped("ontology/plover.yaml"))
    return Cast([*states[:60], *people, *states[60:]], places, [f"Daily {n}" for n in range(300)], list(ontology.types))


def _write(database: Database, numbers: range, who: Cast, random: Random) -> None:
    documents = range(numbers.start // EVENTS_A_DOCUMENT, -(-numbers.stop // EVENTS_A_DOCUMENT))
    published = {each: FIRST + timedelta(days=random.randrange(DAYS)) for each in documents}
    publishers = {each: random.choice(who.publishers) for each in documents}
    now = datetime.now(UTC).replace(tzinfo=None)
    database.insert("documents", [_document(each, publishers[each], published[each], random) for each in documents])
    database.insert("codings", [(f"d-{each}", RUN, now) for each in documents])
    database.insert("sentences", [(f"d-{each}", RUN, number, 0, 90, None) for each in documents for number in range(3)])
    database.insert("relations", [_relation(each, who, random) for each in documents if each % 4 == 0])
    records = list(_records(numbers, who, random, published, publishers))
    database.insert("events", [event_row(record, RUN) for record in records])
    database.insert("parties", [row for record in records for row in party_rows(record, RUN)])


def _document(number: int, publisher: str, day: date, random: Random) -> Row:
    words = " ".join([_any(_WORDS, random) for _ in range(120)]) + "."
    return (
        f"d-{number}", f"hash-{number}", words, f"Report {number}", publisher, f"https://news.example/{number}", None, day,
        "en", None, None, RUN,
    )  # fmt: skip


def _relation(document: int, who: Cast, random: Random) -> Row:
    name, code = _any(who.actors, random)
    country = countries().by_code[code].name
    return (
        f"r-{document}", f"d-{document}", RUN, "holds-office", name, code, None, country, code, None, "minister", False, None,
        f"{name}, minister of {country}", 0, 20, "relation.apposition",
    )  # fmt: skip


def _records(numbers: range, who: Cast, random: Random, *facts: Mapping[int, Any]) -> Iterator[Record]:
    """Records that differ from the raid in whatever pages ask by."""
    model, (published, publishers) = cast(dict[str, Any], raid_record()), facts
    (actor,), recipient = model["actor"], model["recipient"][0]
    for number in numbers:
        document = number // EVENTS_A_DOCUMENT
        kind = random.randrange(len(who.types))
        day = published[document] - timedelta(days=random.randrange(20))
        (acting, country), (suffering, other) = _any(who.actors, random), _any(who.actors, random)
        place, where, latitude, longitude = _any(who.places, random)
        voice = (
            [] if number % 3 else [model["attribution"][0] | {"source": actor | {"name": _any(who.actors, random)[0]}}]
        )
        yield cast(Record, model | {
            "id": f"e-{number}", "document_id": f"d-{document}", "event": who.types[kind],
            "quad": 1 + kind * len(QUADS) // len(who.types), "score": random.randrange(-10, 11) * 1.0,
            "actor": [actor | {"name": acting, "country": country}],
            "attribution": voice, "recipient": [recipient | {"name": suffering, "country": other}],
            "date": model["date"] | {"start": day.isoformat(), "end": day.isoformat()},
            "location": model["location"] | {"name": place, "country": where, "lat": latitude, "lon": longitude},
            "factuality": model["factuality"] | {"status": random.choice(STATUSES)},
            "publication": model["publication"] | {
                "publisher": publishers[document], "published": published[document].isoformat(),
            },
        })  # fmt: skip


_WORDS = [f"word{number}" for number in range(30_000)]
"""Those of texts, the frequent ones first."""
_WEIGHTS: dict[int, list[float]] = {}


def _any(values: Sequence[_Chosen], random: Random) -> _Chosen:
    """One of them, the second half as often as the first, the third a third as often."""
    size = len(values)
    if size not in _WEIGHTS:
        _WEIGHTS[size] = list(accumulate(1 / (rank + 10) for rank in range(size)))
    (chosen,) = random.choices(values, cum_weights=_WEIGHTS[size])
    return chosen


if __name__ == "__main__":
    main()
