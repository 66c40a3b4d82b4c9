"""Every rule does what its examples say."""

import pytest

from dateline.coding.check import check_rules
from dateline.config import Settings
from dateline.pipeline import build


@pytest.mark.model
def test_the_packaged_rules_pass_their_own_examples() -> None:
    pipeline = build(Settings())
    assert [str(complaint) for complaint in check_rules(pipeline.coder.rulebook, pipeline.code)] == []
