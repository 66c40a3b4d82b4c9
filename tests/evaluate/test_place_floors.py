"""Places on gold articles read as raw text, with the real language model; floors a little under today's figures."""

from collections.abc import Mapping
from functools import cache

import pytest

from dateline.config import Settings
from dateline.evaluate.places import evaluate_places
from dateline.pipeline import build
from dateline.stage import Stage
from tests.evaluate.examples import GOLD

FLOORS: Mapping[str, tuple[float, float]] = {"tr-news": (0.84, 0.89), "geovirus": (0.82, 0.87)}
"""The share within 161 km of all toponyms and of those found."""

pytestmark = pytest.mark.model


@cache
def coder() -> Stage:
    """The pipeline as it ships."""
    return build(Settings()).code


@pytest.mark.parametrize("name", FLOORS)
def test_places_do_not_fall_below_their_floors(name: str) -> None:
    path = GOLD / "places" / f"{name}.xml"
    if not path.exists():
        pytest.skip("the shared folder with gold data is not beside the checkout")
    found = evaluate_places(path, coder())
    near, near_of_found = FLOORS[name]
    assert found.near >= near
    assert found.near_of_found >= near_of_found
