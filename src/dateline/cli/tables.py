"""Tables of events for a terminal, as wide as it is; plain text elsewhere."""

import shutil
import sys
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from dateline.export.shape import Record

PLAIN_WIDTH = 160
"""Columns where there is no terminal to ask."""

QUAD_STYLES = {1: "cyan", 2: "green", 3: "yellow", 4: "red"}


def console() -> Console:
    """Standard output, with colours on a terminal only."""
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else PLAIN_WIDTH
    return Console(width=width, highlight=False)


def print_events(records: list["Record"]) -> None:
    """One row an event: who, what, whom, where, when, according to whom, status, words."""
    table = Table(box=None, pad_edge=False, header_style="bold", show_lines=False)
    for title, ratio in (
        ("who", 4),
        ("what", 3),
        ("whom", 4),
        ("where", 2),
        ("when", 2),
        ("says", 3),
        ("status", 2),
        ("words", 5),
    ):
        table.add_column(title, ratio=ratio, overflow="fold")
    before = None
    for record in records:
        if record["document_id"] != before:
            before = record["document_id"]
            table.add_section()
            table.add_row(f"[bold]{_escaped(before)}[/bold]")
        table.add_row(*_cells(record))
    console().print(table)


def _cells(record: Any) -> tuple[str, ...]:
    style = QUAD_STYLES.get(record["quad"], "")
    modes = "".join(f" {mode}" for mode in record["mode"])
    return (
        _people(record["actor"]),
        f"[{style}]{record['event']}[/{style}]{_escaped(modes)}" if style else record["event"],
        _people(record["recipient"]),
        _escaped((record["location"] or {}).get("name") or ""),
        _when(record["date"]),
        _escaped(", ".join(_name(voice["source"]) for voice in record["attribution"] if voice["source"])),
        _status(record["factuality"]),
        _escaped(record["trigger"]["text"]),
    )


def _people(actors: list[Any]) -> str:
    return _escaped("; ".join(_name(actor) + _codes(actor) for actor in actors))


def _name(actor: Any) -> str:
    return str(actor["name"] or actor["text"])


def _codes(actor: Any) -> str:
    codes = "/".join(code for code in (actor["country"], *actor["sector"]) if code)
    return f" ({codes})" if codes else ""


def _when(date: Any) -> str:
    if not date:
        return ""
    start, end = date["start"], date["end"]
    if not start:
        return _escaped(date["text"] or "")
    return str(start if start == end else f"{start} – {end}")


def _status(factuality: Any) -> str:
    return str(factuality["status"]) + (", historical" if factuality["historical"] else "")


def _escaped(text: str) -> str:
    return text.replace("[", r"\[")
