"""Every command, setting, layer and event type has its page, and the pages say what the code does."""

import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import typer

from dateline import Coder, Settings, load
from dateline.cli.main import app
from dateline.coding.coder import shipped
from dateline.export.codebook import meanings
from dateline.export.columns import layout
from dateline.export.format import Format
from dateline.export.formats import formats
from dateline.export.panels import actor_months, dyad_days
from dateline.resources.ontology import EventType, load_ontology
from docs.generate.layers import LAYERS, own_nouns

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
INDEX = (DOCS / "index.md").read_text("utf8")
PAGES = sorted([*DOCS.rglob("*.md"), *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md"))])
LINK = re.compile(r"\]\(([^)#:]+)(?:#[\w-]+)?\)")

ONTOLOGY = load_ontology(shipped("ontology/plover.yaml"))
TYPES = ONTOLOGY.types
FORMATS = formats(ONTOLOGY)
LAYOUTS = {name: layout(name) for name in ("polecat", "icews", "gdelt")}
TABLES = {**LAYOUTS, "dyad-day": dyad_days(ONTOLOGY).columns, "actor-month": actor_months(ONTOLOGY).columns}
COMMANDS: dict[str, Any] = vars(typer.main.get_command(app))["commands"]


def page(path: str) -> str:
    """The text of a page that the index leads to."""
    assert f"]({path})" in INDEX, f"docs/index.md does not lead to {path}"
    return (DOCS / path).read_text("utf8")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_a_page_with_all_its_options(name: str) -> None:
    written = page(f"commands/{name}.md")
    command = COMMANDS[name]
    assert written.startswith(f"# dateline {name}\n")
    for subcommand, each in getattr(command, "commands", {"": command}).items():
        assert f"dateline {name} {subcommand}".rstrip() in written
        options = [option for option in each.params if option.param_type_name == "option"]
        missing = [flag for option in options for flag in option.opts if f"`{flag}" not in written]
        assert not missing, f"docs/commands/{name}.md does not tell of {missing}"


def test_every_setting_is_told_with_its_default() -> None:
    written = page("settings.md")
    for setting in fields(Settings):
        default = f"`{setting.default}`" if setting.default else "none"
        assert f"\n## {setting.name}\n\nDefault: {default}" in written


@pytest.mark.parametrize("name", LAYERS)
def test_a_layer_has_a_page_with_all_its_fields(name: str) -> None:
    written = page(f"layers/{name}.md")
    assert written.startswith(f"# {name}\n")
    for noun in own_nouns(name):
        section = written.partition(f"\n## {noun.__name__}\n")[2].partition("\n## ")[0]
        told = re.findall(r"^\| `(\w+)` \|", section, re.M)
        assert told == [each.name for each in fields(noun)], f"docs/layers/{name}.md: {noun.__name__}"


@pytest.mark.parametrize("kind", TYPES.values(), ids=TYPES)
def test_an_event_type_has_a_page_with_its_scores(kind: EventType) -> None:
    written = page(f"events/{kind.code.lower()}.md")
    assert written.startswith(f"# {kind.code}\n")
    assert f"Quad class {kind.quad} (" in written
    assert f", score {signed(kind.score)}, CAMEO" in written
    assert ("recipient required" in written) == kind.needs_recipient
    told = dict(re.findall(r"^\| `([\w-]+)` \| ([−\d.]+) \|", written, re.M))
    assert told == {mode: signed(score) for mode, score in kind.modes.items()}
    explained = dict(re.findall(r"^\| `([\w-]+)` \| [−\d.]+ \| (.+)\. \|$", written, re.M))
    assert explained == {mode: meanings()["mode", f"{kind.code} {mode}"] for mode in kind.modes}
    assert f"| {meanings()['type', kind.code]} |" in INDEX


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_a_format_has_a_page_with_all_that_it_loses(form: Format) -> None:
    written = page(f"exports/{form.name}.md")
    assert written.startswith(f"# {form.name}\n\n{form.summary}.\n")
    lost = written.partition("\n## What it loses\n")[2].partition("\n## ")[0]
    assert re.findall(r"^- (.+)$", lost, re.M) == list(form.losses)
    assert all(f"`{ending}`" in written for ending in form.openings if ending)
    assert f"](../exports/{form.name}.md)" in page("commands/export.md")


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_a_page_with_all_its_columns(name: str) -> None:
    told = re.findall(r"^\| `([^`]+)` \| (\w+) \| (.+) \|$", page(f"exports/{name}.md"), re.M)
    assert told == [(each.name, each.kind, each.description) for each in TABLES[name]]


def test_no_page_tells_of_what_is_not_there() -> None:
    events = map(str.lower, TYPES)
    for folder, known in (("commands", COMMANDS), ("layers", LAYERS), ("events", events), ("exports", FORMATS)):
        assert {path.stem for path in (DOCS / folder).iterdir()} == set(known)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    dead = [target for target in LINK.findall(path.read_text("utf8")) if not (path.parent / target).exists()]
    assert not dead


@pytest.fixture(scope="module")
def coder() -> Coder:
    return load()


@pytest.mark.model
@pytest.mark.parametrize("code", TYPES)
def test_the_example_of_an_event_type_is_coded_as_told(code: str, coder: Coder) -> None:
    written = page(f"events/{code.lower()}.md").partition("## Example")[2]
    (sentence,) = re.findall(r"^> (.+)$", written, re.M)
    told = dict(re.findall(r"^- (\w+): (.+)$", written, re.M))
    found = [event for event in coder(sentence).events or () if event.type == told["event"]]
    assert told["event"] == code and found
    for slot in ("actor", "recipient"):
        people = [each.span.of(sentence) for each in getattr(found[0], slot)]
        assert any(words.startswith(told[slot]) for words in people) if slot in told else not people


def signed(number: float) -> str:
    """A number as the pages write it, with a true minus sign."""
    return f"{number:g}".replace("-", "−")
