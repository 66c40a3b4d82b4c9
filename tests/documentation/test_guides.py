"""What guides tell people to type is true.

Every call of `dateline` on any page passes the command line's own parser. On the pages named here, blocks marked `sh` and
`python` run on the sample articles; a block marked `bash` wants what a test has not, such as a database server.
"""

import gzip
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from dateline.cli.main import app
from dateline.knowledge.tables import use_own_folder
from tests.documentation.blocks import ASSIGNMENT, ROOT, blocks_of, calls_of, statements_of

PAGES = sorted([*(ROOT / "docs").rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md"])
RUN = ("tutorial", *(f"guides/{name}" for name in ("feeds", "warc", "ontology", "tables", "qgis", "gephi", "ray")))
NEEDED = {"tutorial": "matplotlib", "guides/tables": "pandas", "guides/gephi": "networkx"}
REFUSED = typer.BadParameter.__bases__[0]
"""What the parser raises, of which only this child is public."""
STORY = "Rebels shelled the harbour of the northern town on Monday and left after the army answered, officials said. "


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_command_and_flag_is_known_to_the_parser(path: Path) -> None:
    shell = [block.code for block in blocks_of(path) if block.language in ("sh", "bash")]
    calls = [call for code in shell for statement in statements_of(code) for call in calls_of(statement)]
    refused = {shlex.join(call): reason for call in calls if (reason := _refused(call))}
    assert not refused


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_python_is_python(path: Path) -> None:
    for block in blocks_of(path):
        if block.language == "python":
            compile(block.code, str(path), "exec")


@pytest.mark.slow
@pytest.mark.model
@pytest.mark.parametrize("name", RUN)
def test_a_guide_runs_on_the_sample_articles(name: str, folder: Path) -> None:
    pytest.importorskip(NEEDED.get(name, "dateline"))
    for block in blocks_of(ROOT / "docs" / f"{name}.md"):
        if block.language == "sh":
            for statement in statements_of(block.code):
                _run(statement)
        elif block.language == "python":
            _python(block.code)
    assert len(list(folder.iterdir())) > 2 or name == "guides/feeds"


def test_a_wrong_flag_is_found() -> None:
    (call,) = calls_of("cat a.txt | DATELINE_THREADS=2 .venv/bin/dateline code - --not-there x  # why not")
    assert "No such option" in (_refused(call) or "")
    assert _refused(["rules", "chekc"])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with the sample articles and a web archive, and afterwards the packaged tables as they were."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / "crawl.warc.gz").write_bytes(gzip.compress(_archived()))
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    use_own_folder(None)


def _refused(call: list[str]) -> str | None:
    """Why the parser refuses a call; None where it takes it."""
    command: Any = typer.main.get_command(app)
    words = list(call)
    while hasattr(command, "commands"):
        if not words or words[0].startswith("-"):
            if command.invoke_without_command:
                break
            return None if words in (["--version"], ["--help"]) else "no command"
        if words[0] not in command.commands:
            return f"no command {words[0]}"
        command = command.commands[words.pop(0)]
    return _parsed(command, words)


def _parsed(command: Any, words: list[str]) -> str | None:
    try:
        command.make_context("dateline", words)
    except typer.Exit:
        return None
    except REFUSED as error:
        return str(error)
    return None


def _run(statement: str) -> None:
    """Runs a statement: calls of `dateline` here, which spares its start, the rest by the shell."""
    calls = calls_of(statement)
    if not calls:
        subprocess.run(["bash", "-ec", statement], check=True)
        return
    (call,) = calls
    given = dict(word.split("=", 1) for word in shlex.split(statement) if ASSIGNMENT.match(word))
    if given:  # tables are read once in a process, so that others of one's own want a process of their own
        subprocess.run([sys.executable, "-m", "dateline", *call], env={**os.environ, **given}, check=True)
        return
    result = CliRunner().invoke(app, call)
    assert result.exit_code == 0, f"{statement}\n{result.output}\n{result.exception!r}"


def _python(code: str) -> None:
    environment = {**os.environ, "MPLBACKEND": "Agg"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def _archived() -> bytes:
    page = f"<html><body><article><p>{STORY * 3}</p><p>{STORY * 2}</p></article></body></html>".encode()
    content = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    header = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:a>\r\nWARC-Target-URI: https://news.example/a\r\n"
        "WARC-Date: 2023-05-02T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    return header.encode() + content + b"\r\n\r\n"
