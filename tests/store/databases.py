"""The same few events in a DuckDB file and in a PostgreSQL server of the test's own."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from importlib.resources import files
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from dateline.export.record import records_of
from dateline.export.shape import Record
from dateline.model import Document, Event
from dateline.store.opening import open_store
from tests.export.examples import CODER, raid, raid_document

SERVER = Path("/usr/lib/postgresql/15/bin")

_TABLES = """
    CREATE TABLE coders (id TEXT, version TEXT, ontology TEXT, model TEXT, rules_hash TEXT);
    CREATE TABLE documents (
        id TEXT PRIMARY KEY, text_hash TEXT, text TEXT, title TEXT, publisher TEXT, url TEXT, author TEXT, published DATE,
        language TEXT
    );
    CREATE TABLE events (
        id TEXT, document_id TEXT, coder_id TEXT, event TEXT, mode TEXT[], quad INTEGER, status TEXT, date_start DATE,
        date_end DATE, record JSONB
    )
"""


def documents() -> list[Document]:
    """Documents that differ in what filters ask for, an event each."""
    every = product(("ASSAULT", "AID"), (None, "MLI", "RUS"), ("actual", "negated"), (None, date(2024, 2, 1)))
    return [_document(number, *facts) for number, facts in enumerate(every)]


def all_records() -> list[Record]:
    """Their records."""
    return [record for document in documents() for record in records_of(document, CODER)]


def fill_duck(path: Path) -> str:
    """Makes the DuckDB file."""
    with open_store(path) as store:
        for document in documents():
            store.add(document, records_of(document, CODER), CODER)
    return str(path)


def _document(number: int, kind: str, country: str | None, status: str, day: date | None) -> Document:
    whole = raid()
    (actor,) = whole.actor
    event: Event = replace(
        whole,
        id=f"e-{number}",
        type=kind,
        quad=4 if kind == "ASSAULT" else 2,
        contexts=("military",) if number % 3 else ("territory", "military"),
        actor=(replace(actor, actor=replace(actor.actor, country=country, name=f"Unit {number % 4} Éclair")),),
        factuality=replace(whole.factuality, status=status),  # type: ignore[arg-type]
        date=whole.date and day and replace(whole.date, start=day, end=date(2024, 2, 1 + number % 20)),
        location=whole.location if number % 5 else None,
    )
    document = raid_document(event)
    publisher = ("The Delta Mail", "Daily Post", None)[number % 3]
    return replace(document, id=f"raid-{number}.txt", publication=replace(document.publication, publisher=publisher))


@contextmanager
def filled(kind: str, folder: Path) -> Iterator[str]:
    """The address of a filled database, `duckdb` or `postgresql`."""
    if kind == "duckdb":
        yield fill_duck(folder / "news.duckdb")
        return
    pytest.importorskip("adbc_driver_postgresql")
    with postgres() as address:
        yield fill_postgres(address)


@contextmanager
def postgres() -> Iterator[str]:
    """The address of a server that ends with the test; skips where none is installed."""
    if not (SERVER / "initdb").exists():
        pytest.skip(f"no PostgreSQL server in {SERVER}")
    with TemporaryDirectory(prefix="dateline-pg-") as folder:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        data = f"{folder}/data"
        _run("initdb", "-D", data, "-U", "dateline", "-A", "trust", "--locale=C.UTF-8", "-E", "UTF8")
        _run(
            "pg_ctl",
            "-D",
            data,
            "-w",
            "-o",
            f"-c listen_addresses='' -c fsync=off -k {folder}",
            "-l",
            f"{data}/log",
            "start",
        )
        try:
            yield f"postgresql://dateline@/postgres?host={folder}"
        finally:
            _run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")


def fill_postgres(address: str) -> str:
    """Makes the tables that are read."""
    import psycopg

    with psycopg.connect(address) as connection, connection.cursor() as cursor:
        cursor.execute(_TABLES)
        for script in ("0002_relations.sql", "0003_layers_and_stories.sql"):
            cursor.execute((files("dateline.store.migrations") / script).read_text("utf8"))
        cursor.execute("INSERT INTO coders VALUES ('run', '0.1.0', 'plover-2.0', 'a-model', 'hash')")
        for document, record in zip(documents(), all_records(), strict=True):
            _insert(cursor, document, record)
    return address


def _insert(cursor: object, document: Document, record: Record) -> None:
    facts, when = document.publication, record["date"] or {"start": None, "end": None}
    execute = cursor.execute  # type: ignore[attr-defined]
    execute(
        "INSERT INTO documents VALUES (%s, 'hash', %s, %s, %s, NULL, NULL, %s, 'en')",
        [document.id, document.text, facts.title, facts.publisher, facts.published],
    )
    execute(
        "INSERT INTO events VALUES (%s, %s, 'run', %s, %s, %s, %s, %s, %s, %s)",
        [
            record["id"], document.id, record["event"], record["mode"], record["quad"], record["factuality"]["status"],
            when["start"], when["end"], json.dumps(record),
        ],
    )  # fmt: skip


def _run(program: str, *arguments: str) -> None:
    command = [str(SERVER / program), *arguments]
    subprocess.run(
        command, check=True, stdout=subprocess.DEVNULL, cwd="/", user="postgres" if os.geteuid() == 0 else None
    )
