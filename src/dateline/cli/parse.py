"""`dateline parse`: what the language model saw."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from dateline.cli.options import AsJson, Paths, SettingsFile, SetValues, settings_of
from dateline.cli.screen import logged, messages, print_json, results
from dateline.cli.tally import Tally
from dateline.config import Settings
from dateline.model import Document
from dateline.run.job import Coded, code_all, on_demand
from dateline.stage import Stage

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

AsConllu = Annotated[bool, typer.Option("--conllu", help="Print CoNLL-U.")]
_COLUMNS = ("word", "lemma", "tag", "upos", "head", "dep", "name")


def parse(
    paths: Paths,
    as_json: AsJson = False,
    as_conllu: AsConllu = False,
    settings: SettingsFile = None,
    values: SetValues = None,
) -> None:
    """Show what the language model sees in articles: words, tags, trees and names."""
    from dateline.readers.reading import read

    chosen, console, tally = settings_of(settings, values), messages(), Tally()
    show = _shower(as_json, as_conllu)
    with logged(console):
        for outcome in code_all(on_demand(partial(_stage, chosen)), read(paths, chosen.largest_article)):
            if isinstance(outcome, Coded):
                show(outcome.document)
            tally.add(outcome, console)
    raise typer.Exit(tally.status)


def _stage(settings: Settings) -> Stage:
    from dateline.pipeline import build_parser

    return build_parser(settings)


def _shower(as_json: bool, as_conllu: bool) -> Callable[[Document], None]:
    if as_json:
        return _print_json
    return _print_conllu if as_conllu else partial(_print_tables, results())


def _print_tables(console: Console, document: Document) -> None:
    for number, sentence in enumerate(_sentences(document), 1):
        console.print(f"{document.id}, sentence {number}: {' '.join(sentence.text.split())}")
        table = Table("", *_COLUMNS, box=SIMPLE_HEAD, pad_edge=False)
        for row in _rows(sentence):
            table.add_row(*(str(row[name]) for name in ("number", *_COLUMNS)))
        console.print(table)


def _print_json(document: Document) -> None:
    for number, sentence in enumerate(_sentences(document), 1):
        span = [sentence.start_char, sentence.start_char + len(sentence.text.rstrip())]
        words = list(_rows(sentence))
        print_json({"document_id": document.id, "sentence": number, "span": span, "words": words})


def _print_conllu(document: Document) -> None:
    for number, sentence in enumerate(_sentences(document), 1):
        lines = [f"# sent_id = {document.id}-{number}", f"# text = {' '.join(sentence.text.split())}"]
        typer.echo("\n".join([*lines, *map(_conllu, _rows(sentence))]) + "\n")


def _conllu(row: dict[str, Any]) -> str:
    facts = [f"Name={row['name']}"] * bool(row["name"]) + ["SpaceAfter=No"] * (not row["space_after"])
    cells = (row["number"], row["word"], row["lemma"], row["upos"], row["tag"], "_", row["head"], row["dep"], "_")
    return "\t".join(map(str, (*cells, "|".join(facts) or "_")))


def _sentences(document: Document) -> "Iterator[Span]":
    parsed: Doc | None = document.parse
    assert parsed is not None
    return (sentence for sentence in parsed.sents if sentence.text.strip())


def _rows(sentence: "Span") -> Iterator[dict[str, Any]]:
    """The words of a sentence; numbers and heads count its words from 1, white space left out."""
    words = [token for token in sentence if not token.is_space]
    numbers = {token.i: number for number, token in enumerate(words, 1)}
    for token in words:
        yield {
            "number": numbers[token.i],
            "word": token.text,
            "lemma": token.lemma_,
            "tag": token.tag_,
            "upos": token.pos_,
            "head": 0 if token.head == token else numbers[token.head.i],
            "dep": token.dep_,
            "name": _name(token),
            "span": [token.idx, token.idx + len(token.text)],
            "space_after": bool(token.whitespace_) or token.i + 1 < len(token.doc) and token.nbor().is_space,
        }


def _name(token: "Token") -> str:
    """The kind of name with its BIO letter, nothing outside names."""
    return f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else ""
