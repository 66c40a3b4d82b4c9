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
    found = score(verdicts(path, pipeline.parse, lambda word: pipeline.coder.tools.factualities.of(word).status))
    assert found.error <= 0.52
    assert found.r >= 0.68
    assert found.negated_precision >= 0.72
    assert found.negated_recall >= 0.64
    assert found.open_f1 >= 0.62
