"""`dateline serve`: what it prints, what it makes, and what stands in its way."""

import socket
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from dateline.cli.main import app
from dateline.cli.serve import OwnCoder
from dateline.config import Settings
from dateline.errors import UsageError
from dateline.web import serving
from dateline.web.serving import listening


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Instead of serving, asks for the front page as the printed address would; gives the answers' statuses."""
    statuses: list[int] = []

    def ask(app: Any, at: socket.socket) -> None:
        port = at.getsockname()[1]
        with TestClient(app, f"http://127.0.0.1:{port}") as client:
            statuses.extend([client.get("/").status_code, client.get("/static/dateline.css").status_code])

    monkeypatch.setattr(serving, "run", ask)
    monkeypatch.setattr(OwnCoder, "warm", lambda self: None)
    return statuses


def _free_port() -> int:
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        return int(made.getsockname()[1])


def test_it_prints_an_address_with_a_token_and_makes_the_database(served: list[int], tmp_path: Path) -> None:
    port, path = _free_port(), tmp_path / "new.duckdb"
    result = CliRunner().invoke(app, ["serve", "--db", str(path), "--port", str(port)])
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(f"http://127.0.0.1:{port}/?token=")
    assert served == [401, 200] and path.exists()


def test_it_serves_without_a_database(served: list[int]) -> None:
    assert CliRunner().invoke(app, ["serve", "--port", str(_free_port())]).exit_code == 0
    assert served == [401, 200]


def test_a_port_that_is_taken() -> None:
    with listening(0) as taken, ExitStack() as stack:
        taken.listen()
        with pytest.raises(UsageError, match="choose another with --port"):
            stack.enter_context(listening(taken.getsockname()[1]))


@pytest.mark.model
def test_its_own_coder_codes_and_explains() -> None:
    coding = OwnCoder(Settings())("Rebels shelled the port of Sanga on Monday.", date(2024, 3, 6))
    (record,) = coding.records
    assert record["event"] == "ASSAULT" and record["date"] and record["date"]["start"] == "2024-03-04"
    assert coding.traces[0].attempts and coding.document.text.startswith("Rebels")
