"""Two blind reviewers in Chromium, by keyboard alone, until there is an α."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect

from dateline.web.app import make_app
from dateline.web.gate import Key
from dateline.web.serving import listening
from tests.store.databases import fill
from tests.web.rooms import newsroom
from tests.web.test_browser import AXE, CHROMIUM, WIDTHS, browser, objections, visiting  # noqa: F401

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium; apt-get install chromium"),
    pytest.mark.filterwarnings("ignore:websockets:DeprecationWarning"),
]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[str]:
    """Where a newsroom is served whose database may be written to."""
    with listening(0) as socket:
        port = socket.getsockname()[1]
        app = make_app(newsroom(fill(str(tmp_path / "news.duckdb"))), Key("the-token", "the-session", port))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        thread = Thread(target=server.run, kwargs={"sockets": [socket]})
        thread.start()
        yield f"http://127.0.0.1:{port}/?token=the-token"
        server.should_exit = True
        thread.join()


@pytest.mark.parametrize("width", WIDTHS)
def test_two_blind_reviewers_come_to_an_alpha(browser: Browser, desk: str, width: int, tmp_path: Path) -> None:  # noqa: F811
    with visiting(browser, desk, width) as page:
        _draw(page)
        _clean(page, tmp_path / "review.png")
        _judge(page, "Ada", "axa")
        _judge(page, "Ben", "axx")
        page.goto("/review/differences")
        expect(page.get_by_role("heading", level=1)).to_contain_text("1 difference")
        _clean(page, tmp_path / "differences.png")
        page.goto("/review/figures")
        expect(page.get_by_role("row", name="is an event")).to_contain_text("0.67")
        _clean(page, tmp_path / "figures.png")


def test_a_type_is_corrected_by_keyboard_and_undone(browser: Browser, desk: str) -> None:  # noqa: F811
    with visiting(browser, desk) as page:
        _draw(page)
        page.goto("/review/desk?reviewer=Ada&sampling=random")
        before = page.get_by_role("heading", level=1).inner_text()
        page.keyboard.press("t")
        page.keyboard.type("MOBI")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_text("1 decision")).to_be_visible()
        page.locator("[data-key=u]").wait_for()
        page.keyboard.press("u")
        expect(page.get_by_text("0 decisions")).to_be_visible()
        expect(page.get_by_role("heading", level=1)).to_have_text(before)


def _draw(page: Page) -> None:
    page.goto("/review")
    page.get_by_label("Events").fill("3")
    page.get_by_label("Per cent that two judge").fill("100")
    page.keyboard.press("Enter")
    expect(page.get_by_role("row", name="random")).to_contain_text("3")


def _judge(page: Page, name: str, keys: str) -> None:
    page.goto("/review")
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    for done, key in enumerate(keys):
        expect(page.get_by_text(f"{done} decision")).to_be_visible()
        page.locator("[data-key=u]").wait_for()
        if done == 0:
            _clean(page, None)
        page.keyboard.press(key)
    expect(page.get_by_role("heading", level=1)).to_have_text("Nothing is left to judge")


def _clean(page: Page, picture: Path | None) -> None:
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if AXE.exists():
        assert objections(page) == []
    if picture:
        page.screenshot(path=picture)
