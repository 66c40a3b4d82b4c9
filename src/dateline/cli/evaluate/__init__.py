"""`dateline evaluate`: what Dateline finds against what gold data has, one layer a file."""

import typer

from dateline.cli.evaluate.actors import actors
from dateline.cli.evaluate.coreference import coreference
from dateline.cli.evaluate.events import events

app = typer.Typer(help="Score what Dateline finds against gold data.", no_args_is_help=True)
app.command("events")(events)
app.command("coreference")(coreference)
app.command("actors")(actors)
