"""Settings: file, then environment, then flags; nothing unknown is taken."""

from pathlib import Path

import pytest

from dateline.config import Settings, load_settings
from dateline.errors import UsageError


def test_defaults_when_nothing_is_said() -> None:
    assert load_settings(environment={}) == Settings()


def test_flags_win_over_the_environment_and_that_over_the_file(tmp_path: Path) -> None:
    path = tmp_path / "dateline.toml"
    path.write_text('threads = 2\nlargest_article = 100\nmodel = "a"\n')
    settings = load_settings(path, {"DATELINE_THREADS": "3", "DATELINE_MODEL": "b"}, {"model": "c", "ontology": None})
    assert settings == Settings(largest_article=100, threads=3, model="c")


def test_an_unknown_name_is_refused_with_the_nearest_known_one() -> None:
    with pytest.raises(UsageError, match="unknown setting thread in the environment; did you mean threads"):
        load_settings(environment={"DATELINE_THREAD": "2"})


@pytest.mark.parametrize("value", ["many", "-1", "0", "1.5", True])
def test_a_number_must_be_whole_and_above_nothing(value: object) -> None:
    with pytest.raises(UsageError, match="threads in a flag must be a whole number above 0"):
        load_settings(environment={}, flags={"threads": value})


def test_a_file_that_is_missing_or_no_toml_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no settings file .*none\.toml"):
        load_settings(tmp_path / "none.toml", {})
    bad = tmp_path / "bad.toml"
    bad.write_text("threads =")
    with pytest.raises(UsageError, match=r"bad\.toml: not TOML"):
        load_settings(bad, {})
