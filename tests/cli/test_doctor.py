"""`dateline doctor`: what it says of an installation that works, and of one that does not."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

from dateline.cli import checkup
from dateline.cli.checkup import CHECKS, examined
from dateline.cli.main import app
from dateline.config import Settings
from dateline.knowledge.tables import use_own_folder

LIGHT = {name: CHECKS[name] for name in ("python", "packages", "disk", "threads")}


class Usage(NamedTuple):
    total: int
    used: int
    free: int


@pytest.fixture
def restored() -> Iterator[None]:
    """Leaves the packaged tables alone to the tests that follow."""
    yield
    use_own_folder(None)


@pytest.mark.model
def test_a_sound_installation_passes() -> None:
    result = CliRunner().invoke(app, ["doctor", "--json"])
    assert result.exit_code == 0, result.stdout
    findings = [json.loads(line) for line in result.stdout.splitlines()]
    assert [each["part"] for each in findings] == list(CHECKS)
    assert "ASSAULT" in next(each["found"] for each in findings if each["part"] == "a sentence")


@pytest.mark.model
def test_a_missing_model_fails_with_what_to_do_and_the_rest_is_still_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkup, "CHECKS", {**LIGHT, "language model": CHECKS["language model"]})
    settings = tmp_path / "dateline.toml"
    settings.write_text(f"model = {str(tmp_path)!r}\n", "utf8")
    result = CliRunner().invoke(app, ["doctor", "--settings", str(settings)])
    assert result.exit_code == 1
    (line,) = [line for line in result.stdout.splitlines() if line.startswith("failed")]
    assert "language model" in line and "install Dateline again" in line
    assert "4 ok, 0 warnings, 1 failed" in result.stderr


def test_a_table_with_a_wrong_line_fails(tmp_path: Path, restored: None) -> None:
    (tmp_path / "offices").mkdir()
    (tmp_path / "offices" / "mayors.tsv").write_text("no\theader\n", "utf8")
    status, found, advice = CHECKS["tables"](Settings(knowledge=str(tmp_path)))
    assert (status, advice) == ("failed", "dateline kb check names them all")
    assert "mayors.tsv" in found


@pytest.mark.parametrize(("free", "status"), [(5 << 30, "ok"), (500 << 20, "warning"), (1 << 20, "failed")])
def test_a_full_disk_is_told(free: int, status: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: Usage(10 << 30, 0, free))
    assert CHECKS["disk"](Settings())[0] == status


def test_more_threads_than_processors_are_a_warning() -> None:
    assert CHECKS["threads"](Settings(threads=1))[0] == "ok"
    assert CHECKS["threads"](Settings(threads=100_000))[0] == "warning"


@pytest.mark.parametrize("name", checkup.EXTRAS)
def test_a_missing_extra_is_a_warning_that_names_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkup, "find_spec", lambda module: None)
    status, _, advice = CHECKS[name](Settings())
    assert (status, advice) == ("warning", f"pip install 'dateline[{name}]'")


def test_a_missing_package_fails_with_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkup, "requires", lambda package: ["no-such-package>=3", "pytest>=99; extra == 'dev'"])
    finding = next(each for each in examined(Settings()) if each.part == "packages")
    assert finding.status == "failed"
    assert (finding.found, finding.advice) == ("no-such-package missing", "pip install 'no-such-package>=3'")
