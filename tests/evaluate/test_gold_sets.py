"""The coder on gold sets, with the real language model: no figure may fall below its floor or rise above its ceiling."""

from collections.abc import Mapping
from functools import cache

import pytest

from dateline.config import Settings
from dateline.evaluate.events import evaluate_events
from dateline.pipeline import build
from dateline.stage import Stage
from tests.evaluate.examples import GOLD

# A little on the safe side of what was measured last; raise a floor and lower a ceiling whenever the coder gets better.
FLOORS: Mapping[str, Mapping[str, float]] = {
    "plv/dev.jsonl": {
        "type accuracy": 0.80,
        "type macro-F1": 0.78,
        "quad accuracy": 0.86,
        "triple recall": 0.66,
        "events a sentence": 0.9,
    },
    "statements/dev.jsonl": {"event coded": 0.87},
    "petrarch/validation.jsonl": {"root": 0.53, "root, both countries": 0.35},
}
CEILINGS: Mapping[str, Mapping[str, float]] = {
    "plv/dev.jsonl": {"nothing coded": 0.07, "events a sentence": 1.8},
    "statements/dev.jsonl": {"none coded as actual": 0.06},
    "petrarch/validation.jsonl": {"eventless coded": 0.9},
}

pytestmark = pytest.mark.model


@cache
def coder() -> Stage:
    """The pipeline as it ships."""
    return build(Settings()).code


@pytest.mark.parametrize("name", FLOORS)
def test_figures_stay_within_their_bounds(name: str) -> None:
    if not (GOLD / name).exists():
        pytest.skip("the shared folder with gold data is not beside the checkout")
    figures = evaluate_events(GOLD / name, coder()).figures
    values = {name: figure.value for name, figure in figures.items() if figure}
    assert {name: values[name] for name, floor in FLOORS[name].items() if values[name] < floor} == {}
    assert {name: values[name] for name, ceiling in CEILINGS[name].items() if values[name] > ceiling} == {}
