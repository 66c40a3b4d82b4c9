"""What goes with a release: one version everywhere, and changes in fragments that can be gathered."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from dateline import __version__

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))
KINDS = [each["directory"] for each in PROJECT["tool"]["towncrier"]["type"]]
FRAGMENTS = sorted(path for path in (ROOT / "changes").iterdir() if path.suffix == ".md")


def test_one_version_everywhere() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf8"))
    assert citation["version"] == PROJECT["project"]["version"] == __version__
    assert citation["cff-version"] == "1.2.0"
    assert citation["license"] == "Apache-2.0"
    assert citation["authors"] and citation["title"] and citation["message"]


@pytest.mark.parametrize("path", FRAGMENTS, ids=lambda path: path.name)
def test_a_fragment_is_of_a_known_kind_and_says_something(path: Path) -> None:
    assert re.fullmatch(rf"[\w-]+\.({'|'.join(KINDS)})\.md", path.name)
    assert path.read_text("utf8").strip().endswith(".")


def test_fragments_can_be_gathered() -> None:
    pytest.importorskip("towncrier", reason="no towncrier; pip install towncrier")
    assert PROJECT["tool"]["towncrier"]["start_string"] in (ROOT / "CHANGELOG.md").read_text("utf8")
    command = [sys.executable, "-m", "towncrier", "build", "--draft", "--version", "9.9.9"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "## 9.9.9" in done.stdout
    for path in FRAGMENTS:
        assert path.read_text("utf8").split()[0] in done.stdout


def test_the_licences_of_the_training_data_are_told_alike() -> None:
    card, notice = ((ROOT / name).read_text("utf8") for name in ("docs/model-card.md", "NOTICE"))
    for data in ("all-MiniLM-L6-v2", "EWT", "GUM", "Universal NER", "Wikigold"):
        assert data in card and data in notice
