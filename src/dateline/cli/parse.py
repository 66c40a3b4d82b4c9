"""`dateline parse`: what the language model saw."""

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.inputs import Json, LargestArticle, Paths, SettingsFile, Tally, documents, settings_from

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from dateline.model import Document


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

    tally = Tally()
    for document in documents(paths, build(settings).parse, settings, tally):
        if as_json:
            _print_json(document)
        elif conllu:
            _print_conllu(document)
        else:
            _print_tables(document)
    tally.close()


def _print_json(document: "Document") -> None:
    for sentence in document.parse.sents if document.parse else ():
        words = [_row(token, sentence) for token in sentence if not token.is_space]
        line = {"document_id": document.id, "text": sentence.text.strip(), "words": words}
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


def _row(token: "Token", sentence: "Span") -> dict[str, object]:
    numbers = _numbers(sentence)
    return {
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


def _numbers(sentence: "Span") -> dict[int, int]:
    """Numbers of the sentence's words from 1, white space not counted."""
    words = [token.i for token in sentence if not token.is_space]
    return {index: number for number, index in enumerate(words, 1)}


def _print_conllu(document: "Document") -> None:
    sys.stdout.write(f"# newdoc id = {document.id}\n")
    for sentence in document.parse.sents if document.parse else ():
        sys.stdout.write(f"# text = {' '.join(sentence.text.split())}\n")
        for token in sentence:
            if not token.is_space:
                row = _row(token, sentence)
                misc = "_" if token.whitespace_ else "SpaceAfter=No"
                columns = (row["id"], token.text, token.lemma_, token.pos_, token.tag_, "_", row["head"], token.dep_, "_", misc)
                sys.stdout.write("\t".join(map(str, columns)) + "\n")
        sys.stdout.write("\n")


def _print_tables(document: "Document") -> None:
    from rich.table import Table

    from dateline.cli.tables import console

    out = console()
    out.print(f"[bold]{document.id}[/bold]")
    for sentence in document.parse.sents if document.parse else ():
        table = Table(box=None, pad_edge=False, header_style="bold")
        for title in ("", "word", "lemma", "upos", "xpos", "head", "dep", "name"):
            table.add_column(title)
        for token in sentence:
            if not token.is_space:
                row = _row(token, sentence)
                names = ("id", "text", "lemma", "upos", "xpos", "head", "dep", "name")
                table.add_row(*(str(row[name] or "").replace("[", r"\[") if name != "head" else str(row[name]) for name in names))
        out.print(table)
        out.print()
