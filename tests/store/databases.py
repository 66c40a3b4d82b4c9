"""The same few events in a DuckDB file and in a PostgreSQL server of the test's own."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from dateline.export.record import records_of
from dateline.export.shape import Record
from dateline.model import Document, Event, Sentence
from dateline.store.opening import open_store
from tests.export.examples import CODER, raid, raid_document

SERVER = Path("/usr/lib/postgresql/15/bin")


def documents() -> list[Document]:
    """Documents that differ in what filters ask for, an event each."""
    every = product(("ASSAULT", "AID"), (None, "MLI", "RUS"), ("actual", "negated"), (None, date(2024, 2, 1)))
    return [_document(number, *facts) for number, facts in enumerate(every)]


def all_records() -> list[Record]:
    """Their records."""
    return [record for document in documents() for record in records_of(document, CODER)]


def fill(db: str) -> str:
    """Puts them into a database."""
    with open_store(db) as store:
        for document in documents():
            store.add(document, records_of(document, CODER), CODER)
    return db


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
    return replace(
        document,
        id=f"raid-{number}.txt",
        publication=replace(document.publication, publisher=publisher),
        sentences=(Sentence(event.sentence, None),),
    )


@contextmanager
def filled(kind: str, folder: Path) -> Iterator[str]:
    """The address of a filled database, `duckdb` or `postgresql`."""
    if kind == "duckdb":
        yield fill(str(folder / "news.duckdb"))
        return
    pytest.importorskip("adbc_driver_postgresql")
    with postgres() as address:
        yield fill(address)


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


def _run(program: str, *arguments: str) -> None:
    command = [str(SERVER / program), *arguments]
    subprocess.run(
        command, check=True, stdout=subprocess.DEVNULL, cwd="/", user="postgres" if os.geteuid() == 0 else None
    )
