"""`dateline query`: events as a table, or whatever a SELECT asks for."""

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.answers import SHOWN, Database, give
from dateline.cli.inputs import Json
from dateline.errors import UsageError

Words = list[str] | None


def query(
    db: Database,
    since: Annotated[str | None, typer.Option("--from", help="Events on this day or later (2024-05-31).")] = None,
    until: Annotated[str | None, typer.Option("--to", help="Events on this day or earlier.")] = None,
    kind: Annotated[Words, typer.Option("--type", help="Event type, such as ASSAULT.")] = None,
    quad: Annotated[Words, typer.Option("--quad", help="Quad class, 1 to 4.")] = None,
    actor: Annotated[Words, typer.Option("--actor", help="Part of the name of one who acts.")] = None,
    recipient: Annotated[Words, typer.Option("--recipient", help="Part of the name of one who is acted upon.")] = None,
    voice: Annotated[Words, typer.Option("--voice", help="Part of the name of one who says so.")] = None,
    country: Annotated[Words, typer.Option("--country", help="Country of either side, by name or code.")] = None,
    dyad: Annotated[Words, typer.Option("--dyad", help="Two countries, the one that acts first: RUS:UKR.")] = None,
    place: Annotated[Words, typer.Option("--place", help="Part of the name of a place or its province.")] = None,
    status: Annotated[Words, typer.Option("--status", help="actual, planned, possible, …")] = None,
    publisher: Annotated[Words, typer.Option("--publisher", help="Part of a publisher's name.")] = None,
    context: Annotated[Words, typer.Option("--context", help="Context, such as military.")] = None,
    run: Annotated[Words, typer.Option("--run", help="What this run coded; `dateline runs` lists them.")] = None,
    story: Annotated[Words, typer.Option("--story", help="A story; `dateline stories list` tells which.")] = None,
    columns: Annotated[str | None, typer.Option("--columns", help="Columns by name, commas between.")] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=0, help="At most so many rows.")] = None,
    sql: Annotated[str | None, typer.Option("--sql", help="One SELECT of your own instead, reading only.")] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write a .csv, .jsonl or .parquet file.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Show events that pass all filters; a filter given more than once is met by any of its values."""
    words = {
        "since": [since] if since else [], "until": [until] if until else [], "type": kind or [], "quad": quad or [],
        "actor": actor or [], "recipient": recipient or [], "voice": voice or [],
        "country": country or [], "dyad": dyad or [],
        "place": place or [], "status": status or [], "publisher": publisher or [], "context": context or [],
        "run": run or [], "story": story or [],
    }  # fmt: skip
    from dateline.store.filters import filter_from
    from dateline.store.query import DEFAULT, events_table
    from dateline.store.reading import open_reader

    if sql is not None and (columns or limit is not None or any(words.values())):
        raise UsageError("--sql stands alone; write filters, columns and LIMIT into the SELECT")
    asked = filter_from(words)
    shown = tuple(columns.split(",")) if columns else DEFAULT
    with open_reader(db) as reader:
        if sql is not None:
            give(reader.ask_freely(sql), output, as_json)
        else:
            most = limit if limit is not None or output or as_json else SHOWN + 1
            give(events_table(reader, asked, shown, most), output, as_json)
