"""`dateline evaluate`: what Dateline finds against what gold data has, one layer a file."""

import typer

from dateline.cli.evaluate.actors import actors
from dateline.cli.evaluate.attributions import attributions
from dateline.cli.evaluate.coreference import coreference
from dateline.cli.evaluate.events import events
from dateline.cli.evaluate.factuality import factuality
from dateline.cli.evaluate.places import places
from dateline.cli.evaluate.stories import stories
from dateline.cli.evaluate.times import times

app = typer.Typer(help="Score what Dateline finds against gold data.", no_args_is_help=True)
app.command("actors")(actors)
app.command("attributions")(attributions)
app.command("coreference")(coreference)
app.command("events")(events)
app.command("factuality")(factuality)
app.command("places")(places)
app.command("stories")(stories)
app.command("times")(times)
