"""Queues, decisions and what they make of events, in both databases."""

import pytest

from dateline.coding.coder import shipped
from dateline.errors import UsageError
from dateline.export.sources import records_from
from dateline.resources.ontology import load_ontology
from dateline.store.event_pages import event_record
from dateline.store.opening import open_store
from dateline.store.reading import open_reader
from dateline.store.reviewing import Decision, Draw, decide, draw, make_gold, take_back
from dateline.store.reviews import Item, differing, items_in, missed_in, next_item, reviews_in
from tests.store.databases import fill

PLOVER = load_ontology(shipped("ontology/plover.yaml"))


def queue(db: str, sampling: str = "random", double: float = 0.0, size: int = 6) -> list[Item]:
    fill(db)
    with open_store(db) as store:
        assert draw(store.database, Draw(sampling, size, double, 1)) == size
    with open_reader(db) as reader:
        return items_in(reader)


def say(db: str, item: Item, reviewer: str, verdict: str, ruled: bool = False, **correction: object) -> str:
    with open_store(db) as store:
        return decide(store.database, item.key, Decision(reviewer, verdict, correction, ruled), PLOVER)


def following(db: str, reviewer: str) -> Item | None:
    with open_reader(db) as reader:
        return next_item(items_in(reader), reviews_in(reader), reviewer)


def test_what_is_corrected_wins_in_every_export_and_is_marked(db: str) -> None:
    first, second, *_ = queue(db)
    say(db, first, "Ada", "correct", event="PROTEST", date="2024-03-01", actor=["Nobody known"], status="planned")
    say(db, second, "Ada", "reject")
    records = {record["id"]: record for record in records_from(db).records}
    changed = records[first.key[0]]
    assert (changed["event"], changed["quad"], changed["factuality"]["status"]) == ("PROTEST", 4, "planned")
    assert changed["date"] and changed["date"]["start"] == "2024-03-01" and changed["date"]["rule"] == "human"
    assert changed["actor"][0]["name"] == "Nobody known"
    assert changed["review"]["fields"] == ["actor", "date", "event", "status"]  # type: ignore[typeddict-item]
    assert second.key[0] not in records


def test_undo_brings_the_coders_own_record_back(db: str) -> None:
    first, *_ = queue(db)
    say(db, first, "Ada", "reject")
    with open_store(db) as store:
        assert take_back(store.database, "Ada", "random", PLOVER) == first.key
        assert take_back(store.database, "Ada", "random", PLOVER) is None
    with open_reader(db) as reader:
        assert event_record(reader, first.key[0]) == first.record
        assert len(reviews_in(reader)) == 2


def test_two_blind_reviewers_settle_an_item_and_a_third_rules_where_they_differ(db: str) -> None:
    first, *_ = queue(db, double=1.0)
    say(db, first, "Ada", "reject")
    assert first.key[0] in {record["id"] for record in records_from(db).records}
    say(db, first, "Ben", "accept")
    with open_reader(db) as reader:
        (difference,) = differing(items_in(reader), reviews_in(reader))
    assert difference[0].key == first.key
    say(db, first, "Cleo", "reject", ruled=True)
    assert first.key[0] not in {record["id"] for record in records_from(db).records}
    with open_reader(db) as reader:
        assert differing(items_in(reader), reviews_in(reader)) == []


def test_an_item_goes_to_as_many_as_it_needs_and_gold_to_everyone(db: str) -> None:
    first, second, *_ = queue(db)
    say(db, first, "Ada", "accept")
    assert following(db, "Ada") == second and following(db, "Ben") == second
    with open_store(db) as store:
        make_gold(store.database, first.key, {"verdict": "accept"})
    found = following(db, "Ben")
    assert found and found.key == first.key


def test_ways_of_sampling_are_apart(db: str) -> None:
    stratified = queue(db, "stratified", size=4)
    assert sorted(item.record["event"] for item in stratified) == ["AID", "AID", "ASSAULT", "ASSAULT"]
    with open_store(db) as store:
        assert draw(store.database, Draw("random", 100, 0, 1)) == 24
        assert draw(store.database, Draw("random", 100, 0, 1)) == 0
        with pytest.raises(UsageError, match="no sampling"):
            draw(store.database, Draw("by taste", 1, 0, 1))


def test_a_missed_event_leaves_the_item_open(db: str) -> None:
    first, *_ = queue(db)
    say(db, first, "Ada", "missed", text="raided", event="ASSAULT")
    assert following(db, "Ada") == first
    with open_reader(db) as reader:
        assert [each.correction["text"] for each in missed_in(reviews_in(reader))] == ["raided"]


@pytest.mark.parametrize("value", [{"event": "PICNIC"}, {"date": "soon"}, {"weather": "fine"}, {}])
def test_a_value_that_cannot_be_is_refused(db: str, value: dict[str, str]) -> None:
    first, *_ = queue(db)
    with pytest.raises(UsageError):
        say(db, first, "Ada", "correct", **value)
