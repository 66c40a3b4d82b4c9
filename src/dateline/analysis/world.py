"""The state of the political world that reports support on a day: the latest wins, and what speaks against it is told."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from dateline.knowledge.countries import countries
from dateline.knowledge.office_words import office_words
from dateline.knowledge.relations import ending_rules
from dateline.model import RelationKind
from dateline.store.relations import Party, Report

Key = tuple[str, ...]

_OFFICE: frozenset[RelationKind] = frozenset({"holds-office", "former-office"})


@dataclass(frozen=True, slots=True)
class Line:
    """A relation that reports support, those for it and those against it, the earliest first.

    `since` and `last_seen` are the first and last days of the reports for it, None where none has a date.
    """

    kind: RelationKind
    subject: Party
    of: Party
    office: str | None
    negated: bool
    evidence: tuple[Report, ...]
    against: tuple[Report, ...]
    conflicts: tuple[str, ...] = ()

    @property
    def since(self) -> date | None:
        return min(_days(self.evidence), default=None)

    @property
    def last_seen(self) -> date | None:
        return max(_days(self.evidence), default=None)

    @property
    def publishers(self) -> tuple[str, ...]:
        return tuple(sorted({report.publisher for report in self.evidence if report.publisher}))


def world(reports: Iterable[Report], as_of: date | None = None, actor: str | None = None) -> tuple[Line, ...]:
    """A line for each relation known by a day, by subject; `actor` is part of a name, a country or its code.

    With a day, reports without a date are left out, since nobody knows whether they came before it.
    """
    known = [each for each in reports if as_of is None or (each.published is not None and each.published <= as_of)]
    items = _items(known)
    groups: dict[Key, list[Report]] = defaultdict(list)
    for report in known:
        groups[_topic(report, items)].append(report)
    lines = _rivalled([_line(sorted(group, key=_day)) for group in groups.values()], items)
    wanted = lines if actor is None else [line for line in lines if _is_about(line, actor)]
    return tuple(sorted(wanted, key=lambda line: (line.subject.name, line.kind, line.of.name, line.office or "")))


def _line(group: Sequence[Report]) -> Line:
    """What the last report says; of two on one day, the one that affirms."""
    last = max(group, key=lambda report: (_day(report), _affirms(report)))
    evidence = tuple(each for each in group if _affirms(each) == _affirms(last))
    against = tuple(each for each in group if _affirms(each) != _affirms(last))
    found = Line(last.kind, last.subject, last.of, last.office, last.negated, evidence, against)
    return replace(found, conflicts=tuple(_contradictions(found)))


def _contradictions(line: Line) -> Iterator[str]:
    """Reports to the contrary; to have left an office or a body after being in it is none."""
    if not line.against or _has_ended(line):
        return
    changed = all(_day(each) < _day(line.evidence[0]) for each in line.against)
    if line.kind in _OFFICE and not any(each.negated for each in (*line.evidence, *line.against)):
        if not changed:
            yield f"{'in' if line.kind == 'former-office' else 'out of'} office in {_told(line.against[-1])}"
    elif _affirms(line.evidence[0]):
        yield f"denied in {_told(line.against[-1])}"
    else:
        yield f"affirmed in {_told(line.against[-1])}"


def _has_ended(line: Line) -> bool:
    """Whether reports of an end come after all that affirm the relation."""
    ended = [_day(each) for each in line.evidence if each.negated and each.rule in ending_rules()]
    return bool(ended) and all(_day(each) <= min(ended) for each in line.against)


def _rivalled(lines: Sequence[Line], items: Mapping[Key, str]) -> list[Line]:
    """The lines, with a conflict on each of two that give one office of one country to two people at a time."""
    held: dict[Key, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        if line.kind == "holds-office" and not line.negated and office_words().is_sole(line.office or ""):
            held[(_identity(line.of, items), _folded(line.office))].append(place)
    told = list(lines)
    for places in held.values():
        for one, other in combinations(places, 2):
            if _overlap(lines[one], lines[other]):
                told[one], told[other] = _against(told[one], lines[other]), _against(told[other], lines[one])
    return told


def _against(line: Line, rival: Line) -> Line:
    return replace(line, conflicts=(*line.conflicts, f"{rival.subject.name} holds it in {_told(rival.evidence[-1])}"))


def _overlap(one: Line, other: Line) -> bool:
    """Whether reports for one stand on or between the days of those for the other."""
    first, second = [_day(each) for each in one.evidence], [_day(each) for each in other.evidence]
    return max(first[0], second[0]) <= min(first[-1], second[-1])


def _topic(report: Report, items: Mapping[Key, str]) -> Key:
    """What reports must share to be for or against each other."""
    kind = "office" if report.kind in _OFFICE else report.kind
    return (kind, _identity(report.subject, items), _identity(report.of, items), _folded(report.office))


def _items(reports: Iterable[Report]) -> dict[Key, str]:
    """The Wikidata item of each name that has one in any of the documents."""
    parties = (party for report in reports for party in (report.subject, report.of))
    return {_name(party): party.wikidata for party in parties if party.wikidata}


def _identity(party: Party, items: Mapping[Key, str]) -> str:
    return party.wikidata or items.get(_name(party)) or "|".join(_name(party))


def _name(party: Party) -> Key:
    return (party.name.casefold(), party.country or "")


def _folded(office: str | None) -> str:
    return " ".join((office or "").casefold().split())


def _affirms(report: Report) -> bool:
    """Whether it says that the bond holds: a former office that is denied is one that is held."""
    return (report.kind == "former-office") == report.negated


def _is_about(line: Line, actor: str) -> bool:
    country = countries().by_code.get(actor.upper()) or countries().of_word(actor)
    parties = (line.subject, line.of)
    named = any(actor.casefold() in party.name.casefold() for party in parties)
    return named or (country is not None and any(party.country == country.code for party in parties))


def _days(reports: Iterable[Report]) -> list[date]:
    return [report.published for report in reports if report.published]


def _day(report: Report) -> date:
    return report.published or date.min


def _told(report: Report) -> str:
    day = report.published.isoformat() if report.published else "no date"
    return f"{report.document_id} ({day}): “{report.words}”"
