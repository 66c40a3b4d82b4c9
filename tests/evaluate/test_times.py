"""Scores of times: what of an article counts, and what words and values it takes to be right."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.main import app
from dateline.errors import BadRecord, UnreadableFile
from dateline.evaluate.times import GoldArticle, read_meantime, timing_of
from dateline.model import Span, Timex

WORDS = (
    ("Market", "falls"),
    ("July", "5", ",", "2023"),
    ("It", "fell", "last", "week", "."),
    ("It", "rose", "in", "1990", "."),
)
MARKS = """
<EVENT_MENTION m_id="1"><token_anchor t_id="8"/></EVENT_MENTION>
<TIMEX3 m_id="2" type="DATE" value="2023-07-05" functionInDocument="CREATION_TIME">
<token_anchor t_id="3"/><token_anchor t_id="4"/><token_anchor t_id="5"/><token_anchor t_id="6"/></TIMEX3>
<TIMEX3 m_id="3" type="DATE" value="2023-W26" functionInDocument="NONE">
<token_anchor t_id="9"/><token_anchor t_id="10"/></TIMEX3>
<TIMEX3 m_id="4" type="DATE" value="2023" functionInDocument="NONE"/>
"""


def write_article(folder: Path, marks: str = MARKS) -> None:
    rows = [(number, word) for number, sentence in enumerate(WORDS) for word in sentence]
    tokens = "".join(
        f'<token t_id="{id}" sentence="{number}">{word}</token>' for id, (number, word) in enumerate(rows, 1)
    )
    (folder / "one.xml").write_text(f"<Document>{tokens}<Markables>{marks}</Markables></Document>", encoding="utf-8")


@pytest.fixture
def article(tmp_path: Path) -> GoldArticle:
    write_article(tmp_path)
    (found,) = read_meantime(tmp_path)
    return found


def timex(article: GoldArticle, words: str, value: str) -> Timex:
    start = article.document.text.index(words)
    return Timex(Span(start, start + len(words)), None, None, "day", "by-hand", "none", value)


def test_the_text_is_set_in_paragraphs_and_published_on_its_own_date(article: GoldArticle) -> None:
    assert article.document.text == "Market falls\n\nJuly 5, 2023\n\nIt fell last week. It rose in 1990."
    assert article.document.publication.published == date(2023, 7, 5)
    assert [mark.span.of(article.document.text) for mark in article.times] == ["July 5, 2023", "last week"]


def test_words_and_values_are_told_apart_and_what_has_no_marks_is_left_out(article: GoldArticle) -> None:
    found = (
        timex(article, "July 5, 2023", "2023-07-05"),
        timex(article, "last", "2023-W26"),
        timex(article, "1990", "1990"),
    )
    timing = timing_of([(article, replace(article.document, times=found))])
    assert (timing.gold, timing.found) == (1, 1)
    assert (timing.strict_f1, timing.relaxed_f1, timing.value_f1) == (0.0, 1.0, 1.0)


def test_the_own_date_counts_where_it_is_asked_for(article: GoldArticle) -> None:
    found = (timex(article, "July 5, 2023", "2023-07-05"), timex(article, "It fell", "2023"))
    timing = timing_of([(article, replace(article.document, times=found))], with_own_date=True)
    assert (timing.gold, timing.found, timing.strict, timing.value) == (2, 2, 1, 1)


def test_of_two_over_one_only_the_longer_counts(article: GoldArticle) -> None:
    found = (timex(article, "last", "2023-W26"), timex(article, " week", "2023-W26"))
    timing = timing_of([(article, replace(article.document, times=found))])
    assert (timing.relaxed, timing.found) == (1, 2)


def test_an_own_date_that_is_not_iso_is_read_from_its_words(tmp_path: Path) -> None:
    write_article(tmp_path, MARKS.replace('value="2023-07-05"', 'value="05-07-2023"'))
    (found,) = read_meantime(tmp_path)
    assert found.document.publication.published == date(2023, 7, 5)


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        list(read_meantime(tmp_path))
    (tmp_path / "one.xml").write_text("{}", encoding="utf-8")
    with pytest.raises(BadRecord):
        list(read_meantime(tmp_path))


@pytest.mark.model
def test_the_command_prints_both_scores(tmp_path: Path) -> None:
    write_article(tmp_path)
    result = CliRunner().invoke(app, ["evaluate", "times", str(tmp_path), "--json"])
    report = json.loads(result.stdout)
    assert (report["text"]["gold"], report["text and own date"]["gold"]) == (1, 2)
    assert report["text"]["value_f1"] == 1.0
    printed = CliRunner().invoke(app, ["evaluate", "times", str(tmp_path)])
    assert "strict F1" in printed.stdout
    assert "1 coded, 0 skipped, 0 failed" in printed.stderr
