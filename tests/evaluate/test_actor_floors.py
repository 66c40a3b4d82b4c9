"""Country and sector of actors on texts written for it, with the real language model; floors a little under today's figures."""

from functools import cache
from pathlib import Path

import pytest

from dateline.annotate.chains import agreement, offices
from dateline.config import Settings
from dateline.evaluate.actors import Verdict, evaluate_actors, share
from dateline.knowledge import identities
from dateline.knowledge.offices import People
from dateline.pipeline import build
from dateline.stage import Stage

GOLD = Path(__file__).parents[1] / "gold"

pytestmark = pytest.mark.model


@cache
def coder() -> Stage:
    """The pipeline as it ships."""
    return build(Settings()).code


def _nobody() -> People:
    return People()


@pytest.fixture
def without_people(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables know nobody."""
    for module in (identities, offices, agreement):
        monkeypatch.setattr(module, "people", _nobody)


def _shares(verdicts: tuple[Verdict, ...]) -> tuple[float, float]:
    return share([each.country_is_right for each in verdicts]), share([each.sector_is_right for each in verdicts])


@pytest.mark.parametrize(
    ("name", "country", "sector"),
    [("actors.tsv", 0.96, 0.92), ("actors-second.tsv", 0.93, 0.9), ("actors-heldout.tsv", 0.9, 0.88)],
)
def test_with_the_tables(name: str, country: float, sector: float) -> None:
    countries, sectors = _shares(evaluate_actors(GOLD / name, coder()))
    assert countries >= country
    assert sectors >= sector


@pytest.mark.usefixtures("without_people")
def test_without_any_person_in_the_tables() -> None:
    country, sector = _shares(evaluate_actors(GOLD / "actors.tsv", coder()))
    assert country >= 0.86
    assert sector >= 0.81
