"""Sections: every rule does what its examples say, and shapes tell headline, lead and subheading."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.sections import SectionAnnotator, find_sections
from dateline.errors import ResourceError
from dateline.knowledge.sections import SectionRule, section_rules
from dateline.model import Document, Publication, Section

RULES = section_rules()
EXAMPLES = [(rule, paragraph, taken) for rule in RULES for paragraph, taken in rule.examples]
COUNTEREXAMPLES = [(rule, paragraph) for rule in RULES for paragraph in rule.counterexamples]
LONG = "The council of the delta provinces met for nine hours on Friday and then sent its envoys home without a word."


def _sections(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(section.kind, section.span.of(text)) for section in find_sections(text, RULES, title)]


@pytest.mark.parametrize(
    ("rule", "paragraph", "taken"), EXAMPLES, ids=[f"{rule.id}-{words[:20]}" for rule, words, _ in EXAMPLES]
)
def test_examples_are_told_by_their_rule(rule: SectionRule, paragraph: str, taken: str) -> None:
    first = find_sections(paragraph, RULES)[0]
    assert (first.rule, first.kind, first.span.of(paragraph)) == (rule.id, rule.kind, taken)


@pytest.mark.parametrize(
    ("rule", "paragraph"), COUNTEREXAMPLES, ids=[f"{rule.id}-{words[:20]}" for rule, words in COUNTEREXAMPLES]
)
def test_counterexamples_are_not_of_the_kind(rule: SectionRule, paragraph: str) -> None:
    assert rule.kind not in [kind for kind, _ in _sections(paragraph)]


def test_a_report_with_everything() -> None:
    text = "\n\n".join(
        [
            "Delta envoys leave empty-handed",
            "By Ana Lima",
            "FILE - The council house in June.",
            f"BASRA, Iraq (AP) — {LONG}",
            LONG,
            "READ MORE: What the delta wants",
            "A long quarrel",
            LONG,
        ]
    )
    assert [kind for kind, _ in _sections(text)] == [
        "headline", "promo", "caption", "dateline", "lead", "body", "promo", "subheading", "body",
    ]  # fmt: skip


def test_a_dateline_is_cut_off_its_paragraph() -> None:
    assert _sections(f"NEW DELHI (Reuters) - {LONG}") == [("dateline", "NEW DELHI (Reuters) -"), ("lead", LONG)]


def test_paragraphs_before_the_dateline_are_its_standfirst() -> None:
    text = f"Envoys went home on Friday.\n\nNo one said why.\n\nLIMA — {LONG}\n\n{LONG}"
    assert [kind for kind, _ in _sections(text)] == ["lead", "lead", "dateline", "lead", "body"]


def test_one_line_is_the_lead_however_it_ends() -> None:
    assert _sections("Rebels seize the northern port") == [("lead", "Rebels seize the northern port")]


def test_a_first_line_that_is_the_title_is_the_headline_even_with_a_full_stop() -> None:
    text = f"Rebels seize the port.\n\n{LONG}"
    assert _sections(text, "Rebels  seize the port.")[0] == ("headline", "Rebels seize the port.")
    assert _sections(text)[0][0] == "lead"


def test_the_annotator_takes_the_title_from_the_publication() -> None:
    document = Document("d", f"Port falls.\n\n{LONG}", Publication(title="Port falls."))
    sections = SectionAnnotator()(document).sections
    assert sections is not None
    assert [section.kind for section in sections] == ["headline", "lead"]


def test_a_first_line_in_title_case_is_the_headline_whatever_it_ends_with() -> None:
    assert _sections(f"Envoy Calls Delta Talks ‘Theatre For The Cameras.’\n\n{LONG}")[0][0] == "headline"
    assert _sections(f"Envoys called the talks theatre.\n\n{LONG}")[0][0] == "lead"


@pytest.mark.parametrize("line", ["“We are done.”", "Why now?", "He left:", "and then nothing"])
def test_a_short_sentence_is_no_subheading(line: str) -> None:
    assert _sections(f"{LONG}\n\n{line}\n\n{LONG}")[1] == ("body", line)


def test_a_speaker_in_a_transcript_is_no_dateline() -> None:
    text = f"{LONG}\n\nLIMA: We will not sign."
    assert _sections(text)[1] == ("body", "LIMA: We will not sign.")


def test_a_short_last_paragraph_is_no_subheading() -> None:
    assert _sections(f"{LONG}\n\n{LONG}\n\nNothing more")[-1][0] == "body"


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The council of the delta provinces met for nine hours on Friday, and\n"
        "then it sent its envoys home without a word, Iraqi officials in the\n"
        "port of Basra said. No new date was set.\n\n"
        "Boats lay idle."
    )
    assert [words for _, words in _sections(text)] == text.split("\n\n")


def test_long_lines_are_paragraphs_of_their_own() -> None:
    assert [words for _, words in _sections(f"{LONG}\n{LONG}\r\n{LONG}")] == [LONG] * 3


def test_one_sentence_a_line_is_one_paragraph_a_line() -> None:
    lines = ["Envoys went home on Friday.", "No one in Basra said why they had left.", "Boats lay idle."]
    assert [words for _, words in _sections("\n".join(lines))] == lines


PIECES = st.sampled_from(
    ["Rebels seized Goma.", "KYIV: Shells fell.", "LIMA — It rained", "READ MORE: x", "A heading", "\n", "\n\n", "\r\n",
     " ", "\u2028", "\t", "x", ".", "(Reuters) - Two fled.", "[AFP]", "«", LONG]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)), st.one_of(st.none(), st.text()))
def test_sections_are_apart_in_order_and_cover_all_but_white_space(text: str, title: str | None) -> None:
    sections = find_sections(text, RULES, title)
    spans = [section.span for section in sections]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    covered = {place for span in spans for place in range(span.start, span.end)}
    assert all(letter.isspace() for place, letter in enumerate(text) if place not in covered)


def test_sections_of_nothing() -> None:
    nothing: list[Section] = []
    assert find_sections(" \n\n ", RULES) == nothing


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("kind: nonsense", "no kind of section 'nonsense'"),
        ("pattern: '{agencies}'", "pattern: 'agencies'"),
        ("pattern: '('", "pattern: "),
    ],
)
def test_a_wrong_rule_is_refused_with_its_line(tmp_path: Path, change: str, reason: str) -> None:
    fields = {"id": "id: a", "kind": "kind: promo", "pattern": "pattern: x", "examples": "examples: [x]"}
    fields[change.split(":")[0]] = change
    path = tmp_path / "rules.yaml"
    path.write_text("# rules\n- " + "\n  ".join(fields.values()))
    with pytest.raises(ResourceError) as caught:
        section_rules(path)
    assert str(caught.value).startswith(f"{path}:2: {reason}")
