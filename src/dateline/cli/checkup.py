"""The checks of `dateline doctor`: one function a part of the installation, each with what it found and what to do."""

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Literal

from dateline.config import Settings
from dateline.errors import DatelineError
from dateline.model import Document, Publication

if TYPE_CHECKING:
    from dateline.export.shape import Record
    from dateline.model import CoderInfo

Status = Literal["ok", "warning", "failed"]

OLDEST = (3, 11)
"""The oldest Python, as pyproject.toml has it."""
ROOM = 1 << 30
"""Bytes that should be free: the table of places takes 25 MB, coded articles some 10 kB each."""
LEAST_ROOM = 100 << 20
"""Bytes without which the table of places and a small database cannot be written."""
SENTENCE = "Rebels seized a town in Mali on Monday."
EXPECTED = "ASSAULT"
REINSTALL = "install Dateline again: pip install --force-reinstall dateline"
EXTRAS = {
    "postgres": (("psycopg", "adbc_driver_postgresql"), "databases at postgresql://…"),
    "ray": (("ray",), "runs on a cluster"),
}
"""What can be installed beside Dateline: its modules, and what they are for."""


@dataclass(frozen=True, slots=True)
class Finding:
    """How a part of the installation is, what was found, and what to do where it is not ok."""

    part: str
    status: Status
    found: str
    advice: str = ""


Answer = tuple[Status, str, str]
"""Status, what was found, and advice."""


def examined(settings: Settings) -> Iterator[Finding]:
    """Every part in turn; a check that itself breaks is a failed part, and the next ones still run."""
    for part, check in CHECKS.items():
        yield Finding(part, *_tried(check, settings))


def _tried(check: Callable[[Settings], Answer], settings: Settings) -> Answer:
    try:
        return check(settings)
    except DatelineError as error:
        return "failed", str(error), ""
    except Exception as error:  # noqa: BLE001 — whatever a broken library raises is what the doctor has to tell
        return "failed", f"{type(error).__name__}: {error}", REINSTALL


def _python(settings: Settings) -> Answer:
    found = f"{platform.python_version()} on {platform.system()} {platform.machine()}"
    if sys.version_info < OLDEST:
        return "failed", found, f"use Python {'.'.join(map(str, OLDEST))} or later"
    return "ok", found, ""


def _packages(settings: Settings) -> Answer:
    """The packages that Dateline stands on, in the versions that it asks for."""
    from packaging.requirements import Requirement

    wanted = [Requirement(line) for line in requires("dateline") or ()]
    needed = [each for each in wanted if each.marker is None or each.marker.evaluate({"extra": ""})]
    wrong = [each for each in needed if not each.specifier.contains(_version(each.name) or "", prereleases=True)]
    if wrong:
        told = ", ".join(f"{each.name} {_version(each.name) or 'missing'}" for each in wrong)
        named = " ".join(f"'{each.name}{each.specifier}'" for each in wrong)
        return "failed", told, f"pip install {named}"
    return "ok", f"Dateline {version('dateline')}, {len(needed)} packages", ""


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _model(settings: Settings) -> Answer:
    from dateline.nlp.language import LanguageModel

    start = perf_counter()
    model = LanguageModel(Path(settings.model) if settings.model else None, settings.threads)
    return "ok", f"{model.name}, loaded in {perf_counter() - start:.1f} s", ""


def _tables(settings: Settings) -> Answer:
    from dateline.knowledge.check import KINDS, complaints
    from dateline.knowledge.tables import tables, use_own_folder

    use_own_folder(Path(settings.knowledge) if settings.knowledge else None)
    paths = [(path, kind) for kind in KINDS for path in tables(kind)]
    wrong = [complaint for path, kind in paths for complaint in complaints(path, kind)]
    if wrong:
        return "failed", f"{wrong[0]}; {len(wrong)} complaints", "dateline kb check names them all"
    return "ok", f"{len(paths)} tables of people, organisations and places", ""


def _places(settings: Settings) -> Answer:
    """The table of towns, which is made here where it has not been made before."""
    from dateline.knowledge.gazetteer import candidates

    start = perf_counter()
    if not candidates("Timbuktu"):
        return "failed", "Timbuktu is not in the table of towns", REINSTALL
    return "ok", f"towns and divisions of GeoNames, asked in {perf_counter() - start:.1f} s", ""


def _rules(settings: Settings) -> Answer:
    from dateline.coding.coder import load_event_coder

    book = load_event_coder(Path(settings.ontology) if settings.ontology else None).rulebook
    return "ok", f"{len(book.rules)} rules", ""


def _sentence(settings: Settings) -> Answer:
    (document, _, _) = _coded(settings)
    types = [event.type for event in document.events or ()]
    if EXPECTED in types:
        return "ok", f"{SENTENCE!r} is {EXPECTED}", ""
    found = f"{SENTENCE!r} gave {', '.join(types) or 'nothing'}, not {EXPECTED}"
    if settings.ontology:
        return "warning", found, "look whether your rules mean it so: dateline rules try"
    return "failed", found, REINSTALL


def _database(settings: Settings) -> Answer:
    """A database written, and a word found in it again."""
    from dateline.store.opening import open_store
    from dateline.store.reading import open_reader
    from dateline.store.search import open_index

    document, records, identity = _coded(settings)
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        path = f"{folder}/doctor.duckdb"
        with open_store(path) as store:
            store.add(document, records, identity)
        with open_reader(path) as reader, open_index(reader, path) as index:
            hits = index.find("rebels", "sentence", 1)
    if not hits:
        return "failed", "a word that was written is not found again", "install DuckDB again: pip install -U duckdb"
    return "ok", f"DuckDB {version('duckdb')} writes, and SQLite's FTS5 finds", ""


@cache
def _coded(settings: Settings) -> "tuple[Document, list[Record], CoderInfo]":
    """The sentence coded, once for all checks."""
    from dateline.export.record import records_of
    from dateline.pipeline import build

    pipeline = build(settings)
    (document,) = pipeline.code([Document("doctor", SENTENCE, Publication(published=date(2024, 3, 6)))])
    return document, records_of(document, pipeline.identity), pipeline.identity


def _extra(name: str) -> Callable[[Settings], Answer]:
    modules, purpose = EXTRAS[name]

    def check(settings: Settings) -> Answer:
        missing = [module for module in modules if find_spec(module) is None]
        if missing:
            return "warning", f"not installed, needed for {purpose} alone", f"pip install 'dateline[{name}]'"
        return "ok", ", ".join(modules), ""

    return check


def _newsroom(settings: Settings) -> Answer:
    from dateline.web.rendering import is_built

    if is_built():
        return "ok", "the charts are built", ""
    advice = "install again where the npm registry can be reached, for charts"
    return "warning", "the charts are not built, so that pages show tables", advice


def _disk(settings: Settings) -> Answer:
    """Where least is free: here, in the user's folder, in the folder for temporary files."""
    folders = (Path.cwd(), Path.home(), Path(tempfile.gettempdir()))
    least = min((each for each in folders if each.is_dir()), key=lambda folder: shutil.disk_usage(folder).free)
    free = shutil.disk_usage(least).free
    found = f"{free / (1 << 30):.1f} GB free for {least}"
    if free < ROOM:
        return ("failed" if free < LEAST_ROOM else "warning"), found, "make room, or set TMPDIR and XDG_CACHE_HOME"
    return "ok", found, ""


def _threads(settings: Settings) -> Answer:
    cores = _cores()
    found = f"{settings.threads} of {cores} processors for the language model"
    if settings.threads > cores:
        return "warning", found, f"set threads to {cores} or less; more threads than processors are slower"
    return "ok", f"{found}; more processes gain more: --jobs {cores}" if cores > 1 else found, ""


def _cores() -> int:
    """The processors that this process may use, where the system tells."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


CHECKS: Mapping[str, Callable[[Settings], Answer]] = {
    "python": _python,
    "packages": _packages,
    "language model": _model,
    "tables": _tables,
    "places": _places,
    "rules": _rules,
    "a sentence": _sentence,
    "database": _database,
    "postgres": _extra("postgres"),
    "ray": _extra("ray"),
    "newsroom": _newsroom,
    "disk": _disk,
    "threads": _threads,
}
"""What is looked at, in this order."""
