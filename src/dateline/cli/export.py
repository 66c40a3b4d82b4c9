"""`dateline export`: records into the formats that others work with."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from dateline.cli.inputs import Json
from dateline.cli.progress import counted
from dateline.errors import UsageError
from dateline.model import Status

if TYPE_CHECKING:
    from dateline.export.exporting import Outcome
    from dateline.export.format import Format
    from dateline.export.sources import Source


def export(
    name: Annotated[str | None, typer.Argument(metavar="FORMAT", help="A format; --list tells of all.")] = None,
    source: Annotated[
        str | None,
        typer.Argument(metavar="SOURCE", help="Records in .jsonl or .parquet, a folder of them, or a database."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The file to write, or the folder of a data package.")
    ] = None,
    status: Annotated[
        list[str] | None, typer.Option("--status", help="Keep events of this status only; may be given more than once.")
    ] = None,
    merged: Annotated[
        bool, typer.Option("--merged", help="One record a happening, as the stories of a database tell it.")
    ] = False,
    ontology: Annotated[
        Path | None, typer.Option("--ontology", help="A folder of event rules; its ontology explains the codes.")
    ] = None,
    listing: Annotated[
        bool, typer.Option("--list", help="List the formats, their endings and what they lose.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Write records in a format of event data, maps, networks, annotations or provenance."""
    from dateline.export.exporting import opening_for

    known = _formats(ontology)
    if listing:
        _list(known, as_json)
        return
    if name is None or source is None or output is None:
        raise UsageError(
            "name a format, a source and a target: dateline export FORMAT SOURCE -o TARGET; --list tells formats"
        )
    if name not in known:
        raise UsageError(f"no format {name!r}; known are {', '.join(known)}")
    opening_for(known[name], output)
    outcome = _exported(known[name], _source(source, merged), output, _statuses(status or []))
    _tell_losses(known[name])
    _tell_outcome(outcome, output, as_json)


def _formats(folder: Path | None) -> "Mapping[str, Format]":
    from dateline.export.formats import formats
    from dateline.knowledge.tables import resource
    from dateline.resources.ontology import load_ontology

    if folder and not folder.is_dir():
        raise UsageError(f"there is no folder of rules {folder}")
    own = folder / "ontology.yaml" if folder else None
    return formats(load_ontology(own if own and own.exists() else resource("ontology/plover.yaml")))


def _source(name: str, merged: bool) -> "Source":
    from dateline.export.sources import merged_from, records_from

    return merged_from(name) if merged else records_from(name)


def _exported(form: "Format", found: "Source", output: Path, statuses: list[Status]) -> "Outcome":
    from dateline.export.exporting import export as write

    return write(form, counted(found.records, "exporting", "events", found.size), output, statuses)


def _statuses(names: list[str]) -> list[Status]:
    from dateline.export.format import ALL

    if unknown := [name for name in names if name not in ALL]:
        raise UsageError(f"no status {unknown[0]!r}; known are {', '.join(ALL)}")
    return cast(list[Status], names)


def _tell_losses(form: "Format") -> None:
    for loss in form.losses:
        print(f"{form.name}: {loss}", file=sys.stderr)


def _tell_outcome(outcome: "Outcome", output: Path, as_json: bool) -> None:
    left_out = "".join(f", {count} {reason} left out" for reason, count in outcome.left_out.most_common())
    print(f"{output}: {outcome.written} events{left_out}", file=sys.stderr)
    if as_json:
        print(json.dumps({"output": str(output), "events": outcome.written, "left_out": dict(outcome.left_out)}))


def _list(known: "Mapping[str, Format]", as_json: bool) -> None:
    for form in known.values():
        if as_json:
            print(json.dumps(_object(form), ensure_ascii=False))
        else:
            print(f"{form.name} ({_endings(form)})\n  {form.summary}")
            print("".join(f"  - {loss}\n" for loss in form.losses))


def _endings(form: "Format") -> str:
    return ", ".join(ending or "folder" for ending in form.openings)


def _object(form: "Format") -> dict[str, object]:
    return {
        "format": form.name,
        "summary": form.summary,
        "endings": list(form.openings),
        "statuses": list(form.statuses),
        "losses": list(form.losses),
    }
