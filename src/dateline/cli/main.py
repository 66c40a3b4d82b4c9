"""The command line: `dateline COMMAND`. Nothing heavy is imported before a command needs it."""

import sys
from typing import Annotated

import typer

from dateline import __version__
from dateline.cli import (
    code,
    diff,
    doctor,
    evaluate,
    explain,
    export,
    failures,
    kb,
    parse,
    query,
    reviews,
    rules,
    runs,
    search,
    serve,
    snapshot,
    stories,
    watch,
    world,
)
from dateline.cli import run as run_command
from dateline.errors import DatelineError

app = typer.Typer(
    name="dateline",
    help="Reads news and writes down, with evidence, who did what to whom, when, where, and according to whom.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command("code")(code.code)
app.command("run")(run_command.run)
app.command("watch")(watch.watch)
app.command("parse")(parse.parse)
app.command("explain")(explain.explain)
app.command("world")(world.world)
app.command("export")(export.export)
app.command("query")(query.query)
app.command("search")(search.search)
app.command("serve")(serve.serve)
app.command("snapshot")(snapshot.snapshot)
app.command("runs")(runs.runs)
app.command("failures")(failures.failures)
app.command("diff")(diff.diff)
app.command("doctor")(doctor.doctor)
app.add_typer(stories.app, name="stories")
app.add_typer(reviews.app, name="reviews")
app.add_typer(rules.app, name="rules")
app.add_typer(evaluate.app, name="evaluate")
app.add_typer(kb.app, name="kb")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Codes news into sourced event records."""


def run() -> None:
    """Runs the application; a DatelineError becomes one line on standard error and exit status 2."""
    try:
        app()
    except DatelineError as error:
        print(f"dateline: {error}", file=sys.stderr)
        sys.exit(2)
