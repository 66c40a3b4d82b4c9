"""The command line before any command does its work."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline import __version__
from dateline.cli.main import app, run


def test_the_version() -> None:
    result = CliRunner().invoke(app, ["--version"])
    assert (result.exit_code, result.stdout) == (0, f"dateline {__version__}\n")


def test_help_names_every_command() -> None:
    result = CliRunner().invoke(app, ["--help"])
    assert result.exit_code == 0
    assert all(f" {name} " in result.stdout for name in ("code", "parse", "explain", "rules"))


def test_a_fault_of_the_users_is_one_line_and_status_two(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["dateline", "code", "a.txt", "--settings", str(tmp_path / "none.toml")])
    with pytest.raises(SystemExit) as ended:
        run()
    assert ended.value.code == 2
    assert capsys.readouterr().err == f"dateline: there is no settings file {tmp_path / 'none.toml'}\n"


def test_it_runs_as_a_module() -> None:
    done = subprocess.run([sys.executable, "-m", "dateline", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"dateline {__version__}\n"
