"""A correction from the page of an event."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.store.databases import fill
from tests.web.rooms import client


@pytest.fixture
def inside(tmp_path: Path) -> TestClient:
    return client(fill(str(tmp_path / "news.duckdb")))


def _corrected(inside: TestClient, **said: str) -> str:
    desk = inside.post("/events/e-1/correct", data={"reviewer": "Ada"})
    coder = desk.text.partition('name="coder" value="')[2].partition('"')[0]
    given = {"reviewer": "Ada", "sampling": "chosen", "event": "e-1", "coder": coder, **said}
    return inside.post("/review/desk", data=given).text


def test_a_correction_leads_back_to_the_event_and_wins(inside: TestClient) -> None:
    text = _corrected(inside, verdict="correct", field="actor", value="guards")
    assert "Corrected by hand" in text and "by Ada: actor" in text
    assert "e-1" in inside.get('/events?actor="guards"').text
    assert [row["name"] for row in inside.get("/api/v1/actors").json()["items"]].count("guards") == 1
    assert inside.get("/api/v1/actors/guards").json()["acted_upon"]


def test_an_event_that_is_none_goes(inside: TestClient) -> None:
    assert "What you chose has been judged" in _corrected(inside, verdict="reject")
    assert inside.get("/events/e-1").status_code == 404


def test_what_is_chosen_is_no_sample(inside: TestClient) -> None:
    _corrected(inside, verdict="accept")
    assert "chosen" not in inside.get("/review").text
    assert "accept" not in inside.get("/review/figures").text


def test_a_correction_wants_a_name_and_an_event(inside: TestClient) -> None:
    assert inside.post("/events/e-1/correct", data={"reviewer": " "}).status_code == 400
    assert inside.post("/events/none/correct", data={"reviewer": "Ada"}).status_code == 400
