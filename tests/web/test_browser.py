"""Every page in Chromium: nothing on the console, nothing from elsewhere, nothing that axe objects to, at both widths."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect, sync_playwright

from dateline.stories.linking import story_id
from dateline.web.app import make_app
from dateline.web.gate import Key
from dateline.web.rendering import is_built
from dateline.web.serving import listening
from tests.web.rooms import newsroom

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
]  # fmt: skip
PAGES = (
    "/", "/?type=AID", "/events", "/events?place=Sanga", "/events/e-1", "/articles/raid-1.txt", "/actors/Sanga",
    "/actors/Idris%20Kone", "/world", "/world?actor=Mali", "/stories", f"/stories/{story_id('raid-0.txt')}", "/events?columns=goldstein,title",
    "/dyads/RUS/MLI", "/places/Sanga", "/search?words=raided", "/try", "/review", "/review/figures", "/api", "/nothing",
)  # fmt: skip
WIDTHS = (360, 1600)
AXE = Path(str(files("dateline.web"))) / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
NODES = "each => [each.id, ...each.nodes.map(node => node.html)]"
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium; apt-get install chromium"),
    pytest.mark.filterwarnings("ignore:websockets:DeprecationWarning"),
]
needs_charts = pytest.mark.skipif(not is_built(), reason="npm did not build the charts; pip install -e . does")


@pytest.fixture(scope="module")
def address(duck: str) -> Iterator[str]:
    """Where a newsroom is served, with its token."""
    with listening(0) as socket:
        port = socket.getsockname()[1]
        app = make_app(newsroom(duck), Key("the-token", "the-session", port))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        thread = Thread(target=server.run, kwargs={"sockets": [socket]})
        thread.start()
        yield f"http://127.0.0.1:{port}/?token=the-token"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@contextmanager
def visiting(browser: Browser, address: str, width: int = 1600, **settings: Any) -> Iterator[Page]:
    """A page that came in, and that at its end has neither complained nor asked elsewhere."""
    context = browser.new_context(viewport={"width": width, "height": 900}, base_url=address.split("/?")[0], **settings)
    complaints = watched(context, address.split("?")[0])
    page = context.new_page()
    page.goto(address)
    page.wait_for_url("/")
    yield page
    context.close()
    assert not complaints


def watched(context: BrowserContext, ours: str) -> list[str]:
    """What pages of a context complain of: errors, warnings, and requests that leave."""
    complaints: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and "404 (Not Found)" not in message.text:
            complaints.append(message.text)

    def asked(request: Request) -> None:
        if not request.url.startswith((ours, "data:", "blob:")):
            complaints.append(f"asked {request.url}")

    context.on("console", heard)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    context.on("request", asked)
    return complaints


def objections(page: Page) -> list[list[str]]:
    """What axe finds wrong, with the elements."""
    page.evaluate(AXE.read_text("utf8"))
    return page.evaluate(f"rules => axe.run(rules).then(found => found.violations.map({NODES}))", RULES)  # type: ignore[no-any-return]


@pytest.mark.skipif(not AXE.exists(), reason="no axe; npm ci in src/dateline/web/frontend brings it")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_pages_are_clean(browser: Browser, address: str, width: int, scheme: str) -> None:
    with visiting(browser, address, width, color_scheme=scheme) as page:
        for path in PAGES:
            page.goto(path)
            page.wait_for_load_state("networkidle")
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} is wider than {width}"
            assert objections(page) == [], path


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_stand_without_scripts(browser: Browser, address: str, width: int) -> None:
    with visiting(browser, address, width, java_script_enabled=False) as page:
        expect(page.get_by_role("heading", level=1)).to_contain_text("events")
        expect(page.locator("#timeline table")).to_be_visible()
        page.get_by_text("Filters").click()
        page.get_by_label("Country").fill("Russia")
        page.get_by_role("button", name="Show").click()
        expect(page.get_by_role("link", name="country Russia")).to_be_visible()


def test_filters_go_with_the_menu_and_can_be_taken_away(browser: Browser, address: str) -> None:
    with visiting(browser, address) as page:
        page.get_by_text("Filters").click()
        page.get_by_label("Place", exact=True).fill("Sanga")
        page.get_by_text("Type", exact=True).click()
        page.get_by_role("checkbox", name="aid").check()
        page.get_by_role("button", name="Show").click()
        page.wait_for_url("/?type=AID&place=Sanga")
        page.get_by_role("link", name="Events", exact=True).click()
        page.wait_for_url("/events?*")
        page.get_by_role("link", name="type AID").click()
        page.wait_for_url("/events?place=Sanga")


@needs_charts
def test_charts_are_drawn_in_the_colours_of_the_theme(browser: Browser, address: str) -> None:
    with visiting(browser, address, color_scheme="light") as page:
        expect(page.locator("#timeline svg")).to_be_visible()
        expect(page.locator("#places svg path").first).to_be_visible()
        light = page.locator("#timeline svg").inner_html()
        page.get_by_role("button", name="Light or dark").click()
        page.wait_for_function("before => document.querySelector('#timeline svg')?.innerHTML !== before", arg=light)
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"
        page.reload()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 23, 26)"


@needs_charts
@pytest.mark.parametrize("kind", ["svg", "png"])
def test_a_chart_is_saved_as_a_picture(browser: Browser, address: str, kind: str) -> None:
    with visiting(browser, address) as page:
        expect(page.locator("#types svg")).to_be_visible()
        with page.expect_download() as download:
            page.locator("#types").get_by_role("button", name=f"Types as {kind.upper()}").click()
        assert download.value.suggested_filename == f"types.{kind}"
        assert download.value.path().stat().st_size > 1000


@needs_charts
def test_to_brush_is_to_zoom(browser: Browser, address: str) -> None:
    with visiting(browser, address) as page:
        expect(page.locator("#timeline svg")).to_be_visible()
        box = page.locator("#timeline svg").bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 60)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] * 0.8, box["y"] + 60, steps=5)
        page.mouse.up()
        page.wait_for_url("/?since=2024-01-*&until=2024-02-*")


def test_layers_switch_off_and_events_light_up(browser: Browser, address: str) -> None:
    with visiting(browser, address) as page:
        page.goto("/articles/raid-1.txt")
        place = page.locator("mark.place")
        before = place.evaluate("mark => getComputedStyle(mark).backgroundColor")
        page.get_by_label("places").uncheck()
        assert place.evaluate("mark => getComputedStyle(mark).backgroundColor") != before
        page.locator(".found li").hover()
        expect(page.locator("mark.trigger")).to_have_class("content trigger lit")


def test_a_text_is_tried(browser: Browser, address: str) -> None:
    with visiting(browser, address) as page:
        page.goto("/try")
        page.get_by_label("Text").fill("Any text will do here.")
        page.get_by_role("button", name="Code it").click()
        expect(page.get_by_role("heading", name="1 event found")).to_be_visible()


def test_the_keyboard_reaches_the_content_and_closes_menus(browser: Browser, address: str) -> None:
    with visiting(browser, address) as page:
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="To the content")).to_be_focused()
        page.get_by_text("Filters").click()
        page.get_by_text("Status", exact=True).click()
        page.get_by_label("planned").focus()
        page.keyboard.press("Escape")
        expect(page.get_by_label("planned")).to_be_hidden()
