"""Statuses of predicates on gold data, with the real language model."""

import pytest

from dateline.config import Settings
from dateline.evaluate.factuality import score, verdicts
from dateline.pipeline import build
from tests.evaluate.examples import GOLD

pytestmark = pytest.mark.model


def test_statuses_of_newswire() -> None:
    path = GOLD / "factuality" / "uw-dev.jsonl"
    if not path.exists():
        pytest.skip("the shared folder with gold data is not beside the checkout")
    pipeline = build(Settings())
    found = score(verdicts(path, pipeline.parse, pipeline.coder.tools.factualities.status_of))
    assert found.error <= 0.48
    assert found.r >= 0.715
    assert found.negated.precision >= 0.74
    assert found.negated.recall >= 0.66
    assert found.uncertain.f1 >= 0.65
