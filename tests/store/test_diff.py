"""What a newer run changed: pairs of events, the fields that differ, counts."""

from collections import Counter
from typing import Any

from dateline.store.diff import Comparison, Summary, compared, comparisons
from dateline.store.reading import open_reader
from dateline.store.runs import run_named
from tests.export.examples import raid_record
from tests.store.databases import all_records, fill


def _told(**facts: object) -> dict[str, Any]:
    return {**raid_record(), **facts}


def test_events_pair_by_id_then_by_trigger_and_the_rest_is_gone_or_new() -> None:
    trigger = {"text": "said", "span": [20, 24], "rule": "say"}
    before = [_told(), _told(id="e-2", trigger=trigger), _told(id="e-3", trigger={**trigger, "span": [1, 2]})]
    after = [
        _told(quad=3),
        _told(id="e-4", trigger=trigger, event="AID"),
        _told(id="e-5", trigger={**trigger, "span": [7, 9]}),
    ]
    found = list(compared("raid.txt", before, after))
    assert [(each.outcome, each.fields) for each in found] == [
        ("changed", ("quad",)), ("changed", ("event",)), ("gone", ()), ("new", ()),
    ]  # fmt: skip
    summary = Summary(Counter(), Counter())
    for each in found:
        summary.add(each)
    assert summary.types == {("ASSAULT", "changed"): 2, ("ASSAULT", "gone"): 1, ("ASSAULT", "new"): 1}
    assert summary.fields == {"quad": 1, "event": 1}


def test_bookkeeping_is_no_change() -> None:
    (only,) = compared("raid.txt", [_told()], [_told(id="e-9", story_id="s-1")])
    assert (only.outcome, only.fields) == ("same", ())


def test_runs_of_a_database_are_compared(tmp_path: Any) -> None:
    with open_reader(fill(str(tmp_path / "news.duckdb"))) as reader:
        run = run_named(reader, "64")
        assert (run.version, run.events, run.documents) == ("0.1.0", len(all_records()), len(all_records()))
        gone = list(comparisons(reader, run.id, "none"))
    assert len(gone) == len(all_records())
    assert all(isinstance(each, Comparison) and each.outcome == "gone" for each in gone)
