"""The build hook: it builds what is missing, and a registry that cannot be reached stops nothing."""

import os
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

hatch_build = pytest.importorskip("hatch_build", reason="no hatchling; pip install hatchling")


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    frontend, built = tmp_path / "frontend", tmp_path / "built"
    frontend.mkdir()
    built.mkdir()
    (frontend / "package.json").write_text("{}")
    monkeypatch.setattr(hatch_build, "FRONTEND", frontend)
    monkeypatch.setattr(hatch_build, "BUILT", built)
    return frontend, built


def _hook(warnings: list[str]) -> Any:
    hook = object.__new__(hatch_build.FrontendHook)
    hook._BuildHookInterface__app = SimpleNamespace(display_warning=warnings.append)
    return hook


def test_what_is_built_after_its_sources_is_fresh(folders: tuple[Path, Path]) -> None:
    assert not hatch_build.is_fresh()
    for name in hatch_build.MADE:
        (folders[1] / name).write_text("")
    assert hatch_build.is_fresh()
    source = folders[0] / "charts.js"
    source.write_text("")
    later = (folders[1] / "charts.js").stat().st_mtime + 10
    os.utime(source, (later, later))
    assert not hatch_build.is_fresh()


def test_npm_runs_from_the_lock_file(folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[list[str]] = []
    monkeypatch.setattr(subprocess, "run", lambda command, **_: steps.append(command))
    _hook([]).initialize("standard", {})
    assert [step[-1] for step in steps] == ["--no-fund", "build"] and "ci" in steps[0]


def test_without_the_registry_the_build_goes_on(folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(command: list[str], **_: object) -> None:
        raise subprocess.CalledProcessError(1, command, stderr=b"npm error\nnpm error network unreachable\n")

    warnings: list[str] = []
    monkeypatch.setattr(subprocess, "run", fails)
    _hook(warnings).initialize("standard", {})
    assert warnings == ["The charts could not be built (npm error network unreachable); the newsroom will show tables."]


def test_the_charts_can_be_left_out(folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_WITHOUT_FRONTEND", "1")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("npm was run"))
    _hook([]).initialize("standard", {})
