"""`python -m dateline`."""

from dateline.cli.main import run

run()
