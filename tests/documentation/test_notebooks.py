"""Notebooks run from beginning to end, and are kept without what they print."""

import warnings
from pathlib import Path
from typing import Any

import pytest

from tests.documentation.blocks import ROOT

NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))
SECONDS = 300


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_nothing_that_was_printed_is_kept(path: Path) -> None:
    cells = [cell for cell in _notebook(path).cells if cell.cell_type == "code"]
    assert cells
    assert not [cell for cell in cells if cell.outputs or cell.execution_count]


@pytest.mark.slow
@pytest.mark.model
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for needed in ("ipykernel", "matplotlib", "pandas"):
        pytest.importorskip(needed)
    client = pytest.importorskip("nbclient")
    monkeypatch.setenv("MPLBACKEND", "Agg")
    notebook = _notebook(path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the kernel's own transport
        client.NotebookClient(notebook, timeout=SECONDS, resources={"metadata": {"path": str(ROOT)}}).execute()
    assert all(cell.execution_count for cell in notebook.cells if cell.cell_type == "code")


def _notebook(path: Path) -> Any:
    return pytest.importorskip("nbformat", reason="no nbformat; pip install nbformat").read(path, 4)
