"""Options that several commands share, and the settings that they make."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from dateline.config import Settings, load_settings
from dateline.errors import UsageError

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files (.txt, .jsonl), folders, patterns, or - for standard input.")
]
SettingsFile = Annotated[Path | None, typer.Option("--settings", metavar="FILE", help="A TOML file of settings.")]
SetValues = Annotated[
    list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help="One setting, over file and environment.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]


def settings_of(file: Path | None, values: Sequence[str] | None) -> Settings:
    """The settings of a file, the environment and `NAME=VALUE` flags; UsageError for what is none."""
    return load_settings(file, flags=dict(_pairs(values or ())))


def _pairs(values: Iterable[str]) -> Iterable[tuple[str, str]]:
    for value in values:
        name, equals, given = value.partition("=")
        if not equals:
            raise UsageError(f"--set takes NAME=VALUE, not {value!r}")
        yield name.strip(), given.strip()
