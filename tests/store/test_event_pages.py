"""Every order, a page at a time, gives each event once; both databases."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.store.event_pages import LISTED, ORDERS, Order, Slice, event_record, listed_events
from dateline.store.filters import EventFilter
from dateline.store.query import RECORD
from dateline.store.reading import Reader
from tests.store.databases import all_records

EVERYTHING = EventFilter()


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(by=st.sampled_from(ORDERS), descending=st.booleans(), size=st.integers(1, 20))
def test_pages_together_are_all_events_in_order(reader: Reader, by: str, descending: bool, size: int) -> None:
    order, after, found = Order(by, descending), None, []
    while True:
        page = listed_events(reader, EVERYTHING, order, Slice(size, after, (*LISTED, "published")))
        found += page.rows
        assert len(page.rows) <= size
        if not (after := page.following):
            break
    assert sorted(row["id"] for row in found) == sorted(record["id"] for record in all_records())
    keys = {"date": "date_start", "type": "event"}
    told = [str(row[keys.get(by, by)] or "") for row in found]
    assert told == sorted(told, reverse=descending)


def test_records_are_whole(reader: Reader) -> None:
    page = listed_events(reader, EventFilter(type=("AID",)), Order(), Slice(100, columns=(RECORD,)))
    wanted = {record["id"]: record for record in all_records() if record["event"] == "AID"}
    assert {record["id"]: record for record in (json.loads(row[RECORD]) for row in page.rows)} == wanted
    assert page.following is None


def test_one_record_by_its_id(reader: Reader) -> None:
    assert event_record(reader, "e-3") == all_records()[3]
    assert event_record(reader, "e-none") is None


@pytest.mark.parametrize("word", ["date", "-published"])
def test_an_order_is_spelt_as_it_is_read(word: str) -> None:
    assert Order.spelt(word).word == word


def test_an_order_that_there_is_not() -> None:
    with pytest.raises(UsageError, match="no order by 'colour'"):
        Order.spelt("-colour")


@pytest.mark.parametrize("cursor", ["", "%", "bm90", "eyJhIjogMX0", "WzEsIDJd"])
def test_a_cursor_that_no_page_gave(reader: Reader, cursor: str) -> None:
    if cursor:
        with pytest.raises(UsageError, match="cursor"):
            listed_events(reader, EVERYTHING, Order(), Slice(5, cursor))
    else:
        assert listed_events(reader, EVERYTHING, Order(), Slice(5, cursor)).rows


def test_a_cursor_of_another_order(reader: Reader) -> None:
    cursor = listed_events(reader, EVERYTHING, Order("type"), Slice(5)).following
    with pytest.raises(UsageError, match="not one of the order '-date'"):
        listed_events(reader, EVERYTHING, Order(), Slice(5, cursor))
