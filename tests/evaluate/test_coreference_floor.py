"""Chains on GUM's news and interviews, with the real language model; floors a little under what was measured last."""

import pytest

from dateline.config import Settings
from dateline.evaluate.coreference import evaluate_coreference
from dateline.pipeline import build
from tests.evaluate.examples import GOLD

DEV = GOLD.parent / "corpora" / "en_gum-dev.conllu"


@pytest.mark.model
@pytest.mark.skipif(not DEV.exists(), reason="the shared corpora are not here")
def test_chains_of_news_and_interviews() -> None:
    found = evaluate_coreference(DEV, build(Settings()).code, ["news", "interview"])
    assert found.documents == 4
    assert found.mean >= 0.53
    assert found.pronouns.precision >= 0.80
    assert found.pronouns.recall >= 0.33
