"""A newsroom over a small database, whose coder gives the same coding for every text."""

from collections.abc import Iterator
from datetime import date

from fastapi.testclient import TestClient

from dateline.coding.coder import shipped
from dateline.coding.traces import Attempt, SentenceTrace
from dateline.errors import UnsupportedLanguage
from dateline.export.record import records_of
from dateline.resources.ontology import load_ontology
from dateline.web.app import make_app
from dateline.web.coding import CodedArticle, Coding
from dateline.web.gate import Key
from dateline.web.newsroom import Newsroom
from tests.export.examples import CODER, raid, raid_document

KEY = Key("the-token", "the-session", 8765)
BASE = f"http://127.0.0.1:{KEY.port}"


def coder(text: str, published: date | None) -> Coding:
    """The raid, whatever the text; a text in French is refused."""
    if text.startswith("Le "):
        raise UnsupportedLanguage("text", "the text is in French; only English is read")
    document, event = raid_document(), raid()
    attempt = Attempt(
        event.trigger, tuple(one.span for one in event.actor), (), event.operators, event.type, True,
        factuality=event.factuality, confidence=0.5,
    )  # fmt: skip
    blocked = Attempt(event.operators[0], (), (), (), "blocked by operator.say: nothing", False)
    return Coding(document, records_of(document, CODER), [SentenceTrace(event.sentence, 0, (attempt, blocked), None)])


def samples() -> Iterator[CodedArticle]:
    """The raid alone."""
    document = raid_document()
    yield CodedArticle(document, records_of(document, CODER), CODER)


def newsroom(db: str) -> Newsroom:
    """The newsroom of a database."""
    return Newsroom(db, coder, load_ontology(shipped("ontology/plover.yaml")), samples)


def client(db: str, **settings: bool) -> TestClient:
    """A program that has come in through the gate."""
    app = make_app(newsroom(db), KEY)
    return TestClient(app, BASE, headers={"authorization": f"Bearer {KEY.token}"}, **settings)  # type: ignore[arg-type]
