"""Scores attributions against articles with Source, Cue and Content as PolNeAR marks them, in brat's files."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import BadRecord, UnreadableFile
from dateline.model import Attribution, Document, Span
from dateline.nlp.quotations import quotations
from dateline.stage import Stage

Places = frozenset[int]
"""Where words begin in the text."""

_WORD = re.compile(r"\w+")
_PART = re.compile(r"(\d+) (\d+)")
_LOOSE, _HALF, _STRICT = 0.3, 0.5, 0.8
"""How much of two contents must be common for them to be aligned, to be one, and to be the same nearly to the word."""
_WHOLLY = 0.9
"""How much of a content stands within quotation marks for it to be a direct quotation."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The words of a source, of its cue and of what it answers for; a cue's statement may be in several pieces."""

    source: Places
    cue: Places
    content: Places


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold statement and the one aligned with it, either of which may be missing; how much their contents share."""

    gold: Statement | None
    found: Statement | None
    common: float

    @property
    def is_source_right(self) -> bool:
        """Whether half of the sources' words are common, or neither has any."""
        if self.gold is None or self.found is None:
            return False
        return self.gold.source == self.found.source or jaccard(self.gold.source, self.found.source) >= _HALF

    @property
    def is_triple(self) -> bool:
        """Whether content and source are common by half and the cues meet."""
        if self.gold is None or self.found is None or self.common < _HALF:
            return False
        return self.is_source_right and not self.gold.cue.isdisjoint(self.found.cue)


@dataclass(frozen=True, slots=True)
class Article:
    """A document, its pairs, and which gold statements are direct quotations."""

    document: Document
    pairs: tuple[Pair, ...]
    direct: frozenset[Statement]


@dataclass(frozen=True, slots=True)
class AttributionScore:
    """F1 of whole triples and of contents, and shares of 1."""

    gold: int
    found: int
    triple: float
    content: float
    strict_content: float
    source_right: float
    direct_found: float


def evaluate_attributions(folder: Path, stage: Stage) -> list[Article]:
    """Reads the articles of a folder and aligns what is found in them; UnreadableFile, BadRecord with file and line."""
    paths = sorted(folder.glob("*.ann"))
    if not paths:
        raise UnreadableFile(folder, "holds no .ann files")
    texts = {path.stem: path.with_suffix(".txt").read_text(encoding="utf-8") for path in paths}
    gold = {path.stem: list(_statements(path, texts[path.stem])) for path in paths}
    return [_article(each, gold[each.id]) for each in stage(Document(id, text) for id, text in texts.items())]


def score(articles: Sequence[Article]) -> AttributionScore:
    """The score of some articles together."""
    pairs = [pair for article in articles for pair in article.pairs]
    gold, found = sum(pair.gold is not None for pair in pairs), sum(pair.found is not None for pair in pairs)
    aligned = [pair for pair in pairs if pair.common >= _LOOSE]
    direct = [pair for article in articles for pair in article.pairs if pair.gold in article.direct]
    return AttributionScore(
        gold=gold,
        found=found,
        triple=_f1(sum(pair.is_triple for pair in pairs), gold, found),
        content=_f1(len(aligned), gold, found),
        strict_content=_f1(sum(pair.common >= _STRICT for pair in pairs), gold, found),
        source_right=_share([pair.is_source_right for pair in aligned]),
        direct_found=_share([pair.common >= _LOOSE for pair in direct]),
    )


def jaccard(these: Places, those: Places) -> float:
    """Common words as a share of all."""
    return len(these & those) / len(these | those) if these | those else 0.0


def align(gold: Sequence[Statement], found: Sequence[Statement]) -> list[Pair]:
    """Pairs of statements whose contents meet, the most alike first, each taken once; then those left over."""
    alike = sorted(
        ((jaccard(g.content, f.content), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True
    )
    of_gold: dict[int, Pair] = {}
    taken: set[int] = set()
    for common, i, j in alike:
        if common >= _LOOSE and i not in of_gold and j not in taken:
            of_gold[i] = Pair(gold[i], found[j], common)
            taken.add(j)
    missed = [Pair(each, None, 0.0) for i, each in enumerate(gold) if i not in of_gold]
    return [*of_gold.values(), *missed, *(Pair(None, each, 0.0) for j, each in enumerate(found) if j not in taken)]


def statements(text: str, attributions: Sequence[Attribution]) -> list[Statement]:
    """What one cue shows counts as one statement, whatever its pieces; voices within another's content are left out.

    PolNeAR marks the outer voice alone: none of its cues stands in the content of another.
    """
    groups: dict[object, list[Attribution]] = {}
    for each in outer(attributions):
        own = each.content if each.cue is None else None
        groups.setdefault((each.cue, own), []).append(each)
    return [
        Statement(
            _places(text, [each.source for each in group if each.source]),
            _places(text, [each.cue for each in group if each.cue]),
            _places(text, [each.content for each in group]),
        )
        for group in groups.values()
    ]


def outer(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Those whose cue stands in no content of another cue."""
    return [
        each
        for each in attributions
        if each.cue is None or not any(o.cue != each.cue and o.content.covers(each.cue) for o in attributions)
    ]


def _article(document: Document, gold: Sequence[Statement]) -> Article:
    quoted = _places(document.text, quotations(document.text))
    direct = frozenset(each for each in gold if len(each.content & quoted) >= _WHOLLY * len(each.content))
    pairs = align(gold, statements(document.text, document.attributions or ()))
    return Article(document, tuple(pairs), direct)


def _statements(path: Path, text: str) -> Iterator[Statement]:
    """The statements of an .ann file: its E lines name parts that its T lines place."""
    parts: dict[str, list[Span]] = {}
    lines = path.read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line.startswith("T"):
            name, places = line.split("\t")[:2]
            parts[name] = [Span(int(start), int(end)) for start, end in _PART.findall(places)]
    for number, line in enumerate(lines, 1):
        if not line.startswith("E"):
            continue
        roles = [role.split(":") for role in line.split("\t")[1].split()]
        try:
            yield Statement(*(_role(text, roles, parts, role) for role in ("Source", "Cue", "Content")))
        except KeyError as error:
            raise BadRecord(path, f"no line places {error}", number) from None


def _role(text: str, roles: Sequence[Sequence[str]], parts: dict[str, list[Span]], wanted: str) -> Places:
    return _places(text, [span for role, name in roles if role.rstrip("0123456789") == wanted for span in parts[name]])


def _places(text: str, spans: Sequence[Span]) -> Places:
    return frozenset(word.start() for span in spans for word in _WORD.finditer(text, span.start, span.end))


def _f1(right: int, gold: int, found: int) -> float:
    return 2 * right / (gold + found) if gold + found else 0.0


def _share(answers: Sequence[bool]) -> float:
    return sum(answers) / len(answers) if answers else 0.0
