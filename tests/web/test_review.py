"""The review desk over both databases: each test works on a database of its own."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from tests.store.conftest import db, server  # noqa: F401
from tests.store.databases import fill
from tests.web.rooms import client


@pytest.fixture
def desk(db: str) -> Iterator[TestClient]:  # noqa: F811
    with client(fill(db)) as opened:
        yield opened


def drawn(desk: TestClient, **wanted: object) -> None:
    assert desk.post("/review/draw", data=wanted).status_code == 200


def fields(page: str) -> dict[str, str]:
    """What identifies the item that a page shows."""
    part = page.partition('id="verdicts"')[2]
    return {name: part.partition(f'name="{name}" value="')[2].partition('"')[0] for name in ("event", "coder")}


def judge(desk: TestClient, reviewer: str, verdict: str, **more: str) -> str:
    """Judges the next item; returns the event."""
    page = desk.get("/review/desk", params={"reviewer": reviewer}).text
    item = fields(page)
    answer = desk.post(
        "/review/desk", data={"reviewer": reviewer, "sampling": "random", "verdict": verdict, **item, **more}
    )
    assert answer.status_code == 200
    return item["event"]


def test_a_correction_wins_on_pages_and_undo_takes_it_back(desk: TestClient) -> None:
    drawn(desk, size=3, double=0)
    event = judge(desk, "Ada", "correct", field="event", value="MOBILIZE")
    assert desk.get(f"/api/v1/events/{event}").json()["event"] == "MOBILIZE"
    assert "mobilize" in desk.get("/events?type=MOBILIZE").text
    assert "Corrected by hand" in desk.get(f"/events/{event}").text
    desk.post("/review/undo", data={"reviewer": "Ada", "sampling": "random"})
    assert desk.get(f"/api/v1/events/{event}").json()["event"] != "MOBILIZE"


def test_nothing_of_the_first_reviewer_shows_before_the_second_has_spoken(desk: TestClient) -> None:
    drawn(desk, size=1, double=100)
    event = judge(desk, "Ada", "reject")
    seen = desk.get("/review/desk?reviewer=Ben").text
    assert "Ada" not in seen and "Not an event" in seen
    assert desk.get(f"/api/v1/events/{event}").status_code == 200
    assert "0 differences" in desk.get("/review/differences").text
    judge(desk, "Ben", "accept")
    page = desk.get("/review/differences").text
    assert "1 difference" in page and "Ada: not an event" in page
    key = page.partition('name="key" value="')[2].partition('"')[0]
    review = page.partition('name="review" value="')[2].partition('"')[0]
    desk.post("/review/differences", data={"reviewer": "Cleo", "key": key, "review": review})
    assert "0 differences" in desk.get("/review/differences").text


def test_figures_tell_precision_and_agreement(desk: TestClient) -> None:
    drawn(desk, size=4, double=100)
    for verdict in ("accept", "reject", "accept", "accept"):
        judge(desk, "Ada", verdict)
    for verdict in ("accept", "reject", "accept", "accept"):
        judge(desk, "Ben", verdict)
    page = desk.get("/review/figures").text
    assert "1.00" in page and "0.75" in page
    assert "Nothing is left" in desk.get("/review/desk?reviewer=Cleo").text


@pytest.mark.parametrize("verdict", ["perhaps", "correct"])
def test_what_cannot_be_said_is_refused(desk: TestClient, verdict: str) -> None:
    drawn(desk, size=1, double=0)
    item = fields(desk.get("/review/desk?reviewer=Ada").text)
    sent = {"reviewer": "Ada", "sampling": "random", "verdict": verdict, "field": "weather", "value": "fine", **item}
    assert desk.post("/review/desk", data=sent).status_code == 400
    assert desk.get("/review/desk").status_code == 400
