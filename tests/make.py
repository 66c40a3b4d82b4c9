"""Parses, Documents and layers built by hand, so that tests of logic need no language model.

A parse is written as a table, one word a line: the word, its Penn tag, its relation, the word it hangs on, and the
kind of name it belongs to if any; a blank line ends a sentence.

    parse('''
        Putin    NNP  nsubj  thanked  PER
        thanked  VBD  root
        members  NNS  obj    thanked
        of       IN   case   SCO
        the      DT   det    SCO
        SCO      NNP  nmod   members  ORG
        .        .    punct  thanked
    ''')

`word=lemma` states a lemma that the lemma table does not know, `VBD/AUX` a universal tag that does not follow from
the Penn tag and the relation, `the#2` the second such word (needed only for heads, where there are several).
Neighbours with one kind of name are one name; `B-PER` begins another. Words are set as print sets them, unless the text
is given too: then line breaks and the like become tokens of their own, as the language model makes them.

`token(parse, "the#2")` finds a word again, and `span(text, "the SCO")` its place. `document(table or parse)` wraps a
parse and `text_document(text)` a bare text; both take layers by name. `mention`, `chain`, `actor` fill in what a test
does not care about.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from spacy.tokens import Doc, Token

from dateline.model import Actor, ActorKind, Chain, Document, Mention, MentionForm, Span
from dateline.nlp.documents import Sentence, doc_of
from dateline.nlp.lemmas import Lemmatizer
from dateline.nlp.windows import Word

RULE = "by-hand"

_UPOS: Mapping[str, str] = {
    "CC": "CCONJ", "CD": "NUM", "DT": "DET", "EX": "PRON", "FW": "X", "HYPH": "PUNCT", "IN": "ADP", "JJ": "ADJ",
    "JJR": "ADJ", "JJS": "ADJ", "MD": "AUX", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN",
    "PDT": "DET", "POS": "PART", "PRP": "PRON", "PRP$": "PRON", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "RP": "ADP",
    "SYM": "SYM", "$": "SYM", "TO": "PART", "UH": "INTJ", "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB",
    "VBP": "VERB", "VBZ": "VERB", "WDT": "PRON", "WP": "PRON", "WP$": "PRON", "WRB": "ADV",
}  # fmt: skip
_NO_SPACE_BEFORE = frozenset([*".,;:!?)]%-–'’”", "'s", "’s", "n't", "n’t", "'ll", "'re", "'ve", "'d"])
_NO_SPACE_AFTER = frozenset([*"([$", "-", "“"])


def parse(table: str, text: str | None = None) -> Doc:
    """The parse that a table describes; ValueError says which line is wrong or which word is not in the text."""
    sentences = [_rows(block) for block in _blocks(table)]
    if text is None:
        text = _typeset([row.word for rows in sentences for row in rows])
    return doc_of(text, _sentences(text, sentences))


def document(parsed: str | Doc, /, id: str = "document-1", **layers: Any) -> Document:
    """A document around a parse or its table, with these layers and facts."""
    doc = parse(parsed) if isinstance(parsed, str) else parsed
    return Document(id=id, text=doc.text, parse=doc, **layers)


def text_document(text: str, /, id: str = "document-1", **layers: Any) -> Document:
    """A document without a parse, with these layers and facts."""
    return Document(id=id, text=text, **layers)


def token(doc: Doc, word: str) -> Token:
    """The token that reads `word`, or with `word#2` the second such; ValueError where there is none."""
    return doc[_place([each.text for each in doc], word)]


def tokens(doc: Doc, words: str) -> list[Token]:
    """The tokens of words with spaces between them, each as `token` reads it."""
    return [token(doc, word) for word in words.split()]


def span(text: str, words: str, nth: int = 1) -> Span:
    """Where these words stand in the text for the nth time; ValueError where they do not."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def mention(
    text: str,
    words: str,
    head: str | None = None,
    form: MentionForm = "name",
    label: Literal["PER", "ORG", "LOC"] | None = None,
    nth: int = 1,
) -> Mention:
    """The mention that these words of the text make; its head is the last of them unless given."""
    whole = span(text, words, nth)
    inner = span(words, head or words.split()[-1])
    return Mention(whole, Span(whole.start + inner.start, whole.start + inner.end), form, label, RULE)


def chain(id: str, *mentions: Mention) -> Chain:
    """A chain of these mentions."""
    return Chain(id, tuple(each.span for each in mentions), RULE)


def actor(chain_id: str, name: str, kind: ActorKind = "person", **facts: Any) -> Actor:
    """An actor about whom nothing is known but these facts."""
    unknown = Actor(chain_id, name, kind, None, (), None, None, None, link_score=1.0, rule=RULE)
    return replace(unknown, **facts)


@dataclass(frozen=True, slots=True)
class _Row:
    word: str
    lemma: str | None
    tag: str
    upos: str
    label: str
    head: str | None
    name: str | None


def _blocks(table: str) -> list[list[str]]:
    """The lines of each sentence."""
    blocks: list[list[str]] = [[]]
    for line in table.splitlines():
        if line.strip():
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _rows(lines: Sequence[str]) -> list[_Row]:
    return [_row(line) for line in lines]


def _row(line: str) -> _Row:
    cells = line.split()
    least = 3 if cells[2:3] == ["root"] else 4
    if not least <= len(cells) <= least + 1:
        raise ValueError(f"not 'word tag relation head [name]': {line.strip()!r}")
    word, _, lemma = cells[0].partition("=") if len(cells[0]) > 1 else (cells[0], "", "")
    tag, _, upos = cells[1].partition("/")
    head = None if least == 3 else cells[3]
    name = cells[least] if len(cells) > least else None
    return _Row(word, lemma or None, tag, upos or _upos(tag, cells[2], word), cells[2], head, name)


def _upos(tag: str, label: str, word: str) -> str:
    if label in ("aux", "aux:pass", "cop"):
        return "AUX"
    if label == "mark" and tag in ("IN", "WRB"):
        return "SCONJ"
    if word.lower() in ("not", "n't", "n’t"):
        return "PART"
    if tag == "DT" and label.split(":")[0] in ("nsubj", "obj", "obl", "nmod"):
        return "PRON"
    return _UPOS.get(tag, "PUNCT")


def _typeset(words: Sequence[str]) -> str:
    """The words with spaces where print has them; straight double quotes open and close in turn."""
    text, closed, last = "", True, ""
    for word in words:
        before = word not in _NO_SPACE_BEFORE and last not in _NO_SPACE_AFTER
        if word == '"':
            before, closed = closed, not closed
        elif last == '"':
            before = before and closed
        text += (" " if before and text else "") + word
        last = word
    return text


def _sentences(text: str, sentences: Sequence[Sequence[_Row]]) -> list[Sentence]:
    place, made = 0, []
    for rows in sentences:
        words = []
        for row in rows:
            start = text.find(row.word, place)
            if start < 0:
                raise ValueError(f"{row.word!r} is not in the rest of the text: {text[place:]!r}")
            words.append(Word(row.word, start, start > place or start == 0))
            place = start + len(row.word)
        made.append(_sentence(words, rows))
    return made


def _sentence(words: Sequence[Word], rows: Sequence[_Row]) -> Sentence:
    forms = [row.word for row in rows]
    tags, upos = [row.tag for row in rows], [row.upos for row in rows]
    known = _lemmatizer().lemmas(forms, tags, upos)
    return Sentence(
        words=words,
        tags=tags,
        upos=upos,
        lemmas=[row.lemma or lemma for row, lemma in zip(rows, known, strict=True)],
        heads=[0 if row.head is None else _place(forms, row.head) + 1 for row in rows],
        labels=[row.label for row in rows],
        names=_names([row.name for row in rows]),
    )


def _place(words: Sequence[str], wanted: str) -> int:
    """Which of the words is meant by `word` or `word#2`."""
    word, _, number = wanted.rpartition("#") if "#" in wanted[:-1] else (wanted, "", "")
    places = [place for place, each in enumerate(words) if each == word]
    if not places or (number and len(places) < int(number)):
        raise ValueError(f"no word {wanted!r} among {' '.join(words)!r}")
    if not number and len(places) > 1:
        raise ValueError(f"{len(places)} words {word!r}: say {word}#1 or {word}#2")
    return places[int(number or 1) - 1]


def _names(kinds: Sequence[str | None]) -> list[str]:
    """BIO tags from the kinds written beside the words."""
    tags, before = [], None
    for kind in kinds:
        bare = kind.removeprefix("B-") if kind else None
        tags.append("O" if bare is None else f"I-{bare}" if kind == before else f"B-{bare}")
        before = bare
    return tags


@cache
def _lemmatizer() -> Lemmatizer:
    return Lemmatizer(Path(str(files("dateline.nlp") / "weights")) / "lemmas.json", ())
