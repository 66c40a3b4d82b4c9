"""The marks of a record are where its words are."""

from dateline.model import Span
from dateline.web.marks import all_marks, marks_of
from dateline.web.sentences import sentence_of
from tests.export.examples import TEXT, bare_record, raid_record


def test_each_mark_lies_on_the_words_of_the_record() -> None:
    words = {mark.layer: mark.span.of(TEXT) for mark in marks_of(raid_record())}
    assert words["trigger"] == "raided" and words["actor"] == "his unit" and words["recipient"] == "guards"
    assert words["time"] == "last month" and words["place"] == "Sanga" and words["count"] == "at least 9"
    assert words["voice"] == "Spokesman Idris Kone" and words["cue"] == "said"


def test_labels_say_what_the_words_mean() -> None:
    labels = {mark.layer: mark.label for mark in marks_of(raid_record())}
    assert labels["trigger"] == "ASSAULT by assault.raid"
    assert labels["time"] == "time: 1 Feb 2024 – 29 Feb 2024"
    assert labels["place"] == "place: Sanga, Mopti, Mali"


def test_a_bare_record_has_its_trigger_alone() -> None:
    assert [mark.layer for mark in all_marks([bare_record()])] == ["trigger"]


def test_a_sentence_counts_from_its_own_beginning() -> None:
    record = raid_record()
    moved = {**record, "sentence": {"index": 0, "span": [10, 26], "text": TEXT[10:26]}}
    assert (
        sentence_of(moved, marks_of(record))
        == '<mark class="voice" title="according to: Idris Kone" data-of="e-12ab">Idris Kone</mark> <mark class="cue" title="indirect speech" data-of="e-12ab">said</mark> '
    )
    assert Span(0, 9).of(TEXT) == "Spokesman"
