"""Filters, questions and searches: both databases answer as plain Python does."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.export.shape import Record
from dateline.store.filters import Dyad, EventFilter, filter_from
from dateline.store.query import COLUMNS, count_events, events_table
from dateline.store.reading import Reader, first_word, open_reader
from dateline.store.search import open_index
from tests.store.databases import all_records, fill


def _some(*values: object) -> st.SearchStrategy[tuple[object, ...]]:
    return st.just(()) | st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


_DAYS = st.none() | st.dates(date(2024, 1, 30), date(2024, 2, 22))
_COUNTRIES = ("MLI", "RUS", "USA")
FILTERS = st.builds(
    EventFilter,
    since=_DAYS,
    until=_DAYS,
    type=_some("ASSAULT", "AID", "AGREE"),
    quad=_some(1, 2, 4),
    actor=_some("unit 1", "ÉCLAIR", "%"),
    recipient=_some("sanga", "nobody"),
    country=_some(*_COUNTRIES),
    dyad=_some(*(Dyad(one, other) for one in _COUNTRIES for other in ("MLI", "USA"))),
    place=_some("SANG", "mop", "x"),
    status=_some("actual", "negated", "planned"),
    publisher=_some("delta", "post", "'"),
    context=_some("military", "territory"),
)


@settings(max_examples=150)
@given(asked=FILTERS)
def test_a_filter_finds_what_plain_python_finds(reader: Reader, asked: EventFilter) -> None:
    found = {row["id"] for batch in events_table(reader, asked, ("id",)) for row in batch.to_pylist()}
    assert found == {record["id"] for record in all_records() if passes(record, asked)}
    assert count_events(reader, asked) == len(found)


def passes(record: Record, asked: EventFilter) -> bool:
    when, where = record["date"], record["location"]
    sides = [[each["country"] for each in side] for side in (record["actor"], record["recipient"])]
    places = [where["name"], where["admin1"]] if where else []
    days = (date.fromisoformat(when["start"] or ""), date.fromisoformat(when["end"] or "")) if when else None
    return all(
        (
            not asked.since or bool(days and days[1] >= asked.since),
            not asked.until or bool(days and days[0] <= asked.until),
            not asked.type or record["event"] in asked.type,
            not asked.quad or record["quad"] in asked.quad,
            not asked.status or record["factuality"]["status"] in asked.status,
            not asked.context or bool(set(asked.context) & set(record["context"])),
            named([each["name"] for each in record["actor"]], asked.actor),
            named([each["name"] for each in record["recipient"]], asked.recipient),
            named(places, asked.place),
            named([record["publication"]["publisher"]], asked.publisher),
            not asked.country or bool(set(asked.country) & {*sides[0], *sides[1]}),
            not asked.dyad or any(each.actor in sides[0] and each.recipient in sides[1] for each in asked.dyad),
        )
    )


def named(names: list[str | None], parts: tuple[str, ...]) -> bool:
    return not parts or any(part.lower() in (name or "").lower() for name in names for part in parts)


def test_every_column_can_be_shown_and_the_limit_holds(reader: Reader) -> None:
    rows = [row for batch in events_table(reader, EventFilter(), tuple(COLUMNS), 3) for row in batch.to_pylist()]
    assert len(rows) == 3
    assert rows[0]["injured"] == 9 and rows[0]["latitude"] in (14.5, None) and rows[0]["historical"] is False
    with pytest.raises(UsageError, match="no column 'colour'"):
        events_table(reader, EventFilter(), ("colour",))


def test_a_select_of_ones_own_reads(filled: str) -> None:
    with open_reader(filled) as reader:
        answer = reader.ask_freely("-- how many\nSELECT count(*) AS events FROM events;")
        assert [batch.to_pylist() for batch in answer] == [[{"events": len(all_records())}]]


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM events", "DROP TABLE events", "SELECT 1; DROP TABLE events", "COMMIT", "SET statement_timeout = 0",
        "COPY events TO '/tmp/events.csv'", "", "WITH gone AS (DELETE FROM events RETURNING id) SELECT * FROM gone",
        "ATTACH ':memory:' AS other", "SELECT * FROM nowhere",
    ],
)  # fmt: skip
def test_whatever_else_is_refused_and_changes_nothing(filled: str, sql: str) -> None:
    with pytest.raises(UsageError), open_reader(filled) as reader:
        for _ in reader.ask_freely(sql):
            pass
    with open_reader(filled) as reader:
        assert count_events(reader, EventFilter()) == len(all_records())


def test_duckdb_reaches_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("word\nquiet\n", "utf8")
    path = fill(str(tmp_path / "news.duckdb"))
    with pytest.raises(UsageError, match="Permission"), open_reader(path) as reader:
        reader.ask_freely(f"SELECT * FROM read_csv('{secret}')")


def test_search_marks_the_words_in_any_form(filled: str) -> None:
    with open_reader(filled) as reader, open_index(reader, filled) as index:
        (first,) = index.find('"port of Sanga" wound -delta', "sentence", 1)
        marked = " ".join(mark.of(first.passage) for mark in first.marks)
        assert marked.replace(" of", "") == "port Sanga wounding"  # PostgreSQL passes over words without meaning
        assert len(index.find("nothing or raids", "document", 100)) == len(all_records())
        assert index.find("raided -guard", "sentence", 5) == ()
        with pytest.raises(UsageError, match="no word"):
            index.find("-port", "sentence", 5)


def test_first_word_stands_after_comments_and_brackets() -> None:
    assert first_word("/* a */ -- b\n ((select 1))") == "SELECT"
    assert first_word(" ; ") == ""


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ({"quad": ["5"]}, "quad '5'"), ({"since": ["soon"]}, "such as 2024-05-31"), ({"dyad": ["RUS"]}, "two countries"),
        ({"country": ["Ruritania"]}, "no country"), ({"status": ["sure"]}, "known are actual"),
        ({"colour": ["red"]}, "no filter"), ({"since": ["2024-02-02"], "until": ["2024-02-01"]}, "swap"),
    ],
)  # fmt: skip
def test_what_no_filter_can_be_is_told(words: dict[str, list[str]], complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        filter_from(words)


def test_names_of_countries_become_codes() -> None:
    asked = filter_from({"dyad": ["Russia:UKR"], "type": ["assault"], "country": ["IGO"]})
    assert (asked.dyad, asked.type, asked.country) == ((Dyad("RUS", "UKR"),), ("ASSAULT",), ("IGO",))


def test_a_question_that_takes_too_long_is_given_up(filled: str) -> None:
    endless = (
        "WITH RECURSIVE steps AS (SELECT 1 AS step UNION ALL SELECT step + 1 FROM steps) SELECT count(*) FROM steps"
    )
    with pytest.raises(UsageError, match=r"no answer within 0\.2 seconds"), open_reader(filled, 0.2) as reader:
        list(reader.ask_freely(endless))
