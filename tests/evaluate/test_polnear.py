"""Attributions against brat files: alignment by contents, what counts as a whole triple."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from dateline.cli.main import app
from dateline.errors import BadRecord, UnreadableFile
from dateline.evaluate.polnear import Statement, align, evaluate_attributions, score, statements
from dateline.model import Attribution, Document
from tests.make import span

TEXT = "Ruiz said rebels fled. Kim denied it."
GOLD = """\
T1\tSource 0 4\tRuiz
T2\tCue 5 9\tsaid
T3\tContent 10 21\trebels fled
T4\tAttribution 5 9\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
"""


def _folder(path: Path, gold: str = GOLD) -> Path:
    (path / "one.txt").write_text(TEXT, encoding="utf-8")
    (path / "one.ann").write_text(gold, encoding="utf-8")
    return path


def _saying(source: str, content: str) -> Attribution:
    return Attribution(span(TEXT, source), span(TEXT, "said"), span(TEXT, content), "indirect", "by-hand")


def _found(documents: Iterable[Document], *attributions: Attribution) -> Iterator[Document]:
    return (replace(each, attributions=attributions) for each in documents)


def test_a_triple_with_source_cue_and_content(tmp_path: Path) -> None:
    articles = evaluate_attributions(_folder(tmp_path), lambda given: _found(given, _saying("Ruiz", "rebels fled")))
    assert score(articles).triple == 1


def test_another_source_leaves_the_content(tmp_path: Path) -> None:
    found = score(evaluate_attributions(_folder(tmp_path), lambda given: _found(given, _saying("Kim", "rebels fled"))))
    assert (found.triple, found.content, found.source_right) == (0, 1, 0)


def test_pieces_of_one_cue_are_one_statement(tmp_path: Path) -> None:
    pieces = (_saying("Ruiz", "rebels"), _saying("Ruiz", "fled"))
    found = score(evaluate_attributions(_folder(tmp_path), lambda given: _found(given, *pieces)))
    assert (found.found, found.strict_content) == (1, 1)


def test_a_voice_within_anothers_content_is_left_out() -> None:
    outer = Attribution(
        span(TEXT, "Ruiz"), span(TEXT, "said"), span(TEXT, "rebels fled. Kim denied it"), "indirect", ""
    )
    inner = Attribution(span(TEXT, "Kim"), span(TEXT, "denied"), span(TEXT, "it"), "indirect", "")
    assert statements(TEXT, (outer, inner)) == statements(TEXT, (outer,))


def test_what_is_found_is_aligned_once() -> None:
    near, far = (Statement(frozenset(), frozenset(), frozenset(places)) for places in ((1, 2, 3), (1, 2)))
    pairs = align([far, near], [near])
    assert [(pair.gold, pair.found) for pair in pairs] == [(near, near), (far, None)]


def test_a_folder_without_gold(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        evaluate_attributions(tmp_path, _found)


def test_a_part_that_no_line_places(tmp_path: Path) -> None:
    with pytest.raises(BadRecord, match="T3"):
        evaluate_attributions(_folder(tmp_path, GOLD.replace("T3\tContent", "T9\tContent")), _found)


def test_the_command_gives_the_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _folder(tmp_path)
    articles = evaluate_attributions(folder, lambda given: _found(given, _saying("Ruiz", "rebels fled")))
    monkeypatch.setattr("dateline.evaluate.polnear.evaluate_attributions", lambda gold, stage: articles)
    monkeypatch.setattr("dateline.pipeline.build", lambda settings: SimpleNamespace(code=iter))
    told = CliRunner().invoke(app, ["evaluate", "attributions", str(folder), "--json"])
    shown = CliRunner().invoke(app, ["evaluate", "attributions", str(folder)])
    assert json.loads(told.stdout)["triple"] == 1
    assert "triples, F1" in shown.stdout and "1.000" in shown.stdout
