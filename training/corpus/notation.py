"""Reads what authors write: a heading line, the text, then its events with their parts quoted from the text.

    ### 2014-03-02 | wire | TGO
    Police in Lomé fired tear gas at students on Friday, the opposition said.
    ASSAULT crowd-control @ fired tear gas
      by Police = TGO COP
      to students = TGO EDU
      on on Friday = 2014-02-28
      in Lomé = TGO
      said the opposition = TGO OPP | said | Police … Friday

corpus/GUIDELINES.md explains every line.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from training.corpus.codes import Codes
from training.corpus.records import Act, Count, Dated, Extent, Located, Party, Record, Voice

_HEADING = "###"
_ACT = re.compile(r"([A-Z]+)((?: [a-z-]+)*) @ (.+)")
_NONE = re.compile(r"NONE((?: [a-z-]+)+)")
_CODED = re.compile(r'(.+?) = ([^"]*?)\s*(?:"([^"]+)")?')
_NUMBERED = re.compile(r"(.*\S)#(\d+)")
_COUNTED = re.compile(r"(\d+)(\+|-\d+)?")
_COUNTS = ("dead", "injured", "arrested", "size")
_STATUSES = ("actual", "planned", "possible", "hypothetical", "negated")
_VALUE = re.compile(r"\d{4}(-\d\d(-\d\d)?|-W\d\d|-Q[1-4]|-(SP|SU|FA|WI))?|\d{3}")
_UNNAMED = "?"


class Wrong(ValueError):
    """A line that cannot be read, with its number and what to do."""


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines of one record, with the number of the first."""

    number: int
    lines: tuple[str, ...]


@dataclass(slots=True)
class _Reader:
    """Reads the lines of one act, spans counted nearest to its trigger."""

    text: str
    codes: Codes
    act: Act
    parties: dict[str, list[Party]] = field(default_factory=lambda: {"by": [], "to": []})


def read_batch(path: Path, codes: Codes) -> tuple[list[Record], list[str]]:
    """The records of a batch, and a complaint with its line number for each that cannot be read."""
    records, complaints = [], []
    for index, block in enumerate(_blocks(path.read_text(encoding="utf-8").splitlines()), 1):
        try:
            records.append(_record(f"{path.stem}-{index:03}", block, codes))
        except Wrong as error:
            complaints.append(f"{path}:{error}")
    return records, complaints


def _blocks(lines: Sequence[str]) -> Iterator[_Block]:
    starts = [number for number, line in enumerate(lines) if line.startswith(_HEADING)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield _Block(start + 1, tuple(lines[start:end]))


def _record(id: str, block: _Block, codes: Codes) -> Record:
    published, style, country = _heading(block, codes)
    first = next((at for at, line in enumerate(block.lines) if at and _begins(line)), None)
    if first is None:
        raise Wrong(f"{block.number}: the text has neither an event line (`TYPE mode @ trigger`) nor `NONE kind`")
    text = "\n".join(block.lines[1:first]).strip()
    if not text:
        raise Wrong(f"{block.number}: the text is empty")
    kind = "article" if "article" in style.split() else "sentence"
    acts, none = _acts(text, block, first, codes)
    return Record(id, kind, published, style, country, text, acts, none)


def _heading(block: _Block, codes: Codes) -> tuple[str, str, str | None]:
    parts = [part.strip() for part in block.lines[0].removeprefix(_HEADING).split("|")]
    if len(parts) != 3 or not re.fullmatch(r"\d{4}-\d\d-\d\d", parts[0]):
        raise Wrong(f"{block.number}: a heading is `### YYYY-MM-DD | style | COUNTRY`")
    if parts[2] != "-" and not codes.is_country(parts[2]):
        raise Wrong(f"{block.number}: {parts[2]!r} is no country code")
    return parts[0], parts[1], None if parts[2] == "-" else parts[2]


def _begins(line: str) -> bool:
    return bool(_ACT.fullmatch(line.rstrip()) or _NONE.fullmatch(line.rstrip()))


def _acts(text: str, block: _Block, first: int, codes: Codes) -> tuple[tuple[Act, ...], tuple[str, ...]]:
    acts: list[Act] = []
    none: tuple[str, ...] = ()
    reader: _Reader | None = None
    for number, line in enumerate(block.lines[first:], block.number + first):
        try:
            if not line.strip():
                continue
            if matched := _NONE.fullmatch(line.rstrip()):
                none = _none(matched[1].split(), codes)
            elif matched := _ACT.fullmatch(line.rstrip()):
                acts.extend([_finished(reader)] if reader else [])
                reader = _begun(text, matched, codes)
            elif reader and line[0].isspace():
                _read(reader, line.strip())
            else:
                raise Wrong("a line after the text is `TYPE mode @ trigger`, an indented part of it, or `NONE kind`")
        except ValueError as error:
            raise Wrong(f"{number}: {error}") from None
    acts.extend([_finished(reader)] if reader else [])
    if none and acts:
        raise Wrong(f"{block.number}: a text with events cannot be NONE")
    return tuple(acts), none


def _none(kinds: Sequence[str], codes: Codes) -> tuple[str, ...]:
    unknown = [kind for kind in kinds if kind not in codes.kinds_of_none]
    if unknown:
        raise Wrong(f"NONE knows no {unknown[0]!r}, only {' '.join(sorted(codes.kinds_of_none))}")
    return tuple(kinds)


def _begun(text: str, matched: re.Match[str], codes: Codes) -> _Reader:
    type, modes = matched[1], tuple(matched[2].split())
    codes.check_act(type, modes)
    return _Reader(text, codes, Act(type, modes, _span(text, matched[3], None)))


def _finished(reader: _Reader) -> Act:
    act = replace(reader.act, actors=tuple(reader.parties["by"]), recipients=tuple(reader.parties["to"]))
    if not act.actors:
        raise Wrong(f"the {act.type} has no actor; write `by ? = - UNK` where nobody is named")
    if reader.codes.needs_recipient(act.type) and not act.recipients:
        raise Wrong(f"{act.type} needs a recipient; write `to ? = - UNK` where nobody is named")
    return act


def _read(reader: _Reader, line: str) -> None:
    """One part of an act, put into the reader."""
    word, _, rest = line.partition(" ")
    act = reader.act
    if word in reader.parties:
        reader.parties[word].append(_party(reader, rest))
    elif word == "said":
        reader.act = replace(act, voices=(*act.voices, _voice(reader, rest)))
    elif word == "on":
        words, value = _two(rest, "on WORDS = VALUE")
        reader.act = replace(act, date=Dated(_near(reader, words), _iso(value)))
    elif word == "in":
        words, country = _two(rest, "in WORDS = COUNTRY")
        reader.act = replace(act, place=Located(_near(reader, words), _country(reader.codes, country)))
    elif word in _COUNTS:
        reader.act = replace(act, counts=(*act.counts, _count(reader, word, rest)))
    elif word == "context":
        reader.act = replace(act, contexts=reader.codes.checked_contexts(rest.split()))
    elif word == "status" and rest in _STATUSES:
        reader.act = replace(act, status=rest)
    elif line == "historical":
        reader.act = replace(act, historical=True)
    else:
        raise Wrong(f"{line!r} is no part of an event; parts are by, to, on, in, said, status, historical, context, "
                    "dead, injured, arrested, size")  # fmt: skip


def _two(rest: str, form: str) -> tuple[str, str]:
    words, equals, value = rest.rpartition(" = ")
    if not equals:
        raise Wrong(f"write `{form}`")
    return words.strip(), value.strip()


def _iso(value: str) -> str:
    if not all(_VALUE.fullmatch(part) for part in value.split("/")):
        raise Wrong(
            f"{value!r} is no date: YYYY-MM-DD, YYYY-MM, YYYY, YYYY-Wnn, YYYY-Qn, YYYY-SU, nnn for a decade, or a/b"
        )
    return value


def _party(reader: _Reader, coded: str) -> Party:
    matched = _CODED.fullmatch(coded.strip())
    if not matched:
        raise Wrong(f"{coded!r}: write WORDS = COUNTRY SECTOR")
    words, codes, name = matched[1].strip(), matched[2].split(), matched[3]
    country, *sectors = codes or ("-",)
    reader.codes.check_sectors(sectors)
    span = None if words == _UNNAMED else _near(reader, words)
    return Party(span, _country(reader.codes, country), tuple(sectors), name)


def _country(codes: Codes, code: str) -> str | None:
    if code != "-" and not codes.is_country(code):
        raise Wrong(f"{code!r} is no country code; `-` where there is none")
    return None if code == "-" else code


def _voice(reader: _Reader, rest: str) -> Voice:
    parts = [part.strip() for part in rest.split("|")]
    if len(parts) != 3:
        raise Wrong("write `said SOURCE = COUNTRY SECTOR | CUE | FIRST … LAST`, ? for a source or a cue without words")
    cue = None if parts[1] == _UNNAMED else _near(reader, parts[1])
    return Voice(_party(reader, parts[0]), cue, _near(reader, parts[2]))


def _count(reader: _Reader, kind: str, rest: str) -> Count:
    words, value = _two(rest, f"{kind} WORDS = NUMBER")
    matched = _COUNTED.fullmatch(value)
    if not matched:
        raise Wrong(f"{value!r} is no number: 12, 12+ (at least), 0-12 (at most), 10-15")
    number, rest = int(matched[1]), matched[2] or ""
    high = None if rest == "+" else int(rest[1:]) if rest else number
    return Count(kind, _near(reader, words), number, high)


def _near(reader: _Reader, words: str) -> Extent:
    return _span(reader.text, words, reader.act.trigger)


def _span(text: str, words: str, near: Extent | None) -> Extent:
    """The span of quoted words, `first … last` for long ones; the occurrence numbered `#n`, else the only or nearest one."""
    numbered = _NUMBERED.fullmatch(words)
    plain = numbered[1] if numbered else words
    first, _, last = (part.strip() for part in plain.partition("…"))
    found = [start for start in _places(text, first) if not last or any(True for _ in _places(text, last, start))]
    if not found:
        raise Wrong(f"the text does not have the words {plain!r}")
    if numbered:
        if int(numbered[2]) > len(found):
            raise Wrong(f"the text has {plain!r} only {len(found)} times")
        start = found[int(numbered[2]) - 1]
    elif len(found) == 1:
        start = found[0]
    elif near is None:
        raise Wrong(f"{plain!r} stands {len(found)} times in the text: write {plain}#n")
    else:
        start = min(found, key=lambda each: abs(each - near[0]))
    if not last:
        return start, start + len(first)
    end = next(_ends(text, last, start + len(first)), None)
    if end is None:
        raise Wrong(f"the text does not have {last!r} after {first!r}")
    return start, end


def _places(text: str, words: str, start: int = 0) -> Iterator[int]:
    """Where the words stand, whole words only."""
    pattern = r"(?<!\w)" if words[:1].isalnum() else ""
    pattern += re.escape(words) + (r"(?!\w)" if words[-1:].isalnum() else "")
    return (each.start() for each in re.compile(pattern).finditer(text, start))


def _ends(text: str, words: str, start: int) -> Iterable[int]:
    return (each + len(words) for each in _places(text, words, start))
