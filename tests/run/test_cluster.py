"""Ray is asked for by name, and reports nothing to anybody; with actors at work it is tested in test_engines.py."""

import os
import sys

import pytest

from dateline.config import Settings
from dateline.errors import UsageError
from dateline.run.cluster import ray_engine


def test_without_ray_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "1")
    with pytest.raises(UsageError, match=r"pip install 'dateline\[ray\]'"), ray_engine(Settings(), 1, None):
        pass
    assert os.environ["RAY_USAGE_STATS_ENABLED"] == "0"
