"""Stories on pages and in the API."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.store.test_stories import REPORTS, add, go
from tests.web.rooms import client


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A newsroom over a story of three reports and one of two."""
    db = str(Path(tmp_path_factory.mktemp("db")) / "news.duckdb")
    add(db, REPORTS)
    go(db)
    with client(db) as opened:
        yield opened


def test_stories_are_listed_a_page_at_a_time(room: TestClient) -> None:
    first = room.get("/api/v1/stories?order=largest&size=1").json()
    second = room.get(f"/api/v1/stories?order=largest&size=1&after={first['next']}").json()
    assert [page["items"][0]["documents"] for page in (first, second)] == [3, 2]
    assert second["next"] is None
    assert room.get("/api/v1/stories?after=x").status_code == 400
    assert "Title of a" in room.get("/stories").text
    assert "No stories of this kind" in room.get("/stories?least=9").text


def test_a_story_tells_its_articles_and_what_they_differ_on(room: TestClient) -> None:
    story = room.get("/api/v1/stories?order=largest&size=1").json()["items"][0]["id"]
    whole = room.get(f"/api/v1/stories/{story}").json()
    assert [each["id"] for each in whole["documents"]] == ["a", "b", "d"]
    page = room.get(f"/stories/{story}").text
    assert "dead 2–4" in page and "injured 9 or more" in page and "(version)" in page
    assert f'<a href="/stories/{story}">its story</a>' in room.get("/articles/b").text
    assert room.get("/stories/s-none").status_code == 404
    assert room.get("/api/v1/stories/s-none").status_code == 404
