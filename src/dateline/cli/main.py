"""The `dateline` command."""

import sys
from typing import Annotated

import typer

from dateline import __version__
from dateline.cli.code import code
from dateline.cli.explain import explain
from dateline.cli.parse import parse
from dateline.cli.screen import messages
from dateline.errors import DatelineError, UsageError

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
for command in (code, parse, explain):
    app.command()(command)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def dateline(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Who did what to whom, when, where, according to whom, and how sure that is: events out of news."""


def run() -> None:
    """Runs the command line; a fault of the user's is told in one line and exits with 2, of a resource with 1."""
    try:
        app()
    except DatelineError as error:
        messages().print(f"dateline: {error}")
        sys.exit(2 if isinstance(error, UsageError) else 1)
