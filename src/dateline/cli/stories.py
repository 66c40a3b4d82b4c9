"""`dateline stories`: many reports, one story; links what is new, shows stories, splits and joins them by hand."""

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.answers import SHOWN, Database, print_table
from dateline.cli.inputs import Json
from dateline.cli.progress import counted
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.store.database import Database as Opened
    from dateline.store.stories import Story

app = typer.Typer(help="Documents on one happening as stories, and what they tell as one event.")
StoryId = Annotated[str, typer.Argument(metavar="STORY", help="A story's id.")]


@app.callback(invoke_without_command=True)
def stories(
    context: typer.Context,
    db: Annotated[str | None, typer.Option("--db", help="A DuckDB file that Dateline wrote, or postgresql://…")] = None,
    as_json: Json = False,
) -> None:
    """Link documents that are in no story yet, mark repeated texts, and merge what they tell of one happening."""
    if context.invoked_subcommand is not None:
        if db is not None:
            raise UsageError("--db goes after the command: dateline stories list --db DB")
        return
    if db is None:
        raise UsageError("name the database: dateline stories --db DB")
    from dateline.store.opening import open_store

    with open_store(db) as store:
        linked, merged = _linked(store.database), _merged(store.database)
    if as_json:
        print(json.dumps({"linked": linked, "merged": merged}))
    else:
        print(f"{linked} documents linked, {merged} stories merged", file=sys.stderr)


@app.command("list")
def list_stories(
    db: Database,
    order: Annotated[str, typer.Option("--order", help="newest or largest first.")] = "newest",
    least: Annotated[int, typer.Option("--least", min=1, help="Stories of at least so many documents.")] = 1,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many.")] = SHOWN,
    as_json: Json = False,
) -> None:
    """List stories: days, documents, independent publishers, happenings, and the title of the first document."""
    from dateline.store.reading import open_reader
    from dateline.store.stories import stories_in

    with open_reader(db) as reader:
        found = [asdict(each) for each in stories_in(reader, order, least, limit)]
    if as_json:
        for each in found:
            print(json.dumps(each, ensure_ascii=False, default=str))
    elif found:
        print_table(list(found[0]), [[_cell(value) for value in each.values()] for each in found])
    else:
        print(f"no stories yet; `dateline stories --db {db}` makes them")


@app.command("show")
def show(story: StoryId, db: Database, as_json: Json = False) -> None:
    """Show the documents of a story and what they tell, by day."""
    from dateline.store.reading import open_reader
    from dateline.store.stories import story_in

    with open_reader(db) as reader:
        found = story_in(reader, story)
    if as_json:
        print(json.dumps(asdict(found), ensure_ascii=False, default=str))
    else:
        _print(found)


@app.command("split")
def split(
    story: StoryId,
    documents: Annotated[list[str], typer.Argument(metavar="DOCUMENT...", help="Documents that are another story.")],
    db: Database,
) -> None:
    """Put documents of a story into one of their own; the two are never joined again."""
    from dateline.store.opening import open_store
    from dateline.store.story_corrections import split as apart

    with open_store(db) as store:
        made = apart(store.database, story, documents)
        _merged(store.database)
    print(made)


@app.command("join")
def join(
    stories: Annotated[
        list[str], typer.Argument(metavar="STORY...", help="Stories that are one; the first's id stays.")
    ],
    db: Database,
) -> None:
    """Put the documents of several stories into the first."""
    from dateline.store.opening import open_store
    from dateline.store.story_corrections import join as together

    with open_store(db) as store:
        kept = together(store.database, stories)
        _merged(store.database)
    print(kept)


def _linked(database: "Opened") -> int:
    from dateline.store.story_linking import count_new, link_new

    one_by_one = (1 for done in link_new(database) for _ in range(done))
    return sum(counted(one_by_one, "linking", "documents", count_new(database)))


def _merged(database: "Opened") -> int:
    from dateline.store.story_merging import merge_stale

    return sum(counted((1 for done in merge_stale(database) for _ in range(done)), "merging", "stories"))


def _print(story: "Story") -> None:
    print_table(
        ["published", "publisher", "document", "title", "repeats"],
        [[_cell(value) for value in (e.published, e.publisher, e.id, e.title, e.repeats)] for e in story.documents],
    )
    if not story.happenings:
        return
    print()
    columns = ("date", "event", "actor", "recipient", "place", "status", "reports", "publishers", "denied_by", "tolls")
    print_table(columns, [[_cell(getattr(each, name)) for name in columns] for each in story.happenings])


def _cell(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_toll(toll)}" for name, toll in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _toll(toll: dict[str, int | None]) -> str:
    """A number, a range, or a number that is open above."""
    low, high = toll["low"], toll["high"]
    if high is None:
        return f"{low} or more"
    return str(low) if low == high else f"{low}–{high}"
