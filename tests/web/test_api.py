"""The API: what it gives, how it refuses, and that its own description holds."""

from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from dateline.web.app import make_app
from tests.store.databases import all_records
from tests.web.rooms import BASE, KEY, newsroom


def test_events_are_the_records(inside: TestClient) -> None:
    found: list[Any] = []
    after = ""
    while after is not None:
        page = inside.get("/api/v1/events", params={"size": 5, "after": after, "order": "type"}).json()
        found, after = found + page["items"], page["next"]
    assert sorted(found, key=lambda record: record["id"]) == sorted(all_records(), key=lambda record: record["id"])


def test_events_are_filtered(inside: TestClient) -> None:
    items = inside.get("/api/v1/events", params={"type": ["AID"], "country": "Russia"}).json()["items"]
    assert items and all(item["event"] == "AID" and item["actor"][0]["country"] == "RUS" for item in items)


def test_one_event_article_and_actor(inside: TestClient) -> None:
    assert inside.get("/api/v1/events/e-1").json() == all_records()[1]
    article = inside.get("/api/v1/articles/raid-1.txt").json()
    assert article["records"] == [all_records()[1]] and article["published"] == "2024-03-06"
    assert {"name": "guards", "events": 4, "cooperation": 2, "conflict": 2}.keys() == inside.get(
        "/api/v1/actors/Unit 1 Éclair"
    ).json()["acted_upon"][0].keys()


def test_lists_come_a_page_at_a_time(inside: TestClient) -> None:
    for path in ("/api/v1/articles", "/api/v1/actors"):
        first = inside.get(path, params={"size": 2}).json()
        second = inside.get(path, params={"size": 2, "after": first["next"]}).json()
        assert len(first["items"]) == 2 and second["items"] and first["items"] != second["items"]


def test_the_world_is_told(inside: TestClient) -> None:
    assert inside.get("/api/v1/world", params={"as_of": "2024-05-01"}).json() == {"items": [], "next": None}


def test_a_text_is_coded(inside: TestClient) -> None:
    told = inside.post("/api/v1/code", json={"text": "Any text.", "published": "2024-03-06"}).json()
    assert told["events"][0]["event"] == "ASSAULT" and told["sentences"][0]["attempts"][0]["event"] is True


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/api/v1/events/none", 404, "no event 'none'"), ("/api/v1/articles/none", 404, "no article"),
        ("/api/v1/actors/none", 404, "'none'"), ("/api/v1/events?country=Atlantis", 400, "no country 'Atlantis'"),
        ("/api/v1/events?size=0", 422, "size"), ("/api/v1/events?after=x", 400, "cursor"), ("/api/v1/x", 404, ""),
    ],
)  # fmt: skip
def test_errors_are_problems(inside: TestClient, path: str, status: int, told: str) -> None:
    answer = inside.get(path)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.status_code == answer.json()["status"] == status and told in answer.json()["detail"]


def test_a_text_that_cannot_be_coded(inside: TestClient) -> None:
    assert "only English" in inside.post("/api/v1/code", json={"text": "Le port."}).json()["detail"]
    assert inside.post("/api/v1/code", json={"text": ""}).status_code == 422
    assert inside.post("/api/v1/code", json={"text": "  "}).status_code == 400


_HEADERS = {"authorization": f"Bearer {KEY.token}", "host": BASE.removeprefix("http://")}
_TOO_STRICT = [positive_data_acceptance, negative_data_rejection]
"""A country that there is not is text, too, and is refused; a number is a date to those who read kindly."""

_OPERATIONS = (
    "/events",
    "/events/{id}",
    "/articles",
    "/articles/{id}",
    "/actors",
    "/actors/{name}",
    "/stories",
    "/stories/{id}",
    "/world",
    "/code",
)


def test_every_operation_is_tried(inside: TestClient) -> None:
    described = inside.get("/api/v1/openapi.json").json()["paths"]
    assert {f"/api/v1{path}" for path in _OPERATIONS} == set(described)


@pytest.mark.parametrize("path", _OPERATIONS)
def test_whatever_is_sent_the_server_stands(duck: str, path: str) -> None:
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", make_app(newsroom(duck), KEY), headers=_HEADERS)
    (operation,) = schema[f"/api/v1{path}"].values()

    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(operation.as_strategy(generation_mode=schemathesis.GenerationMode.NEGATIVE) | operation.as_strategy())
    def stands(case: Any) -> None:
        case.validate_response(case.call(headers=_HEADERS), excluded_checks=_TOO_STRICT)

    stands()
