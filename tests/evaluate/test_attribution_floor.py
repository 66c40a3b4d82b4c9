"""Attributions on political articles, with the real language model; floors a little under what was measured last."""

import pytest

from dateline.config import Settings
from dateline.evaluate.polnear import evaluate_attributions, score
from dateline.pipeline import build
from tests.evaluate.examples import GOLD


@pytest.mark.model
@pytest.mark.skipif(not (GOLD / "polnear").exists(), reason="the shared folder with gold data is not here")
def test_attributions_of_political_articles() -> None:
    found = score(evaluate_attributions(GOLD / "polnear", build(Settings()).code))
    assert found.triple >= 0.59
    assert found.content >= 0.75
    assert found.source_right >= 0.84
    assert found.direct_found >= 0.92
