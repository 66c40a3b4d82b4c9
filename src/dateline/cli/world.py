"""`dateline world`: the state of the political world that a coded corpus supports."""

import json
import sys
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.answers import Database
from dateline.cli.inputs import Json
from dateline.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.analysis.world import Line
    from dateline.store.relations import Party, Report


def world(
    db: Database,
    actor: Annotated[
        str | None, typer.Argument(metavar="[ACTOR]", help="Part of a name, or a country by name or code.")
    ] = None,
    as_of: Annotated[
        datetime | None, typer.Option("--as-of", formats=["%Y-%m-%d"], help="Only what was published by this day.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Tell who holds which office, leads, belongs to or stands with what, the evidence, and where reports conflict."""
    from dateline.analysis.world import world as state_of

    reports = _reports(db)
    lines = state_of(reports, as_of.date() if as_of else None, actor)
    if not lines:
        about, by = f" of {actor!r}" if actor else "", f" by {as_of:%Y-%m-%d}" if as_of else ""
        raise UsageError(f"{db}: none of its {len(reports)} reports tells{about or ' anything'}{by}")
    if as_json:
        _print_json(lines)
    else:
        _print(lines)


def _reports(db: str) -> "Sequence[Report]":
    from dateline.store.reading import open_reader
    from dateline.store.relations import reports_in

    with open_reader(db) as reader:
        reports = reports_in(reader)
    if not reports:
        raise UsageError(f"{db}: no relations in it; code articles that tell of the political world")
    return reports


def _print(lines: "Sequence[Line]") -> None:
    for name, own in groupby(lines, key=lambda line: line.subject.name):
        print(name)
        for line in own:
            print(f"  {_said(line)}")
            print(f"    {_support(line)}")
            print(f"    {_quoted(line.evidence[-1])}")
            for conflict in line.conflicts:
                print(f"    CONFLICT: {conflict}")


def _said(line: "Line") -> str:
    words = [line.kind, *([line.office] if line.office else []), *(["of"] if line.office else []), line.of.name]
    return " ".join([*(["not"] if line.negated else []), *words])


def _support(line: "Line") -> str:
    reports, publishers = len(line.evidence), len(line.publishers)
    counts = f"{reports} report{'s' * (reports != 1)}, {publishers} publisher{'s' * (publishers != 1)}"
    return f"since {line.since}, last seen {line.last_seen}; {counts}" if line.since else f"no date; {counts}"


def _quoted(report: "Report") -> str:
    title = f" {report.title}" if report.title and report.title != report.document_id else ""
    voice = f", according to {report.voice}" if report.voice else ""
    return f"“{report.words}”{voice} — {report.document_id}{title} ({report.published or 'no date'})"


def _print_json(lines: "Sequence[Line]") -> None:
    for line in lines:
        sys.stdout.write(json.dumps(_object(line), ensure_ascii=False) + "\n")


def _object(line: "Line") -> dict[str, object]:
    return {
        "kind": line.kind,
        "subject": _party(line.subject),
        "of": _party(line.of),
        "office": line.office,
        "negated": line.negated,
        "since": _iso(line.since),
        "last_seen": _iso(line.last_seen),
        "reports": len(line.evidence),
        "publishers": list(line.publishers),
        "evidence": [_evidence(report) for report in line.evidence],
        "against": [_evidence(report) for report in line.against],
        "conflicts": list(line.conflicts),
    }


def _party(party: "Party") -> dict[str, str | None]:
    return {"name": party.name, "country": party.country, "wikidata": party.wikidata}


def _evidence(report: "Report") -> dict[str, str | None]:
    return {
        "document_id": report.document_id,
        "title": report.title,
        "publisher": report.publisher,
        "published": _iso(report.published),
        "voice": report.voice,
        "words": report.words,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
