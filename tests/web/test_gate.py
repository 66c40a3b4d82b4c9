"""Who comes in, and what every answer tells the browser."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from dateline.web.app import make_app
from dateline.web.gate import cut_key
from dateline.web.limits import LARGEST_BODY
from tests.web.rooms import BASE, KEY, newsroom

WRITING = {"text": "Rebels raided a port."}


@pytest.fixture
def stranger(duck: str) -> Iterator[TestClient]:
    with TestClient(make_app(newsroom(duck), KEY), BASE) as opened:
        yield opened


@pytest.fixture
def visitor(stranger: TestClient) -> TestClient:
    """A browser that opened the address that was printed."""
    stranger.get("/", params={"token": KEY.token})
    return stranger


@pytest.mark.parametrize("path", ["/", "/events", "/api/v1/events", "/api/v1/openapi.json", "/nothing"])
def test_nobody_comes_in_without_the_token(stranger: TestClient, path: str) -> None:
    assert stranger.get(path).status_code == 401
    assert stranger.get(path, params={"token": "guessed"}).status_code == 401
    assert stranger.get(path, headers={"authorization": "Bearer guessed"}).status_code == 401


def test_the_token_becomes_a_strict_cookie(stranger: TestClient) -> None:
    answer = stranger.get("/events", params={"token": KEY.token, "type": "AID"})
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie and KEY.token not in cookie
    assert 'content="0; url=/events?type=AID"' in answer.text
    assert stranger.get("/events").status_code == 200


def test_an_entrance_leads_nowhere_else(stranger: TestClient) -> None:
    answer = stranger.get(f"{BASE}//elsewhere.example/", params={"token": KEY.token})
    assert 'content="0; url=/elsewhere.example/"' in answer.text


def test_a_program_sends_the_token(stranger: TestClient) -> None:
    headers = {"authorization": f"Bearer {KEY.token}"}
    assert stranger.get("/api/v1/events", headers=headers).status_code == 200
    assert stranger.post("/api/v1/code", json=WRITING, headers=headers).status_code == 200


@pytest.mark.parametrize("host", ["dateline.example", "127.0.0.1", "127.0.0.1:80", ""])
def test_other_names_are_not_answered_to(visitor: TestClient, host: str) -> None:
    assert visitor.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("origin", [None, "null", "http://127.0.0.1:1", "https://elsewhere.example"])
def test_another_site_writes_nothing(visitor: TestClient, origin: str | None) -> None:
    answer = visitor.post("/try", data=WRITING, headers={"origin": origin} if origin else {})
    assert answer.status_code == 403


def test_our_own_pages_write(visitor: TestClient) -> None:
    assert visitor.post("/try", data=WRITING, headers={"origin": BASE}).status_code == 200


def test_every_answer_forbids_what_is_not_ours(visitor: TestClient) -> None:
    for path in ("/", "/nothing", "/static/dateline.css"):
        policy = visitor.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy and "script-src 'self'" in policy and "unsafe" not in policy
    assert visitor.get("/").headers["cache-control"] == "no-store"


def test_style_sheets_are_for_everybody(stranger: TestClient) -> None:
    assert stranger.get("/static/dateline.css").status_code == 200
    assert stranger.get("/static/../app.py").status_code in (401, 404)


def test_a_body_that_says_it_is_too_large(visitor: TestClient) -> None:
    answer = visitor.post("/try", data={"text": "x" * LARGEST_BODY}, headers={"origin": BASE})
    assert answer.status_code == 413 and "dateline code" in answer.text


def test_a_body_that_does_not_say_how_large_it_is(visitor: TestClient) -> None:
    pieces = (b"text=" if number == 0 else b"x" * 100_000 for number in range(30))
    kind = {"origin": BASE, "content-type": "application/x-www-form-urlencoded"}
    assert visitor.post("/try", content=pieces, headers=kind).status_code == 413


def test_keys_differ() -> None:
    one, other = cut_key(1), cut_key(1)
    assert len({one.token, one.session, other.token, other.session}) == 4
    assert cut_key(1).cookie != cut_key(2).cookie
