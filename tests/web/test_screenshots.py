"""Pictures of the main pages for the docs, of the sample articles as the real coder codes them; `make screenshots` takes them."""

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
import uvicorn
from playwright.sync_api import Page, expect, sync_playwright

from dateline.cli.serve import OwnCoder
from dateline.coding.coder import shipped
from dateline.config import Settings
from dateline.resources.ontology import load_ontology
from dateline.store.opening import open_store
from dateline.web.app import make_app
from dateline.web.gate import Key
from dateline.web.newsroom import Newsroom
from dateline.web.serving import listening
from tests.web.test_browser import CHROMIUM, FLAGS, watched

FOLDER = os.environ.get("DATELINE_SCREENSHOTS", "")
WIDE, NARROW, HEIGHT = 1440, 360, 960
TEXT = """Rebels shelled a market in the port of Kismayo on Friday, killing at least 12 people, doctors said.

The army denied that it had attacked civilians. The African Union urged both sides to let aid into the town."""
pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not FOLDER, reason="`make screenshots` says where they go"),
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium; apt-get install chromium"),
    pytest.mark.filterwarnings("ignore:websockets:DeprecationWarning"),
]


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A newsroom that has nothing yet, with the coder that everybody has."""
    db, coder = str(tmp_path / "news.duckdb"), OwnCoder(Settings())
    with open_store(db):
        pass
    with listening(0) as socket:
        key = Key("the-token", "the-session", socket.getsockname()[1])
        room = Newsroom(db, coder, load_ontology(shipped("ontology/plover.yaml")), coder.samples)
        server = uvicorn.Server(uvicorn.Config(make_app(room, key), log_level="error"))
        thread = Thread(target=server.run, kwargs={"sockets": [socket]})
        thread.start()
        yield f"http://127.0.0.1:{key.port}/?token=the-token"
        server.should_exit = True
        thread.join()


def test_the_main_pages_have_their_pictures(address: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = browser.new_context(
            viewport={"width": WIDE, "height": HEIGHT}, base_url=address.split("/?")[0], color_scheme="light"
        )
        complaints, page = watched(context, address.split("?")[0]), context.new_page()
        page.goto(address)
        page.wait_for_url("/")
        _walk(page)
        browser.close()
    assert not complaints


def _walk(page: Page) -> None:
    """From the empty newsroom through its pages, as somebody would who sees it for the first time."""
    _take(page, "empty")
    page.get_by_role("button", name="Code the sample articles").click(timeout=180_000)
    expect(page.get_by_role("heading", level=1)).to_contain_text("events", timeout=180_000)
    _take(page, "overview")
    for name, path in (("events", "/events"), ("world", "/world"), ("search", "/search?words=talks+or+strike")):
        page.goto(path)
        _take(page, name)
    for name, link in (("actor", "#actors-title"), ("dyad", "#dyads-title")):
        page.goto("/")
        page.locator(f"section[aria-labelledby='{link[1:]}'] td a").first.click()
        _take(page, name)
    _take_stories_of_one(page)
    _take_desk(page)
    page.goto("/try")
    page.get_by_label("Text").fill(TEXT)
    page.get_by_role("button", name="Code it").click()
    expect(page.locator("#result")).to_be_visible(timeout=60_000)
    _take(page, "try")
    page.set_viewport_size({"width": NARROW, "height": HEIGHT})
    page.goto("/")
    _take(page, "overview-narrow")


def _take_stories_of_one(page: Page) -> None:
    """An event, its article and its place."""
    page.goto("/events?type=ASSAULT")
    page.locator("tbody tr:has(td.place a) a.quad").first.click()
    _take(page, "event")
    event = page.url
    page.locator("main p a[href^='/articles/']").first.click()
    page.goto(page.url.partition("#")[0])
    _take(page, "article")
    page.goto(event)
    page.locator("dl a[href^='/places/']").first.click()
    _take(page, "place")


def _take_desk(page: Page) -> None:
    page.goto("/review")
    page.get_by_role("button", name="Draw").click()
    page.get_by_label("Your name").fill("Ada")
    page.get_by_role("button", name="Begin").click()
    _take(page, "review")


def _take(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    width = page.viewport_size and page.viewport_size["width"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} is wider than {width}"
    Path(FOLDER).mkdir(parents=True, exist_ok=True)
    page.screenshot(path=f"{FOLDER}/{name}.png")
