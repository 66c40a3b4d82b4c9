"""The source archive and the wheel that is built from it: what is in them, and that the wheel works by itself."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline import __version__

ROOT = Path(__file__).parent.parent
NEEDED = (
    "cli/main.py", "nlp/weights/network.onnx", "nlp/weights/LICENSE", "resources/ontology/plover.yaml", "py.typed",
    "resources/en/events/assault.yaml", "store/migrations/0001_tables.sql", "web/templates/base.html", "web/static/dateline.css",
)  # fmt: skip

pytestmark = [pytest.mark.model, pytest.mark.slow]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source archive and the wheel made from it."""
    pytest.importorskip("build", reason="no build; pip install build")
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    environment = {**os.environ, "DATELINE_WITHOUT_FRONTEND": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """A call of `python -m dateline` in an environment that has the wheel and what it needs, and not this checkout."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=True)
    own = Path(sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)}))
    with zipfile.ZipFile(_wheel(built)) as wheel:
        wheel.extractall(own)
    (own / "needed.pth").write_text("\n".join(path for path in sys.path if path.endswith("site-packages")), "utf8")
    python = folder / "bin" / "python"

    def run(*arguments: str, text: str = "") -> str:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        done = subprocess.run(
            [python, *arguments], cwd=folder, env=environment, input=text, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


def test_the_wheel_holds_the_package_and_nothing_else(built: Path) -> None:
    with zipfile.ZipFile(_wheel(built)) as wheel:
        names = wheel.namelist()
    assert {name.partition("/")[0] for name in names} == {"dateline", f"dateline-{__version__}.dist-info"}
    assert [name for name in NEEDED if f"dateline/{name}" not in names] == []
    assert [name for name in names if "node_modules" in name or "/frontend/" in name or name.endswith(".pyc")] == []
    licences = {name.rpartition("/")[2] for name in names if "/licenses/" in name}
    assert licences == {"LICENSE", "NOTICE"}


def test_the_source_archive_holds_what_a_change_needs(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        names = {name.partition("/")[2] for name in packed.getnames()}
    wanted = {
        "Makefile",
        "CITATION.cff",
        "docs/tutorial.md",
        "tests/make.py",
        "corpus/README.md",
        "examples/articles/court.txt",
    }
    assert wanted <= names
    assert [name for name in names if name.startswith((".git/", ".ci", "training/runs", ".venv"))] == []


def test_the_wheel_codes_a_sentence_by_itself(installed: Callable[..., str]) -> None:
    where = installed("-c", "import dateline; print(dateline.__file__)")
    assert str(ROOT) not in where
    coded = installed("-m", "dateline", "code", "-", "--json", text="Rebels seized a town in Mali on Monday.\n")
    assert '"event":"ASSAULT"' in coded.replace(" ", "")


def _wheel(built: Path) -> Path:
    (wheel,) = built.glob("*.whl")
    return wheel
