"""`dateline serve`: the newsroom, a web application to look and question."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock, Thread
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.inputs import OntologyFolder, RulesOnly, SettingsFile, settings_from
from dateline.config import Settings
from dateline.errors import UsageError
from dateline.model import Document, Publication

if TYPE_CHECKING:
    from dateline.pipeline import Pipeline
    from dateline.resources.ontology import Ontology
    from dateline.web.coding import CodedArticle, Coding
    from dateline.web.newsroom import Newsroom


class OwnCoder:
    """Codes texts in this process, one at a time; its model is loaded when it is first needed."""

    def __init__(self, settings: Settings) -> None:
        self._settings, self._lock = settings, Lock()
        self._pipeline: Pipeline | None = None

    def __call__(self, text: str, published: date | None) -> "Coding":
        """The coded text; raises InputError for one that cannot be coded."""
        from dateline.export.record import records_of
        from dateline.web.coding import Coding

        with self._lock:
            pipeline = self._loaded()
            (document,) = pipeline.code([Document("text", text, Publication(published=published))])
            return Coding(document, records_of(document, pipeline.identity), pipeline.coder.explain(document))

    def samples(self) -> "Iterator[CodedArticle]":
        """The sample articles, coded."""
        from dateline.cli.samples import coded_samples

        with self._lock:
            yield from coded_samples(self._loaded())

    def warm(self) -> None:
        """Loads the model ahead of the first text."""
        with self._lock:
            self._loaded()

    def _loaded(self) -> "Pipeline":
        from dateline.pipeline import build

        self._pipeline = self._pipeline or build(self._settings)
        return self._pipeline


def serve(
    db: Annotated[
        str | None, typer.Option("--db", help="A DuckDB file, made if it is not there, or postgresql://…; none: empty.")
    ] = None,
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="The port on loopback.")] = 8765,
    ontology: OntologyFolder = None,
    rules_only: RulesOnly = None,
    settings_file: SettingsFile = None,
) -> None:
    """Look at events, their words and the articles in a browser on this machine."""
    settings = settings_from(settings_file, ontology=ontology, rules_only=rules_only)
    from dateline.web.app import make_app
    from dateline.web.gate import cut_key
    from dateline.web.newsroom import Newsroom
    from dateline.web.serving import listening, run

    coder, key = OwnCoder(settings), cut_key(port)
    with _database(db) as address, listening(port) as socket:
        newsroom = Newsroom(address, coder, _ontology(settings), coder.samples)
        _make_index(newsroom)
        app = make_app(newsroom, key)
        Thread(target=coder.warm, daemon=True).start()
        typer.echo(f"http://127.0.0.1:{port}/?token={key.token}")
        run(app, socket)


def _make_index(newsroom: "Newsroom") -> None:
    """Readies the search before anybody searches; without it the other pages stand."""
    try:
        newsroom.make_index()
    except UsageError as error:
        typer.echo(f"{error}; the page Search will not work", err=True)


def _ontology(settings: Settings) -> "Ontology":
    from dateline.coding.coder import ontology_file, rule_folders
    from dateline.resources.ontology import load_ontology

    return load_ontology(ontology_file(rule_folders(Path(settings.ontology) if settings.ontology else None)))


@contextmanager
def _database(db: str | None) -> Iterator[str]:
    """The database's address, brought up to date; a DuckDB file that is not there is made, and without one there is an empty one."""
    from dateline.store.opening import open_store

    with TemporaryDirectory(prefix="dateline-") as folder:
        address = db or f"{folder}/empty.duckdb"
        with open_store(address):
            pass
        yield address
