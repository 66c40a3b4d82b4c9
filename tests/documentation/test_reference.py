"""The reference is made from the code and leaves nothing of it out."""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import PurePosixPath

import pytest

from dateline import Settings, __all__
from dateline.coding.coder import load_event_coder
from dateline.export.fields import fields_of, shapes
from docs.generate import pages
from docs.generate.commands import leaves
from docs.generate.layers import LAYERS
from tests.test_docs import TYPES


@pytest.fixture(scope="module")
def made() -> Mapping[str, str]:
    return pages()


def test_all_commands_stand_there_with_their_options(made: Mapping[str, str]) -> None:
    told = made["reference/commands.md"]
    for words, command in leaves().items():
        section = told.partition(f"## dateline {words}\n")[2].partition("\n## ")[0]
        flags = [flag for each in command.params if each.param_type_name == "option" for flag in each.opts]
        assert command.help in section
        assert [flag for flag in flags if f"`{flag}`" not in section] in ([], ["--help"])


def test_all_settings_stand_there_with_what_they_are(made: Mapping[str, str]) -> None:
    told = made["reference/settings.md"]
    assert [each.name for each in fields(Settings) if f"| `{each.name}` | " not in told] == []
    assert "| `threads` | int | `1` | `DATELINE_THREADS` | Threads that the language model uses" in told


def test_all_fields_of_the_record_stand_there(made: Mapping[str, str]) -> None:
    told = made["reference/record.md"]
    missing = [each.name for shape in shapes() for each in fields_of(shape) if f"| `{each.name}` | " not in told]
    assert not missing
    assert "| `actor` | list of [Actor](#actor) | " in told


def test_all_layers_and_public_names_stand_there(made: Mapping[str, str]) -> None:
    assert [name for name in LAYERS if f"\n## {name}\n" not in made["reference/layers.md"]] == []
    assert [name for name in __all__ if f"\n## {name}\n" not in made["reference/python.md"]] == []
    assert "dateline." not in made["reference/layers.md"].partition("## sections")[2]


def test_all_types_stand_there_with_an_example(made: Mapping[str, str]) -> None:
    for code, kind in TYPES.items():
        section = made["reference/ontology.md"].partition(f"\n## {code}\n")[2].partition("\n## ")[0]
        assert "\n- " in section
        assert [mode for mode in kind.modes if f"| `{mode}` | " not in section] == []


def test_all_rules_stand_there_with_their_examples(made: Mapping[str, str]) -> None:
    for rule in load_event_coder(None).rulebook.rules:
        told = made[f"reference/rules/{(rule.type or 'operators').lower()}.md"]
        section = told.partition(f"\n## {rule.id}\n")[2].partition("\n## ")[0]
        assert section.count("\n- ") == len(rule.examples) + len(rule.counterexamples)
        assert all(each.text in section for each in rule.counterexamples)


def test_what_must_be_found_is_marked(made: Mapping[str, str]) -> None:
    assert "- [actor: Iraq] invaded [recipient: Kuwait]." in made["reference/rules/assault.md"]


@pytest.mark.parametrize(
    ("source", "link", "place", "turned"),
    [
        ("docs/index.md", "[x](../README.md)", "index.md", "[x](project/readme.md)"),
        ("docs/guides/ray.md", "[x](ontology.md#a)", "guides/ray.md", "[x](ontology.md#a)"),
        ("docs/a/b.md", "[x](../../benchmarks/RESULTS.md#y)", "a/b.md", "[x](../project/results.md#y)"),
        ("README.md", "[x](docs/index.md)", "project/readme.md", "[x](../index.md)"),
        ("README.md", "the [licence](LICENSE) of", "project/readme.md", "the licence of"),
        ("README.md", "[x](https://a.example/b)", "project/readme.md", "[x](https://a.example/b)"),
    ],
)
def test_links_are_turned_to_their_place_in_the_site(source: str, link: str, place: str, turned: str) -> None:
    hook = pytest.importorskip("docs.generate.hook", reason="no mkdocs; pip install 'dateline[docs]'")
    assert hook.relinked(link, PurePosixPath(source), place) == turned


def test_figures_come_from_the_results_and_a_lost_section_is_told() -> None:
    hook = pytest.importorskip("docs.generate.hook", reason="no mkdocs; pip install 'dateline[docs]'")
    assert "| PUD |" in hook.results("The language model, from raw text")
    with pytest.raises(LookupError, match="no section 'Nothing of the kind'"):
        hook.results("Nothing of the kind")
