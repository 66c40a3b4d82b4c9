"""The site builds without a broken link, and its pages fetch nothing from elsewhere."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.documentation.blocks import ROOT

pytestmark = pytest.mark.slow

FETCHED = re.compile(r"<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)=[\"']?((?:https?:)?//[^\"'> ]+)")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("material", reason="no mkdocs-material; pip install 'dateline[docs]'")
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def test_every_page_is_there(site: Path) -> None:
    written = {
        path.relative_to(ROOT / "docs").with_suffix(".html").as_posix() for path in (ROOT / "docs").rglob("*.md")
    }
    assert written <= {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert (site / "reference" / "rules" / "assault.html").exists()
    assert (site / "notebooks" / "first_events.ipynb").exists()


def test_no_page_fetches_anything(site: Path) -> None:
    fetched = {found for path in site.rglob("*.html") for found in FETCHED.findall(path.read_text("utf8"))}
    assert not fetched


def test_figures_are_in_their_pages(site: Path) -> None:
    assert "<td>PUD</td>" in (site / "model-card.html").read_text("utf8")
    assert "<!-- results" not in (site / "explanation" / "measured.html").read_text("utf8")
