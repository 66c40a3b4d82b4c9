"""Every page, over both databases, with scripts off: what a browser is sent."""

import csv
import io
import json
import re

import pyarrow.parquet as pq
import pytest
from fastapi.testclient import TestClient

from dateline.store.opening import open_store
from dateline.web.charts import SCHEMA
from tests.store.databases import all_records
from tests.web.rooms import client

PAGES = (
    "/", "/events", "/events?order=type", "/events/e-1", "/articles/raid-1.txt", "/actors/Sanga", "/dyads/RUS/MLI",
    "/actors/Idris%20Kone", "/places/Sanga", "/stories", "/stories?order=newest&least=1", "/world", "/world?actor=Mali&as_of=2024-05-01", "/search?words=raided", "/search?words=port&unit=document", "/try", "/api",
)  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_whole(inside: TestClient, path: str) -> None:
    answer = inside.get(path)
    assert answer.status_code == 200
    assert answer.text.count("<h1") == 1 and answer.text.rstrip().endswith("</html>")
    assert not re.search(r"<[^>]+\s(on\w+|style)=|<style|javascript:|https?://", answer.text.replace(SCHEMA, ""))


def test_the_overview_counts_and_draws(inside: TestClient) -> None:
    text = inside.get("/").text
    assert f"{len(all_records())} events" in text and "Unit 1 Éclair" in text and "Russia → Mali" in text
    assert f"{len(all_records()) // 2} events" in inside.get("/?type=AID").text


def test_filters_narrow_the_table_and_stay_in_its_links(inside: TestClient) -> None:
    text = inside.get("/events?type=AID&status=negated").text
    wanted = [r for r in all_records() if r["event"] == "AID" and r["factuality"]["status"] == "negated"]
    assert f"{len(wanted)} events" in text
    assert 'href="/events?type=AID&amp;status=negated&amp;order=type"' in text or "order=-type" in text
    assert "/download/events.csv?type=AID&amp;status=negated" in text


def test_columns_are_added_and_stay_in_the_links(inside: TestClient) -> None:
    text = inside.get("/events?columns=goldstein&columns=title&order=type").text
    assert '<th scope="col">goldstein</th>' in text and "Port raided" in text and "-9.5" in text
    assert "columns=goldstein%2Ctitle" in text
    assert inside.get("/events?columns=colour").status_code == 400


def test_a_whole_name_is_sought_between_quotation_marks(inside: TestClient) -> None:
    units = sum(record["actor"][0]["name"] == "Unit 1 Éclair" for record in all_records())
    for actor, count in (('"Unit 1 éclair"', units), ('"Unit"', 0), ("unit 1", units)):
        address = f"/events?actor={actor}"
        assert f"<h1>{count} event" in inside.get(address).text


def test_an_actor_says_what_its_voice_tells(inside: TestClient) -> None:
    text = inside.get("/actors/Idris%20Kone").text
    assert "What it says" in text and f"assault {len(all_records()) // 2}" in text and "spokesman" in text
    assert "Who speaks of it" in inside.get("/actors/Sanga").text


def test_htmx_gets_rows_alone(inside: TestClient) -> None:
    text = inside.get("/events", headers={"hx-request": "true"}).text
    assert "<html" not in text and text.count("<tr") == len(all_records())


def test_an_event_shows_its_words_and_reasons(inside: TestClient) -> None:
    text = inside.get("/events/e-1").text
    assert '<mark class="content trigger" title="ASSAULT by assault.raid" data-of="e-1">raided</mark>' in text
    for words in ("assault.raid", "operator.say", "time.last-unit", "place.own-clause", "Spokesman Idris Kone"):
        assert words in text


def test_an_article_marks_its_events(inside: TestClient) -> None:
    text = inside.get("/articles/raid-1.txt").text
    assert 'data-layer="voices"' in text and ">raided</mark>" in text and 'href="/events/e-1"' in text


def test_search_marks_what_was_sought(inside: TestClient) -> None:
    assert '<mark class="sought">raided</mark>' in inside.get("/search?words=raids").text
    assert "Nothing found" in inside.get("/search?words=parliament").text
    assert inside.get("/search?words=-only").status_code == 400


@pytest.mark.parametrize(
    "path", ["/events/none", "/articles/none", "/actors/none", "/nothing", "/events?country=Atlantis", "/dyads/x/y"]
)
def test_what_is_not_there_is_told_on_a_page(inside: TestClient, path: str) -> None:
    answer = inside.get(path)
    assert answer.status_code in (400, 404) and "<h1>" in answer.text


def test_values_of_the_address_are_escaped(inside: TestClient) -> None:
    for path in ("/events?actor=<script>x", "/search?words=<script>x", "/places/<script>x", "/articles/<script>x"):
        assert "<script>x" not in inside.get(path).text


@pytest.mark.parametrize("view", ["events", "timeline", "types", "dyads", "actors", "places"])
def test_each_view_downloads(inside: TestClient, view: str) -> None:
    lines = list(csv.DictReader(io.StringIO(inside.get(f"/download/{view}.csv?type=AID").content.decode("utf-8-sig"))))
    table = pq.read_table(io.BytesIO(inside.get(f"/download/{view}.parquet?type=AID").content))
    objects = [json.loads(line) for line in inside.get(f"/download/{view}.jsonl?type=AID").text.splitlines()]
    assert len(lines) == table.num_rows == len(objects) > 0
    assert list(lines[0]) == table.column_names == list(objects[0])


def test_a_download_of_nothing_is_empty(inside: TestClient) -> None:
    assert inside.get("/download/dyads.csv?type=CONSULT").status_code == 200
    assert inside.get("/download/colours.csv").status_code == 422


def test_a_text_that_is_tried_is_explained(inside: TestClient) -> None:
    text = inside.post("/try", data={"text": "Any text.", "published": "2024-03-06"}).text
    assert "1 event found" in text and "assault.raid" in text and "1 rule that came to nothing" in text


@pytest.mark.parametrize(
    ("given", "told"),
    [({"text": " "}, "There is no text"), ({"text": "Le port."}, "only English is read"),
     ({"text": "A raid.", "published": "soon"}, "is no day")],
)  # fmt: skip
def test_a_text_that_cannot_be_tried(inside: TestClient, given: dict[str, str], told: str) -> None:
    answer = inside.post("/try", data=given)
    assert answer.status_code == 400 and told in answer.text


def test_an_empty_database_says_how_to_begin(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("empty") / "empty.duckdb"
    with open_store(str(path)):
        pass
    with client(str(path)) as opened:
        empty = opened.get("/").text
        assert "dateline code --db" in empty and 'action="/try"' in empty and 'action="/samples"' in empty
        assert opened.get("/events").status_code == opened.get("/search?words=x").status_code == 200
        assert opened.get("/?type=AID").status_code == 200
        assert opened.get("/world").status_code == 200


def test_samples_fill_an_empty_database_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("samples") / "empty.duckdb"
    with open_store(str(path)):
        pass
    with client(str(path)) as opened:
        for _ in range(2):
            assert "1 event" in opened.post("/samples").text
