"""The documents of GUM in CoNLL-U, as raw text with the chains that their `Entity` marks make."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import conllu

from dateline.errors import BadRecord, UnreadableFile
from dateline.model import Document

_MARK = re.compile(r"\((?P<opens>\d+)-(?P<rest>[^()]*)(?P<closes>\))?|(?P<closed>\d+)\)")
_OTHER_LINKS = frozenset({"pred", "disc"})
"""Links that OntoNotes does not make: predicates, whole clauses."""
_MODIFIERS = frozenset({"compound", "amod"})
_CLAUSES = frozenset({"VERB", "AUX"})

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document with its chains; a mention is the place where its head word begins.

    `pronouns` are among the mentions. `appositions` have a head of their own, too, which leads to that of the mention
    that they are a part of: *president* to *Evans* in "William Evans, the president".
    """

    document: Document
    genre: str
    chains: tuple[frozenset[int], ...]
    pronouns: frozenset[int]
    appositions: Mapping[int, int]


@dataclass(slots=True)
class _Draft:
    """A document while its sentences are read: its words by mention group."""

    id: str
    genre: str
    text: str = ""
    groups: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    appositions: dict[int, int] = field(default_factory=dict)


def read_gum(path: Path, genres: Sequence[str] = ()) -> Iterator[GoldDocument]:
    """The documents of these genres, all if none is named.

    Chains are as OntoNotes would have them: no single mentions, predicates, clauses, expletives, or common nouns that
    only modify others; appositions are parts of what they stand beside. Raises UnreadableFile, and BadRecord for what
    is not CoNLL-U.
    """
    draft: _Draft | None = None
    for sentence in _sentences(path):
        if identifier := sentence.metadata.get("newdoc id"):
            if draft is not None:
                yield _gold(draft)
            genre = sentence.metadata.get("meta::genre", "")
            draft = _Draft(identifier, genre) if not genres or genre in genres else None
        if draft is not None:
            _add(draft, sentence)
    if draft is not None:
        yield _gold(draft)


def _sentences(path: Path) -> Iterator[Any]:
    try:
        with path.open(encoding="utf-8") as lines:
            yield from conllu.parse_incr(lines)
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(path, str(error)) from error
    except conllu.exceptions.ParseException as error:
        raise BadRecord(path, f"not CoNLL-U: {error}") from error


def _add(draft: _Draft, sentence: Any) -> None:
    """Appends the sentence's text, and its mentions to their groups."""
    if draft.text:
        draft.text += "\n\n" if "newpar" in sentence.metadata else " "
    starts = _starts(sentence, len(draft.text))
    draft.text += sentence.metadata["text"]
    rows = [row for row in sentence if isinstance(row["id"], int)]
    taken: set[int] = set()
    for first, last, group, link in sorted(_entities(rows)):
        word = _head(rows[first : last + 1])
        place = starts[word["id"] if word["id"] not in taken else _conjunction(word, rows[first : last + 1])["id"]]
        taken.add(word["id"])
        head = {**word, "start": place}
        beside = _beside(head, draft.groups[group], starts) if link == "appos" else None
        if beside is not None:
            draft.appositions[head["start"]] = beside["start"]
        elif link not in _OTHER_LINKS and _refers(head):
            draft.groups[group].append(head)


def _conjunction(head: Row, rows: Sequence[Row]) -> Row:
    """What stands for several joined by "and", whose head is that of the first of them; the head where there is none."""
    joined = {row["id"] for row in rows if row["deprel"] == "conj" and row["head"] == head["id"]}
    return next((row for row in rows if row["deprel"] == "cc" and row["head"] in joined), head)


def _beside(head: Row, group: Sequence[Row], starts: Mapping[int, int]) -> Row | None:
    """The mention that an apposition belongs to: the one it hangs on, else the last before it in its sentence."""
    here = [other for other in group if starts.get(other["id"]) == other["start"]]
    return next((other for other in here if other["id"] == head["head"]), here[-1] if here else None)


def _refers(head: Row) -> bool:
    """Whether a mention with this head is one in OntoNotes."""
    modifies = head["upos"] == "NOUN" and head["deprel"] in _MODIFIERS
    return not modifies and head["deprel"] != "expl" and head["upos"] not in _CLAUSES


def _starts(sentence: Any, offset: int) -> dict[int, int]:
    """Where each word begins in the text; the words of a multi-word token are sought inside it."""
    text, place = sentence.metadata["text"], 0
    starts: dict[int, int] = {}
    for row in sentence:
        found = text.find(row["form"], place)
        if isinstance(row["id"], tuple):
            first, _, last = row["id"]
            starts.update((inner, offset + found) for inner in range(first, last + 1))
        elif isinstance(row["id"], int):
            starts[row["id"]] = offset + found if found >= 0 else starts.get(row["id"], offset + place)
            place = found + len(row["form"]) if found >= 0 else place
    return starts


def _entities(rows: Sequence[Row]) -> Iterator[tuple[int, int, str, str]]:
    """Mentions as first word, last word, group and link."""
    opened: list[tuple[str, int, str]] = []
    for index, row in enumerate(rows):
        for mark in _MARK.finditer((row["misc"] or {}).get("Entity", "")):
            if mark["opens"]:
                parts = mark["rest"].split("-")
                link = parts[5] if len(parts) > 5 else "sgl"
                if mark["closes"]:
                    yield index, index, mark["opens"], link
                else:
                    opened.append((mark["opens"], index, link))
            else:
                place = max((i for i, (group, *_) in enumerate(opened) if group == mark["closed"]), default=None)
                if place is not None:
                    group, first, link = opened.pop(place)
                    yield first, index, group, link


def _head(rows: Sequence[Row]) -> Row:
    """The word of a mention that hangs on one outside it; of a title with a name, the name's first word."""
    inside = {row["id"] for row in rows}
    head = next((row for row in rows if row["head"] not in inside), rows[-1])
    names = (row for row in rows if row["head"] == head["id"] and row["deprel"] == "flat" and row["upos"] == "PROPN")
    return next(names, head) if head["upos"] == "NOUN" else head


def _gold(draft: _Draft) -> GoldDocument:
    chains = [frozenset(row["start"] for row in rows) for rows in draft.groups.values()]
    pronouns = {row["start"] for rows in draft.groups.values() for row in rows if row["upos"] == "PRON"}
    kept = tuple(chain for chain in chains if len(chain) > 1)
    referring = frozenset(pronouns & set().union(*kept, set()))
    return GoldDocument(Document(draft.id, draft.text), draft.genre, kept, referring, draft.appositions)
