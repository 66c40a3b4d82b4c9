"""`dateline parse`: what the language model saw."""

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.inputs import Json, LargestArticle, Paths, SettingsFile, Tally, documents, settings_from

if TYPE_CHECKING:
    from spacy.tokens import Span

    from dateline.model import Document

_COLUMNS = ("id", "text", "lemma", "upos", "xpos", "head", "dep", "name")


def parse(
    paths: Paths,
    as_json: Json = False,
    conllu: Annotated[bool, typer.Option("--conllu", help="Print CoNLL-U, as treebanks have it.")] = False,
    largest_article: LargestArticle = None,
    settings_file: SettingsFile = None,
) -> None:
    """Show words, lemmas, tags, tree and names of every sentence."""
    settings = settings_from(settings_file, largest_article=largest_article)
    from dateline.pipeline import build
    from dateline.run.coding import in_this_process

    tally = Tally()
    for document in documents(paths, in_this_process(build(settings).parse), settings, tally):
        if as_json:
            _print_json(document)
        elif conllu:
            _print_conllu(document)
        else:
            _print_tables(document)
    tally.close()


def _print_json(document: "Document") -> None:
    for sentence in _sentences(document):
        line = {"document_id": document.id, "text": sentence.text.strip(), "words": list(_rows(sentence))}
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


def _print_conllu(document: "Document") -> None:
    sys.stdout.write(f"# newdoc id = {document.id}\n")
    for number, sentence in enumerate(_sentences(document), 1):
        sys.stdout.write(f"# sent_id = {document.id}-{number}\n# text = {' '.join(sentence.text.split())}\n")
        for row in _rows(sentence):
            end = row["span"][1]
            misc = "_" if document.text[end : end + 1].isspace() else "SpaceAfter=No"
            cells = (*(row[name] for name in _COLUMNS[:5]), "_", row["head"], row["dep"], "_", misc)
            sys.stdout.write("\t".join(map(str, cells)) + "\n")
        sys.stdout.write("\n")


def _print_tables(document: "Document") -> None:
    from rich.markup import escape
    from rich.table import Table

    from dateline.cli.tables import console

    out = console()
    out.print(f"[bold]{escape(document.id)}[/bold]")
    for sentence in _sentences(document):
        table = Table(box=None, pad_edge=False, header_style="bold")
        for title in _COLUMNS:
            table.add_column(title)
        for row in _rows(sentence):
            table.add_row(*(escape(str(row[name])) if row[name] is not None else "" for name in _COLUMNS))
        out.print(table)
        out.print()


def _sentences(document: "Document") -> "Iterator[Span]":
    """The sentences that have words; none where there is no parse."""
    sentences = document.parse.sents if document.parse else ()
    return (sentence for sentence in sentences if sentence.text.strip())


def _rows(sentence: "Span") -> "Iterator[dict[str, Any]]":
    """The words of a sentence; ids and heads count them from 1, white space left out."""
    words = [token for token in sentence if not token.is_space]
    numbers = {token.i: number for number, token in enumerate(words, 1)}
    for token in words:
        yield {
            "id": numbers[token.i],
            "text": token.text,
            "lemma": token.lemma_,
            "upos": token.pos_,
            "xpos": token.tag_,
            "head": 0 if token.head.i == token.i else numbers[token.head.i],
            "dep": token.dep_,
            "name": token.ent_type_ or None,
            "span": [token.idx, token.idx + len(token)],
        }
