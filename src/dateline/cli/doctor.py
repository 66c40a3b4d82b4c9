"""`dateline doctor`: whether this installation works, and what to do where it does not."""

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from dateline.cli.inputs import Json, SettingsFile, settings_from

if TYPE_CHECKING:
    from dateline.cli.checkup import Finding

STYLES = {"ok": "green", "warning": "yellow", "failed": "red"}


def doctor(as_json: Json = False, settings_file: SettingsFile = None) -> None:
    """Check this installation: each part is ok, worth a warning, or failed, with what to do."""
    from dateline.cli.checkup import examined

    findings = list(examined(settings_from(settings_file)))
    if as_json:
        sys.stdout.writelines(f"{json.dumps(asdict(each), ensure_ascii=False)}\n" for each in findings)
    else:
        _print(findings)
    if any(each.status == "failed" for each in findings):
        raise typer.Exit(1)


def _print(findings: "list[Finding]") -> None:
    from rich.markup import escape
    from rich.table import Table

    from dateline.cli.tables import console

    table = Table(box=None, pad_edge=False, show_header=False)
    for each in findings:
        told = f"{each.found}: {each.advice}" if each.advice else each.found
        table.add_row(f"[{STYLES[each.status]}]{each.status}[/]", each.part, escape(told))
    console().print(table)
    counts = {status: sum(each.status == status for each in findings) for status in STYLES}
    print(f"{counts['ok']} ok, {counts['warning']} warnings, {counts['failed']} failed", file=sys.stderr)
