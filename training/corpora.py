"""Sentences of the treebanks and name corpora, read in place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

NAME_TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
UNKNOWN_NAME = "?"
_GUM_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
_TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. sir lady lord president minister senator sen. rep. gov. governor king queen prince "
    "princess pope general gen. colonel col. captain capt. professor prof. judge justice saint chancellor mayor".split()
)
_INSIDE_NAMES = frozenset({"of", "for", "on", "de", "del", "du"})
_ENDS_NAME = frozenset({"VERB", "AUX", "SCONJ", "PRON", "PUNCT", "ADV"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; a layer that its corpus lacks is None. Heads count from 1, 0 is the root."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    group: str
    xpos: tuple[str, ...] | None = None
    upos: tuple[str, ...] | None = None
    lemmas: tuple[str, ...] | None = None
    heads: tuple[int, ...] | None = None
    labels: tuple[str, ...] | None = None
    names: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    label: str
    space: bool
    entity: str


def read_conllu(path: Path, entities: bool = False, genre: str | None = None) -> Iterator[Sentence]:
    """Sentences of a UD treebank, their paragraph as `group`; GUM's `entities` as names, one `genre` alone."""
    group, paragraph, wanted = path.stem, 0, True
    block: list[str] = []
    for line in path.read_text("utf8").split("\n"):
        if line.startswith("# meta::genre = "):
            wanted = genre in (None, line.removeprefix("# meta::genre = "))
        if line.startswith(("# newdoc", "# newpar")) and "newpar_block" not in line:
            paragraph += 1
        if line.startswith("#"):
            continue
        if line:
            block.append(line)
        elif block:
            if wanted:
                yield replace(_sentence(list(_rows(block)), entities), group=f"{group}-{paragraph}")
            block = []


def _sentence(rows: list[_Row], entities: bool) -> Sentence:
    return Sentence(
        words=tuple(row.form for row in rows),
        spaces=tuple(row.space for row in rows),
        group="",
        xpos=tuple(row.xpos for row in rows),
        upos=tuple(row.upos for row in rows),
        lemmas=tuple(row.lemma for row in rows),
        heads=tuple(row.head for row in rows),
        labels=tuple(row.label for row in rows),
        names=tuple(_names(rows) if entities else _possible_names(rows)),
    )


def _rows(block: list[str]) -> Iterator[_Row]:
    pending: list[str] = []
    space_after_token = True
    for line in block:
        number, form, lemma, upos, xpos, _, head, label, _, misc = line.split("\t")
        if "." in number:
            continue
        no_space = "SpaceAfter=No" in misc
        if "-" in number:
            first, last = map(int, number.split("-"))
            pending, space_after_token = _cut(form, last - first + 1, block, first), not no_space
            continue
        after = not no_space if not pending else space_after_token and len(pending) == 1
        surface = pending.pop(0) if pending else form
        entity = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
        yield _Row(surface, lemma, upos, xpos, int(head), label, after, entity)


def _cut(surface: str, count: int, block: list[str], first: int) -> list[str]:
    """The surface of a multi-word token cut at the lengths of its words' forms."""
    forms = {line.split("\t")[0]: line.split("\t")[1] for line in block}
    parts, start = [], 0
    for index in range(count):
        left = count - index - 1
        length = len(forms[str(first + index)])
        end = len(surface) if not left else max(start + 1, min(start + length, len(surface) - left))
        parts.append(surface[start:end])
        start = end
    return parts


def _names(rows: list[_Row]) -> list[str]:
    """Tags of the entities that are names; what else may be a name stays unknown."""
    tags = _possible_names(rows)
    for start, end, kind in sorted(_entities(rows), key=lambda entity: entity[0] - entity[1]):
        span = _name_inside(rows, start, end, of_inside=kind != "person")
        if span and kind in _GUM_KINDS and all(tags[i] in {"O", UNKNOWN_NAME} for i in range(*span)):
            label = _GUM_KINDS[kind]
            tags[span[0] : span[1]] = [f"B-{label}"] + [f"I-{label}"] * (span[1] - span[0] - 1)
    return tags


def _possible_names(rows: list[_Row]) -> list[str]:
    """Unknown at and beside proper nouns ("Bank of Ghana"), surely no name elsewhere."""
    proper = {i + offset for i, row in enumerate(rows) if row.upos == "PROPN" for offset in (-1, 0, 1)}
    return [UNKNOWN_NAME if i in proper else "O" for i in range(len(rows))]


def _entities(rows: list[_Row]) -> Iterator[tuple[int, int, str]]:
    """GUM's bracketed entities, `(id-kind-…` to `id)`, as (first word, end, kind)."""
    opened: list[tuple[str, int, str]] = []
    for index, row in enumerate(rows):
        for piece in row.entity.replace("(", "\n(").replace(")", ")\n").split("\n"):
            if piece.startswith("("):
                fields = piece.strip("()").split("-")
                opened.append((fields[0], index, fields[1]))
            if piece.endswith(")"):
                name = piece.strip("()").split("-")[0]
                found = next((entry for entry in reversed(opened) if entry[0] == name), None)
                if found:
                    opened.remove(found)
                    yield found[1], index + 1, found[2]


def _name_inside(rows: list[_Row], start: int, end: int, of_inside: bool) -> tuple[int, int] | None:
    """The proper name in an entity whose head is a proper noun: no article, title or afterthought."""
    heads = [i for i in range(start, end) if not start < rows[i].head <= end]
    if len(heads) != 1 or rows[heads[0]].upos != "PROPN" or _has_conjunct(rows, heads[0], end):
        return None
    while start < end and (rows[start].upos in {"DET", "PUNCT"} or rows[start].form.lower() in _TITLES):
        start += 1
    stop = next((i for i in range(start, end) if _ends_name(rows[i], of_inside)), end)
    while stop > start and rows[stop - 1].upos not in {"PROPN", "NOUN", "NUM"}:
        stop -= 1
    return (start, stop) if start <= heads[0] < stop else None


def _has_conjunct(rows: list[_Row], head: int, end: int) -> bool:
    return any(rows[i].label == "conj" and rows[i].head == head + 1 for i in range(head, end))


def _ends_name(row: _Row, of_inside: bool) -> bool:
    if row.upos == "ADP":
        return not of_inside or row.form.lower() not in _INSIDE_NAMES
    if row.upos in {"NOUN", "ADJ"}:
        return row.form.islower()
    return row.upos in _ENDS_NAME and row.xpos != "HYPH"


def read_uner(path: Path, treebank: Path) -> Iterator[Sentence]:
    """Universal NER tags on their treebank's sentences; those whose words have changed since are left out."""
    tags = dict(_uner_tags(path))
    for sentence in read_conllu(treebank):
        names = tags.get("".join(sentence.words))
        if names and len(names) == len(sentence.words):
            yield replace(sentence, names=names)


def _uner_tags(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Tags by the sentence's letters: identifiers differ between releases, the text does not."""
    for block in path.read_text("utf8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line and not line.startswith("#")]
        yield "".join(row[1] for row in rows), tuple(_known_tag(row[2]) for row in rows)


def read_wikigold(path: Path) -> Iterator[Sentence]:
    """Wikigold sentences; its MISC counts as no name, as in Universal NER."""
    for number, block in enumerate(path.read_text("utf8").split("\n\n")):
        pairs = [line.split() for line in block.split("\n") if line.strip()]
        if pairs and pairs[0][0] != "-DOCSTART-":
            words = tuple(word for word, _ in pairs)
            tags = [_known_tag(tag) for _, tag in pairs]
            yield Sentence(words, guess_spaces(words), f"wikigold-{number}", names=tuple(_begun(tags)))


def _known_tag(tag: str) -> str:
    return tag if tag in NAME_TAGS else "O"


def _begun(tags: list[str]) -> Iterator[str]:
    """IOB1 to IOB2: the first tag of every name begins with B."""
    for before, tag in pairwise(["O", *tags]):
        yield "B" + tag[1:] if tag[0] == "I" and before[2:] != tag[2:] else tag


def guess_spaces(words: Iterable[str]) -> tuple[bool, ...]:
    """Whether a space follows each word, guessed for a corpus that lost its spacing."""
    words = [*words, "."]
    tight_before = {".", ",", ";", ":", "!", "?", ")", "]", "'s", "n't", "%", "''", "-", "’s", "”"}
    tight_after = {"(", "[", "$", "``", "-", "“"}
    return tuple(after not in tight_before and word not in tight_after for word, after in pairwise(words))
