"""The notation of the corpus's authors."""

from pathlib import Path

import pytest

from training.corpus.codes import known_codes
from training.corpus.likeness import alike
from training.corpus.notation import read_batch
from training.corpus.published import read, write
from training.corpus.records import Record

CODES = known_codes()
SENTENCE = """### 2014-03-02 | wire | TGO
Police in Lomé fired tear gas at students blocking a road on Friday, hurting at least 30, the opposition said on Friday.
ASSAULT crowd-control @ fired tear gas
  by Police = TGO COP
  to students = TGO EDU "the students' union"
  on Friday#1 = 2014-02-28
  in Lomé = TGO
  said the opposition = TGO OPP | said | Police … 30
  injured at least 30 = 30+
  context repression
PROTEST obstruct @ blocking
  by students = TGO EDU
  to ? = - UNK
  status possible
  historical
"""


def records(tmp_path: Path, text: str) -> tuple[list[Record], list[str]]:
    path = tmp_path / "b01.txt"
    path.write_text(text, "utf8")
    return read_batch(path, CODES)


def test_a_sentence_is_read_with_every_part_of_its_events(tmp_path: Path) -> None:
    (record,), complaints = records(tmp_path, SENTENCE)
    gas, block = record.acts
    assert complaints == []
    assert (record.id, record.kind, record.country, record.published) == ("b01-001", "sentence", "TGO", "2014-03-02")
    assert record.text[slice(*gas.trigger)] == "fired tear gas"
    assert (
        gas.date and record.text[slice(*gas.date.span)] == "Friday" and gas.date.span[0] < gas.voices[0].source.span[0]
    )  # type: ignore[index]
    assert record.text[slice(*gas.voices[0].content)].endswith("at least 30")
    assert (gas.counts[0].low, gas.counts[0].high) == (30, None)
    assert gas.recipients[0].name == "the students' union"
    assert (block.status, block.historical, block.recipients[0].span) == ("possible", True, None)


def test_published_lines_read_back_as_they_were(tmp_path: Path) -> None:
    found, _ = records(tmp_path, SENTENCE + "\n### 2014-03-02 | headline | -\nRain wins again\nNONE hard weather\n")
    write(found, tmp_path / "b01.jsonl")
    assert read(tmp_path / "b01.jsonl") == found
    assert found[1].none == ("hard", "weather")


@pytest.mark.parametrize(
    ("wrong", "line", "reason"),
    [
        ("by Police = TGO COP", "by Polce = TGO COP", "4: the text does not have the words 'Polce'"),
        ("by Police = TGO COP", "by Police = TGX COP", "4: 'TGX' is no country code"),
        ("by Police = TGO COP", "by Police = TGO POL", "4: 'POL' is no sector"),
        ("ASSAULT crowd-control", "ASSAULT crowd", "3: ASSAULT has no mode 'crowd'"),
        ("on Friday#1 = 2014-02-28", "on Friday#1 = Friday", "6: 'Friday' is no date"),
        ("  by Police = TGO COP\n", "", "the ASSAULT has no actor"),
        ("### 2014-03-02", "### 2 March", "1: a heading is"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, wrong: str, line: str, reason: str) -> None:
    found, complaints = records(tmp_path, SENTENCE.replace(wrong, line, 1))
    assert found == []
    assert len(complaints) == 1 and reason in complaints[0]


def test_near_identical_texts_are_told_unless_they_are_a_pair_of_swapped_roles(tmp_path: Path) -> None:
    text = "### 2014-03-02 | wire | -\nThe old bridge over the river closed for a week of repairs on {}\nNONE plain\n"
    found, _ = records(tmp_path, text.format("Monday") + text.format("Tuesday"))
    assert [(first.id, second.id) for first, second, _ in alike(found)] == [("b01-001", "b01-002")]
    swapped, _ = records(tmp_path, (text.format("Monday") + text.format("Tuesday")).replace("wire", "wire swapped"))
    assert list(alike(swapped)) == []
