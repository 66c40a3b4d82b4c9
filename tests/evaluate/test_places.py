"""Scores of places: which gold toponyms count, and how far is right."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import BadRecord
from dateline.evaluate.places import evaluate_places, kilometres, read_places
from dateline.model import Document, Place, Span

ARTICLE = """<articles><article><text>Rain fell on Lima and Paris.</text><locations>
<location><name>Lima</name><start>14</start><end>18</end><lat>40.7</lat><lon>-84.1</lon></location>
<location><name>Paris</name><start>23</start><end>28</end><lat>48.9</lat><lon>2.3</lon></location>
<location><name>Rain</name><start>1</start><end>5</end></location>
</locations></article></articles>"""


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.xml"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_spans_stand_on_their_names_and_what_has_no_point_is_left_out(gold: Path) -> None:
    (article,) = read_places(gold)
    spans = [toponym.span for toponym in article.toponyms]
    assert [article.document.text[span.start : span.end] for span in spans] == ["Lima", "Paris"]


def test_all_gold_counts_and_a_namesake_far_off_is_wrong(gold: Path) -> None:
    lima = Place(Span(13, 17), "Lima", None, "PER", None, -12.0, -77.0, "PPLC", 4, "place.gazetteer")

    def code(documents: Iterable[Document]) -> Iterator[Document]:
        return (replace(document, places=(lima,)) for document in documents)

    placing = evaluate_places(gold, code)
    assert (placing.found, placing.near, placing.near_of_found) == (0.5, 0.0, 0.0)
    assert placing.mean_error > 5000


def test_a_degree_along_the_equator() -> None:
    assert kilometres(0, 0, 0, 1) == pytest.approx(111.2, abs=0.1)


def test_what_is_not_xml_is_said(tmp_path: Path) -> None:
    path = tmp_path / "gold.xml"
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(BadRecord):
        list(read_places(path))
