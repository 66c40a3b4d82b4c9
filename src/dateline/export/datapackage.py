"""A folder that explains itself: tables with their codebook and a Frictionless datapackage.json."""

import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from hashlib import file_digest
from pathlib import Path

from dateline.export import codebook, csv, flat, panels
from dateline.export.columns import Column
from dateline.export.format import Format, Writer, endings
from dateline.export.replacing import replacing_folder
from dateline.export.shape import Record
from dateline.resources.ontology import Ontology

DESCRIPTOR, CODEBOOK = "datapackage.json", "codebook.md"
EVENTS, DYAD_DAYS, ACTOR_MONTHS = "events.csv", "dyad_day.csv", "actor_month.csv"
FILES = (DESCRIPTOR, CODEBOOK, EVENTS, DYAD_DAYS, ACTOR_MONTHS)

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class File:
    """One of the tables: its format, its columns, and which of them name a row."""

    name: str
    form: Format
    columns: tuple[Column, ...]
    keys: tuple[str, ...]


class Package:
    """Writes each record to every file that has room for it."""

    def __init__(self, writers: Sequence[tuple[Format, Writer]]) -> None:
        self.writers = writers

    def write(self, records: Sequence[Record]) -> None:
        for form, writer in self.writers:
            if taken := [record for record in records if form.takes(record)]:
                writer.write(taken)


@contextmanager
def writing(folder: Path, ontology: Ontology) -> Iterator[Package]:
    """Writes the files, and what describes them when they are whole."""
    files = tables(ontology)
    book = codebook.codebook_format(ontology)
    with ExitStack() as stack:
        named = [(each.form, folder / each.name) for each in files] + [(book, folder / CODEBOOK)]
        opened = [(form, stack.enter_context(form.openings[path.suffix](path))) for form, path in named]
        yield Package(opened)
    written = json.dumps(descriptor(folder, files, ontology), ensure_ascii=False, indent=2)
    (folder / DESCRIPTOR).write_text(written + "\n", "utf-8")


def tables(ontology: Ontology) -> tuple[File, ...]:
    """The events, and the panels made of them."""
    days, months = panels.dyad_days(ontology), panels.actor_months(ontology)
    return (
        File(EVENTS, csv.FORMAT, flat.COLUMNS, ("id",)),
        File(DYAD_DAYS, panels.dyad_day(ontology), tuple(days.columns), _names(days.keys)),
        File(ACTOR_MONTHS, panels.actor_month(ontology), tuple(months.columns), _names(months.keys)),
    )


def descriptor(folder: Path, files: Sequence[File], ontology: Ontology) -> Json:
    """The content of datapackage.json."""
    resources = [_resource(folder, each, ontology) for each in files]
    return {
        "profile": "data-package",
        "name": "dateline-events",
        "title": "Sourced political events from news",
        "description": f"Events coded by Dateline in {ontology.name}; {CODEBOOK} tells what fields and codes mean.",
        "sources": [
            {"title": "PLOVER, Open Event Data Alliance (CC BY-SA 4.0)"},
            {"title": "GeoNames (CC BY 4.0)", "path": "https://www.geonames.org/"},
        ],
        "resources": [*resources, {**_file(folder / CODEBOOK), "title": "Codebook", "mediatype": "text/markdown"}],
    }


def _resource(folder: Path, one: File, ontology: Ontology) -> Json:
    fields = [_field(column, one, ontology) for column in one.columns]
    return {
        **_file(folder / one.name),
        "profile": "tabular-data-resource",
        "title": one.form.summary,
        "description": " ".join(one.form.losses),
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "primaryKey": list(one.keys), "missingValues": [""]},
    }


def _field(column: Column, one: File, ontology: Ontology) -> Json:
    field: Json = {"name": column.name, "type": column.kind, "description": column.description}
    if column.name == "event":
        field["constraints"] = {"required": True, "enum": list(ontology.types)}
    elif column.name in one.keys:
        field["constraints"] = {"required": True}
    return field


def _file(path: Path) -> Json:
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    return {
        "name": path.stem.replace("_", "-"),
        "path": path.name,
        "format": path.suffix[1:],
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
    }


def _names(columns: Sequence[Column]) -> tuple[str, ...]:
    return tuple(column.name for column in columns)


def package_format(ontology: Ontology) -> Format:
    """The format of packages."""
    return Format(
        name="datapackage",
        summary="A folder with events, panels, codebook and datapackage.json (Frictionless)",
        openings=endings("", opening=partial(writing, ontology=ontology)),
        losses=(
            "What CSV loses: spans, cues of factuality, operators' rules and links of mentions.",
            "The panels in it leave out what dyad-day and actor-month leave out.",
        ),
        replacing=partial(replacing_folder, known=FILES),
    )
