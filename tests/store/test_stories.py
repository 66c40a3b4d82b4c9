"""Stories in both databases: found, listed, split, joined, and taken up again by later goes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.export.record import records_of
from dateline.model import CoderInfo, Document, Publication
from dateline.store import story_linking
from dateline.store.database import Database
from dateline.store.opening import open_store
from dateline.store.reading import open_reader
from dateline.store.stories import Story, stories_in, story_in, story_of
from dateline.store.story_corrections import join, split
from dateline.store.story_linking import count_new, link_new
from dateline.store.story_merging import merge_stale
from tests.export.examples import CODER, TEXT, raid, raid_document

DAY = date(2024, 3, 4)
SANGA = " Fishermen near Sanga pulled burning ropes from the harbour while the garrison counted its empty crates at the fuel jetty."
COPY = SANGA.replace("pulled", "dragged")
OTHER = " Dairy farmers in Kessil poured milk into the river, for the buyers' cartel pays them less than the price of fodder."
OTHER_LATER = " The Kessil cartel offered dairy farmers another cent for their milk, and the fodder price rose by two."
TABLES = ("story_members", "duplicates", "merged_events", "event_members", "open_stories", "sketches")


def report(id: str, tail: str, publisher: str, after: int = 0, dead: int | None = None) -> Document:
    """A report that adds this to the raid's sentence, or of farmers alone."""
    event = replace(raid(), id=f"e-{id}")
    if dead is not None:
        injured = event.magnitude.injured
        assert injured is not None
        event = replace(
            event, magnitude=replace(event.magnitude, dead=replace(injured, value=dead, low=dead, high=dead))
        )
    is_raid = OTHER not in tail
    document = raid_document(event) if is_raid else Document(id, tail, events=())
    facts = Publication(publisher=publisher, published=DAY + timedelta(after), title=f"Title of {id}")
    return replace(document, id=id, text=TEXT + tail if is_raid else tail, publication=facts)


REPORTS = (
    report("a", SANGA, "Wire", dead=2),
    report("b", COPY, "Echo", dead=4),
    report("c", OTHER * 3, "Farm News", after=1),
    report("d", SANGA.upper() + " Nine nets were lost.", "Post", after=2),
    report("e", (OTHER + OTHER_LATER) * 2, "Farm News", after=3),
)


def add(db: str, reports: Sequence[Document], coder: CoderInfo = CODER) -> None:
    with open_store(db) as store:
        for each in reports:
            store.add(each, records_of(each, coder), coder)


def go(db: str, batch: int = 100) -> None:
    with open_store(db) as store:
        assert sum(link_new(store.database, batch)) >= 0
        assert sum(merge_stale(store.database)) >= 0
        assert count_new(store.database) == 0


def shown(db: str, document: str) -> Story:
    with open_reader(db) as reader:
        story = story_of(reader, document)
        assert story is not None
        return story_in(reader, story)


def ids(story: Story) -> list[str]:
    return [each.id for each in story.documents]


def contents(database: Database) -> list[list[str]]:
    return [sorted(map(repr, database.execute(f"SELECT * FROM {table}"))) for table in TABLES]


def test_reports_of_one_happening_are_one_story_and_one_event(db: str) -> None:
    add(db, REPORTS)
    go(db)
    raided = shown(db, "a")
    assert ids(raided) == ["a", "b", "d"]
    assert [each.repeats for each in raided.documents] == [None, "a", "a"]
    (told,) = raided.happenings
    assert (told.reports, list(told.publishers), told.event) == (3, ["Wire"], "ASSAULT")
    assert told.tolls["dead"] == {"low": 2, "high": 4}
    assert told.first_event == "e-a"
    with open_reader(db) as reader:
        newest, oldest = stories_in(reader)
        assert (newest.id, oldest.id) == (story_of(reader, "c"), raided.id)
        assert [each.documents for each in stories_in(reader, order="largest", least=3)] == [3]
        assert (oldest.publishers, oldest.title, oldest.happenings) == (1, "Title of a", 1)
        with pytest.raises(UsageError, match="no order 'oldest'"):
            stories_in(reader, order="oldest")
        with pytest.raises(UsageError, match="no story s-1; `dateline stories list`"):
            story_in(reader, "s-1")


@settings(max_examples=10, deadline=None)
@given(st.lists(st.integers(1, 4), min_size=1, max_size=5))
def test_many_goes_find_what_one_finds(cuts: list[int]) -> None:
    with TemporaryDirectory() as folder:
        whole, parts = (str(Path(folder) / f"{name}.duckdb") for name in ("whole", "parts"))
        add(whole, REPORTS)
        go(whole)
        left = list(REPORTS)
        for cut in [*cuts, len(REPORTS)]:
            add(parts, left[:cut])
            go(parts, batch=2)
            left = left[cut:]
        with open_store(whole) as one, open_store(parts) as other:
            assert contents(one.database) == contents(other.database)


def test_what_was_split_stays_split_and_new_reports_do_not_join_it(db: str) -> None:
    add(db, REPORTS)
    go(db)
    before = shown(db, "a").id
    with open_store(db) as store:
        made = split(store.database, before, ["d"])
        with pytest.raises(UsageError, match=f"c is not in {before}"):
            split(store.database, before, ["c"])
        with pytest.raises(UsageError, match="at least one document"):
            split(store.database, before, ["a", "b"])
    go(db)
    assert ids(shown(db, "a")) == ["a", "b"] and ids(shown(db, "d")) == ["d"]
    assert shown(db, "d").id == made and shown(db, "d").happenings[0].reports == 1
    add(db, [report("f", SANGA, "Late", after=4), report("g", SANGA, "Later", after=5)])
    go(db)
    assert shown(db, "a").id == before != shown(db, "d").id
    assert sorted(ids(shown(db, "a")) + ids(shown(db, "d"))) == ["a", "b", "d", "f", "g"]


def test_what_was_joined_is_one_and_takes_what_either_would(db: str) -> None:
    add(db, REPORTS)
    go(db)
    first, second = shown(db, "a").id, shown(db, "c").id
    with open_store(db) as store:
        made = split(store.database, first, ["d"])
        assert join(store.database, [first, second, made]) == first
        with pytest.raises(UsageError, match="two stories or more"):
            join(store.database, [first])
        with pytest.raises(UsageError, match=f"no story {second}"):
            join(store.database, [first, second])
    add(db, [report("f", (OTHER + OTHER_LATER) * 2, "Farm News", after=4)])
    go(db)
    assert ids(shown(db, "f")) == ["a", "b", "c", "d", "e", "f"]
    assert sum(each.reports for each in shown(db, "f").happenings) == 3
    with open_store(db) as store:
        assert store.database.execute("SELECT * FROM stories_apart") == []


def test_a_document_with_another_text_finds_its_story_anew(db: str) -> None:
    add(db, REPORTS)
    go(db)
    add(db, [report("d", OTHER * 3, "Post", after=2)])
    assert ids(shown(db, "a")) == ["a", "b"]
    go(db)
    assert ids(shown(db, "d")) == ["c", "d", "e"]
    (told,) = shown(db, "a").happenings
    assert told.reports == 2


def test_what_another_coder_finds_is_merged_in_its_place(db: str) -> None:
    add(db, REPORTS[:2])
    go(db)
    later = replace(CODER, version="9.9.9")
    changed = replace(REPORTS[0], events=(replace(raid(), id="e-new", type="PROTEST"),))
    add(db, [changed], later)
    go(db)
    assert sorted((each.event, each.reports) for each in shown(db, "a").happenings) == [("ASSAULT", 1), ("PROTEST", 1)]


def test_a_go_that_breaks_off_leaves_what_was(db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    add(db, REPORTS[:3])
    go(db)
    add(db, REPORTS[3:])

    def breaking(*_: object) -> None:
        raise RuntimeError("the power is gone")

    with open_store(db) as store:
        before = contents(store.database)
        monkeypatch.setattr(story_linking, "keep_finder", breaking)
        with pytest.raises(RuntimeError, match="power"):
            list(link_new(store.database))
        assert contents(store.database) == before
