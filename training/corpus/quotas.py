"""What one batch holds, and what it still lacks of its share of the corpus."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dateline.resources.ontology import Ontology
from training.corpus.records import Record

SENTENCES, ARTICLES = 265, 8
WITH_TYPE, WITH_MODE = 14, 2
NONE, HARD = 65, 33
DOUBTED = {"planned": 15, "possible": 12, "hypothetical": 8, "negated": 15}
HISTORICAL, VOICED, DATED, PLACED, COUNTED = 12, 60, 60, 50, 15


def counted(records: Sequence[Record]) -> Mapping[str, int]:
    """Totals of a batch."""
    acts = [act for record in records for act in record.acts]
    return {
        "sentences": sum(record.kind == "sentence" for record in records),
        "articles": sum(record.kind == "article" for record in records),
        "without event": sum(not record.acts for record in records),
        "without event, hard": sum("hard" in record.none for record in records),
        "events": len(acts),
        "with a voice": sum(bool(act.voices) for act in acts),
        "with a date": sum(act.date is not None for act in acts),
        "with a place": sum(act.place is not None for act in acts),
        "with a number of people": sum(bool(act.counts) for act in acts),
        "historical": sum(act.historical for act in acts),
        "countries": len({party.country for act in acts for party in (*act.actors, *act.recipients)} - {None}),
    }


def missing(records: Sequence[Record], ontology: Ontology) -> Iterator[str]:
    """What a batch lacks, a line each."""
    totals = counted(records)
    wanted = {"sentences": SENTENCES, "articles": ARTICLES, "without event": NONE, "without event, hard": HARD,
              "historical": HISTORICAL, "with a voice": VOICED, "with a date": DATED, "with a place": PLACED,
              "with a number of people": COUNTED}  # fmt: skip
    yield from (f"{name}: {totals[name]} of {number}" for name, number in wanted.items() if totals[name] < number)
    types = Counter(type for record in records for type in {act.type for act in record.acts})
    modes = Counter((act.type, mode) for record in records for act in record.acts for mode in act.modes)
    statuses = Counter(act.status for record in records for act in record.acts)
    for type in ontology.types.values():
        if types[type.code] < WITH_TYPE:
            yield f"{type.code}: {types[type.code]} of {WITH_TYPE} texts"
        yield from (
            f"{type.code} {mode}: {modes[type.code, mode]} of {WITH_MODE}"
            for mode in type.modes
            if modes[type.code, mode] < WITH_MODE
        )
    yield from (
        f"{status}: {statuses[status]} of {number}" for status, number in DOUBTED.items() if statuses[status] < number
    )
