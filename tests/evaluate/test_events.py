"""From a gold file to a report."""

from pathlib import Path

import pytest

from dateline.errors import BadRecord, UnreadableFile, UsageError
from dateline.evaluate.events import evaluate_events
from dateline.evaluate.report import fault_record
from tests.evaluate.examples import coding, event, plv_line, write

PLV = plv_line("p", "<s>Oman</s> aided <t>Chad</t>.", "AID", 2)
STATEMENT = {"id": "s", "text": "Rates may fall.", "label": "none"}
PETRARCH = {"id": "c", "text": "Oman aided Chad.", "date": "20140301", "events": []}


@pytest.mark.parametrize(("line", "form"), [(PLV, "plv"), (STATEMENT, "statements"), (PETRARCH, "petrarch")])
def test_fields_tell_the_form(tmp_path: Path, line: dict[str, object], form: str) -> None:
    report = evaluate_events(write(tmp_path / "gold.jsonl", [line]), coding({}))
    assert (report.form, report.sentences) == (form, 1)


def test_fields_that_fit_no_form_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "gold.jsonl", [{"id": "x", "text": "Oman aided Chad."}])
    with pytest.raises(UsageError, match="fit no form.*plv: id, marked"):
        evaluate_events(path, coding({}))


def test_events_are_scored_with_the_sentence_they_were_coded_in(tmp_path: Path) -> None:
    other = plv_line("q", "<s>Peru</s> aided <t>Chile</t>.", "AID", 2)
    aid = event("Oman aided Chad.", "AID", ["Oman"], ["Chad"], quad=2)
    report = evaluate_events(write(tmp_path / "gold.jsonl", [PLV, other]), coding({"q": [], "p": [aid]}))
    assert [fault.document.id for fault in report.faults] == ["q"]


def test_a_lost_document_counts_as_one_without_events(tmp_path: Path) -> None:
    report = evaluate_events(write(tmp_path / "gold.jsonl", [PLV]), coding({}))
    nothing = report.figures["nothing coded"]
    assert nothing
    assert nothing.value == 1


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("{not json", "not JSON"),
        ("[]", "not a JSON object"),
        ('{"id": "s2", "text": "Rates fell."}', "label must be one of"),
        ('{"id": "s", "text": "Rates fell.", "label": "none"}', "'s' stands on a line before it"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, bad: str, reason: str) -> None:
    path = write(tmp_path / "gold.jsonl", [STATEMENT])
    path.write_text(path.read_text("utf8") + "\n" + bad + "\n", "utf8")
    with pytest.raises(BadRecord, match=f"gold.jsonl:3: .*{reason}"):
        evaluate_events(path, coding({}))


def test_a_file_that_is_missing_or_empty_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="cannot be read"):
        evaluate_events(tmp_path / "none.jsonl", coding({}))
    with pytest.raises(UnreadableFile, match="no sentences"):
        evaluate_events(write(tmp_path / "gold.jsonl", []), coding({}))


def test_a_fault_is_written_with_the_words_of_its_spans(tmp_path: Path) -> None:
    agreed = event("Oman aided Chad.", "AGREE", ["Oman"], ["Chad"], cameo="033", status="planned")
    (fault,) = evaluate_events(write(tmp_path / "gold.jsonl", [PLV]), coding({"p": [agreed]})).faults
    assert fault_record(fault) == {
        "id": "p",
        "error": "wrong type, both parties",
        "text": "Oman aided Chad.",
        "gold": {"type": "AID", "quad": 2, "actor": ["Oman"], "recipient": ["Chad"]},
        "coded": [
            {
                "type": "AGREE",
                "actor": ["Oman"],
                "recipient": ["Chad"],
                "trigger": "O",
                "rule": "a.rule",
                "operators": [],
                "cameo": "033",
                "status": "planned",
            }
        ],
    }
