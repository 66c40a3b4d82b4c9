"""What commands share: their arguments, the run over their input, and how it ended."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.progress import counted
from dateline.config import Settings, load_settings
from dateline.model import Document

if TYPE_CHECKING:
    from dateline.errors import InputError
    from dateline.run.coding import Code

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...", help="Texts, web pages, .jsonl, tables, folders, globs, or - for standard input."
    ),
]
SettingsFile = Annotated[Path | None, typer.Option("--settings", help="A TOML file of settings.")]
OntologyFolder = Annotated[
    Path | None,
    typer.Option("--ontology", help="A folder of event rules to add to the packaged ones, or to use instead."),
]
RulesOnly = Annotated[
    bool | None, typer.Option("--rules-only", help="Let rules alone decide, without the scorer.", show_default=False)
]
LargestArticle = Annotated[int | None, typer.Option(help="Refuse larger articles; bytes.")]
Columns = Annotated[str | None, typer.Option("--map", help="What records call their fields: text=body,published=date.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]


@dataclass(slots=True)
class Tally:
    """How many inputs were coded, now or before, skipped and failed, and what was wrong with those that were not."""

    coded: int = 0
    known: int = 0
    skipped: int = 0
    failures: list["InputError"] = field(default_factory=list)

    def close(self, found: str = "") -> None:
        """Prints the counts to standard error; exits with status 1 if anything failed."""
        known = f"{self.known} coded before, " if self.known else ""
        counts = f"{self.coded} coded, {known}{self.skipped} skipped, {len(self.failures)} failed"
        print(f"{counts}{found}", file=sys.stderr)
        if self.failures:
            raise typer.Exit(1)


def settings_from(path: Path | None, **flags: object) -> Settings:
    """Settings of this call: file, environment, flags."""
    return load_settings(path, flags=flags)


def documents(
    paths: Sequence[str],
    code: "Code",
    settings: Settings,
    tally: Tally,
    *,
    columns: "Mapping[str, str] | None" = None,
    known: Callable[[Document], bool] = lambda document: False,
) -> Iterator[Document]:
    """The documents that went through; the others are said on standard error and counted, those `known` left out."""
    from dateline.readers.reading import read
    from dateline.run.job import Coded, Failed

    inputs = read(paths, settings.largest_article, settings.largest_unpacked, columns)
    for outcome in counted(code(_unknown(inputs, known, tally))):
        if isinstance(outcome, Coded):
            tally.coded += 1
            yield outcome.document
            continue
        kind = "failed" if isinstance(outcome, Failed) else "skipped"
        print(f"{kind}: {outcome.error}", file=sys.stderr)
        if isinstance(outcome, Failed):
            tally.failures.append(outcome.error)
        else:
            tally.skipped += 1


def _unknown(
    inputs: "Iterable[Document | InputError]", known: Callable[[Document], bool], tally: Tally
) -> "Iterator[Document | InputError]":
    for each in inputs:
        if isinstance(each, Document) and known(each):
            tally.known += 1
        else:
            yield each
