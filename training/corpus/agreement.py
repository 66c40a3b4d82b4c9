"""How far two annotators agree, field by field: python -m training.corpus.agreement SECOND.jsonl FIRST.jsonl...

Texts are paired by their words. Of two annotations of a text, events pair whose triggers overlap, the same type first; fields are
compared on pairs, so that a missed event counts once.
"""

import argparse
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.analysis.agreement import agreement
from training.corpus.published import read
from training.corpus.records import Act, Extent, Party, Record

Field = Callable[[Act], Hashable]
Pair = tuple[Act, Act]

LABELS: dict[str, Field] = {
    "type": lambda act: act.type,
    "status": lambda act: act.status,
    "historical": lambda act: act.historical,
    "actor country": lambda act: _codes(act.actors),
    "actor sector": lambda act: _sectors(act.actors),
    "recipient country": lambda act: _codes(act.recipients),
    "recipient sector": lambda act: _sectors(act.recipients),
    "date value": lambda act: act.date and act.date.value,
    "place country": lambda act: act.place and act.place.country,
    "has a voice": lambda act: bool(act.voices),
}
"""Fields of one label."""

SETS: dict[str, Callable[[Act], set[Hashable]]] = {
    "mode": lambda act: set(act.modes),
    "context": lambda act: set(act.contexts),
    "magnitude": lambda act: {(count.kind, count.low, count.high) for count in act.counts},
}
"""Fields of several labels."""

SPANS: dict[str, Callable[[Act], list[Extent]]] = {
    "actor words": lambda act: [each.span for each in act.actors if each.span],
    "recipient words": lambda act: [each.span for each in act.recipients if each.span],
    "source words": lambda act: [voice.source.span for voice in act.voices if voice.source.span],
    "content words": lambda act: [voice.content for voice in act.voices],
    "date words": lambda act: [act.date.span] if act.date else [],
    "place words": lambda act: [act.place.span] if act.place else [],
}
"""Fields of words; two agree where they overlap."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A text that both annotated."""

    first: Record
    second: Record


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("second", type=Path)
    parser.add_argument("first", type=Path, nargs="+")
    chosen = parser.parse_args()
    known = {record.text: record for path in chosen.first for record in read(path)}
    shared = [Shared(known[record.text], record) for record in read(chosen.second) if record.text in known]
    print(f"{len(shared)} texts\n")
    for line in report(shared):
        print(line)


def report(shared: Sequence[Shared]) -> Iterator[str]:
    """A Markdown table, a row for each field."""
    pairs = [pair for each in shared for pair in pairs_of(each)]
    one, other = (
        sum(len(side.acts) for side in sides) for sides in ([s.first for s in shared], [s.second for s in shared])
    )
    yield "| field | things | F1 or raw | alpha |"
    yield "|---|---:|---:|---:|"
    tells = agreement([(bool(each.first.acts), bool(each.second.acts)) for each in shared])
    yield f"| text tells an event | {tells.things} | {_rounded(tells.raw)} | {_rounded(tells.alpha)} |"
    yield f"| event found (triggers overlap) | {one} and {other} | {_rounded(2 * len(pairs) / (one + other))} | |"
    alike = sum(first.type == second.type for first, second in pairs)
    yield f"| event found, same type | {one} and {other} | {_rounded(2 * alike / (one + other))} | |"
    for name, label in LABELS.items():
        found = agreement([(label(first), label(second)) for first, second in pairs])
        yield f"| {name} | {found.things} | {_rounded(found.raw)} | {_rounded(found.alpha)} |"
    for name, labels in SETS.items():
        yield _f1_row(name, [(list(labels(first)), list(labels(second))) for first, second in pairs], _same)
    for name, spans in SPANS.items():
        yield _f1_row(name, [(list(spans(first)), list(spans(second))) for first, second in pairs], _overlap)


def pairs_of(shared: Shared) -> list[Pair]:
    """Events of the two annotations that are one."""
    free, found = list(shared.second.acts), []
    for same_type in (True, False):
        for act in shared.first.acts:
            if any(act is one for one, _ in found):
                continue
            fits = [
                each
                for each in free
                if _overlap(act.trigger, each.trigger) and (act.type == each.type or not same_type)
            ]
            if fits:
                free.remove(fits[0])
                found.append((act, fits[0]))
    return found


def _f1_row(name: str, sides: Sequence[tuple[list[Hashable], list[Hashable]]], alike: Callable[..., bool]) -> str:
    """F1 of one side's values against the other's, over all pairs."""
    found = sum(any(alike(each, other) for other in two) for one, two in sides for each in one)
    back = sum(any(alike(each, other) for other in one) for one, two in sides for each in two)
    every = sum(len(one) + len(two) for one, two in sides)
    return f"| {name} | {every // 2} | {_rounded((found + back) / every if every else None)} | |"


def _same(one: Hashable, other: Hashable) -> bool:
    return one == other


def _overlap(one: Extent, other: Extent) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _codes(parties: Sequence[Party]) -> Hashable:
    return frozenset(each.country for each in parties)


def _sectors(parties: Sequence[Party]) -> Hashable:
    return frozenset(sector for each in parties for sector in each.sectors)


def _rounded(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}".lstrip("0")


if __name__ == "__main__":
    main()
