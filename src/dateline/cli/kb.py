"""`dateline kb`: check the tables of knowledge, and add one's own."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.inputs import SettingsFile, settings_from
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.errors import ResourceError

app = typer.Typer(help="Check the tables of people, organisations and places, and add your own.", no_args_is_help=True)
imports = typer.Typer(help="Make tables from other people's.", no_args_is_help=True)
app.add_typer(imports, name="import")

Knowledge = Annotated[
    Path | None, typer.Option("--knowledge", help="The folder of your own tables; else the setting `knowledge`.")
]


@app.command("check")
def check(
    knowledge: Knowledge = None,
    doubted: Annotated[
        bool, typer.Option("--doubts", help="Tell of two holders of one office at a time, too.")
    ] = False,
    settings_file: SettingsFile = None,
) -> None:
    """Read every line of the packaged tables and of yours; each complaint names its file and line."""
    from dateline.knowledge.check import KINDS, complaints, doubts, latest_change
    from dateline.knowledge.tables import tables, use_own_folder

    folder = settings_from(settings_file, knowledge=knowledge).knowledge
    use_own_folder(_existing(Path(folder)) if folder else None)
    paths = [(path, kind) for kind in KINDS for path in tables(kind)]
    wrong = _told(complaint for path, kind in paths for complaint in complaints(path, kind))
    for path in tables("offices") if not wrong else ():
        print(f"{path.stem}: changes of office up to {latest_change(path) or 'no day'}")
    if doubted and not wrong:
        _told(doubt for path in tables("offices") for doubt in doubts(path))
    print(f"{len(paths)} tables, {sum(_lines(path) for path, _ in paths):,} lines, {wrong} complaints")
    if wrong:
        raise typer.Exit(1)


@app.command("add")
def add(
    table: Annotated[Path, typer.Argument(metavar="FILE.tsv", help="A table of offices, organisations or places.")],
    knowledge: Knowledge = None,
    replace: Annotated[bool, typer.Option("--replace", help="Replace a table of the same name.")] = False,
    settings_file: SettingsFile = None,
) -> None:
    """Check a table of yours and put it into the folder that coding reads beside the packaged tables."""
    from dateline.knowledge.check import complaints, kind_of

    folder = _own_folder(knowledge, settings_file)
    if not table.is_file():
        raise UsageError(f"there is no file {table}")
    kind = kind_of(table)
    if _told(complaints(table, kind)):
        raise typer.Exit(1)
    _write(folder / kind / f"{table.stem}.tsv", table.read_text("utf8"), replace)


@imports.command("wikidata")
def import_wikidata(
    dump: Annotated[Path, typer.Argument(metavar="DUMP", help="A Wikidata JSON dump: .json, .json.gz or .json.bz2.")],
    knowledge: Knowledge = None,
    replace: Annotated[bool, typer.Option("--replace", help="Replace what an earlier import wrote.")] = False,
    settings_file: SettingsFile = None,
) -> None:
    """Make a table of offices from the people in a Wikidata dump, and put it into your folder."""
    from dateline.knowledge.offices import COLUMNS
    from dateline.knowledge.wikidata import read_offices

    folder = _own_folder(knowledge, settings_file)
    found = read_offices(dump)
    lines = ["\t".join(COLUMNS), *("\t".join(row) for row in found.rows)]
    _write(folder / "offices" / "wikidata.tsv", "\n".join(lines) + "\n", replace)
    for reason, count in found.left_out.most_common():
        print(f"left out: {count} for {reason}", file=sys.stderr)


def _own_folder(knowledge: Path | None, settings_file: Path | None) -> Path:
    folder = settings_from(settings_file, knowledge=knowledge).knowledge
    if not folder:
        raise UsageError("name a folder for your tables: --knowledge DIR, or the setting knowledge")
    return Path(folder)


def _existing(folder: Path) -> Path:
    if not folder.is_dir():
        raise UsageError(f"there is no folder {folder}")
    return folder


def _write(path: Path, text: str, replace: bool) -> None:
    if path.exists() and not replace:
        raise UsageError(f"{path} exists; --replace writes over it")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    print(f"{_lines(path):,} lines in {path}; code with the setting knowledge = {str(path.parent.parent)!r}")


def _lines(path: Path) -> int:
    return len(path.read_text("utf8").splitlines()) - 1


def _told(complaints: "Iterable[ResourceError]") -> int:
    """How many complaints there are, each said on standard error."""
    lines = [str(complaint) for complaint in complaints]
    for line in lines:
        print(line, file=sys.stderr)
    return len(lines)
