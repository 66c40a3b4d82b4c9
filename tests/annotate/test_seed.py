"""The first article, read by the real language model: who is who, when, where and according to whom."""

import re
from datetime import date
from pathlib import Path

import pytest

from dateline.annotate.actors import ActorAnnotator
from dateline.annotate.attributions import AttributionAnnotator
from dateline.annotate.chains import ChainAnnotator
from dateline.annotate.mentions import MentionAnnotator
from dateline.annotate.places import PlaceAnnotator
from dateline.annotate.times import TimeAnnotator
from dateline.model import Actor, Document, Publication, Section, Span
from dateline.nlp.language import LanguageModel, Text
from tests.make import span

ARTICLE = Path(__file__).parents[2].parent / "shared" / "seed" / "article.txt"

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not ARTICLE.exists(), reason="the shared folder is not beside the checkout"),
]


@pytest.fixture(scope="module")
def article() -> Document:
    text = ARTICLE.read_text(encoding="utf-8").split("\n", 1)[1]
    sections = tuple(Section(Span(*found.span()), "body", "test") for found in re.finditer(r"[^\n]+", text))
    (parse,) = LanguageModel().pipe([Text(text, tuple(section.span for section in sections))])
    read = Document("seed", text, Publication(published=date(2023, 7, 4)), sections=sections, parse=parse)
    steps = (
        MentionAnnotator(), ChainAnnotator(), ActorAnnotator(), TimeAnnotator(), PlaceAnnotator(),
        AttributionAnnotator(lambda _: "actual"),
    )  # fmt: skip
    for step in steps:
        read = step(read)
    return read


def actor_at(article: Document, start: int) -> Actor:
    """The actor of the mention whose head begins here."""
    span = next(mention.span for mention in article.mentions or () if mention.head.start == start)
    chain = next(chain for chain in article.chains or () if span in chain.mentions)
    return next(actor for actor in article.actors or () if actor.chain_id == chain.id)


@pytest.mark.parametrize(
    ("words", "head", "name", "country", "sector"),
    [
        ("The Russian president highlighted", "president", "Vladimir Putin", "RUS", ("GOV",)),
        ("what Moscow calls", "Moscow", "Moscow", "RUS", ("GOV",)),
        ("boss Yevgeny Prigozhin", "Yevgeny Prigozhin", "Yevgeny Prigozhin", "RUS", ("PRM",)),
        ("He struck a deal", "He", "Yevgeny Prigozhin", "RUS", ("PRM",)),
        ("with the Kremlin", "Kremlin", "Kremlin", "RUS", ("GOV",)),
        ("gratitude to SCO members", "members", "Shanghai Cooperation Organisation", "IGO", ()),
        ("President Alexander Lukashenko", "Alexander Lukashenko", "Alexander Lukashenko", "BLR", ("GOV",)),
        ("Minister Sergei Shoigu", "Sergei Shoigu", "Sergei Shoigu", "RUS", ("GOV",)),
        ("Western leaders", "leaders", "Western leaders", None, ("GOV",)),
    ],
)
def test_who_is_who(
    article: Document, words: str, head: str, name: str, country: str | None, sector: tuple[str, ...]
) -> None:
    within = span(article.text, words)
    inner = span(words, head)
    stretch = Span(within.start + inner.start, within.start + inner.end)
    start = next(mention.head.start for mention in article.mentions or () if stretch.covers(mention.head))
    actor = actor_at(article, start)
    assert (actor.name, actor.country, actor.sector) == (name, country, sector)


def test_the_boss_belongs_to_the_group(article: Document) -> None:
    actors = {actor.name: actor for actor in article.actors or ()}
    assert actors["Yevgeny Prigozhin"].affiliation == actors["Wagner Group"].chain_id


def test_when(article: Document) -> None:
    times = {timex.span.of(article.text): (timex.start, timex.end) for timex in article.times or ()}
    assert times["Last month"] == (date(2023, 6, 1), date(2023, 6, 30))
    assert times["Tuesday"] == (date(2023, 7, 4), date(2023, 7, 4))


def test_where(article: Document) -> None:
    rostov = next(place for place in article.places or () if place.name == "Rostov-on-Don")
    assert (rostov.country, rostov.resolution) == ("RUS", 4)
    assert (rostov.latitude, rostov.longitude) == (pytest.approx(47.24, abs=0.05), pytest.approx(39.71, abs=0.05))


@pytest.mark.parametrize(
    ("source", "cue", "kind", "within"),
    [
        ("Putin", "told", "direct", "consolidated"),
        ("Putin", "added", "direct", "Fatherland"),
        ("he", "said", "mixed", "constitutional order"),
        ("He", "told", "mixed", "stand up against"),
        ("The Russian president", "added", "indirect", "boost economic ties"),
        ("Prigozhin", "saying", "indirect", "overthrow"),
        ("Western leaders", "said", "indirect", "vulnerabilities"),
        ("China", "downplayed", "mixed", "internal affair"),
    ],
)
def test_according_to_whom(article: Document, source: str, cue: str, kind: str, within: str) -> None:
    text = article.text
    found = [one for one in article.attributions or () if one.source and one.cue and within in one.content.of(text)]
    assert any(one.source.of(text).startswith(source) and one.cue.of(text) == cue and one.kind == kind for one in found)
