"""Relations as rows of a database, and back as reports: who says what of whom, and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from dateline.knowledge.countries import countries
from dateline.model import Actor, Document, Relation, RelationKind
from dateline.store.asking import ask
from dateline.store.database import Row
from dateline.store.filters import Condition
from dateline.store.reading import Reader

_LATEST = (
    "FROM relations JOIN documents ON documents.id = relations.document_id AND documents.coder_id = relations.coder_id"
)
_QUERY = f"""
    SELECT kind, subject_name, subject_country, subject_wikidata, of_name, of_country, of_wikidata, office, negated, voice,
        words, document_id, title, publisher, published, rule
    {_LATEST} WHERE {{wanted}}
    ORDER BY published DESC NULLS LAST, document_id DESC, span_start DESC, relations.id DESC LIMIT {{most}}
"""
_ABOUT = """relations.{0}_name IN (
    SELECT {0}_name FROM relations WHERE subject_country = ? OR of_country = ?
        OR strpos(lower(subject_name), lower(?)) > 0 OR strpos(lower(of_name), lower(?)) > 0
)"""
"""What shares a side with what is about somebody: only with their rivals can one tell how things stand."""

_CENTRES = f"""
    SELECT of_name AS name, of_country AS country, count(*) AS reports, count(DISTINCT subject_name) AS subjects,
        max(published) AS last_seen
    {_LATEST} GROUP BY of_name, of_country ORDER BY reports DESC, name LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a relation, as it can be known again in another document."""

    name: str
    country: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A relation as one document tells it; `voice` names the source, None where the publisher itself says so."""

    kind: RelationKind
    subject: Party
    of: Party
    office: str | None
    negated: bool
    voice: str | None
    words: str
    document_id: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    rule: str = ""


def reports_in(
    reader: Reader, about: str | None = None, subject: str | None = None, latest: int | None = None
) -> tuple[Report, ...]:
    """Every relation of the documents as coded last, the earliest first and those without a date before them.

    `about`, part of a name or a country, leaves out what cannot bear on it; `subject` is a whole name; `latest` says how many
    of the last ones suffice.
    """
    parts = [_about(about)] if about else []
    parts += [Condition("subject_name = ?", (subject,))] if subject else []
    wanted = " AND ".join(part.sql for part in parts) or "TRUE"
    sql = _QUERY.format(wanted=wanted, most="ALL" if latest is None else int(latest))
    rows = [tuple(row.values()) for row in ask(reader, sql, [value for part in parts for value in part.parameters])]
    rows.reverse()
    return tuple(Report(kind, Party(*row[:3]), Party(*row[3:6]), *row[6:]) for kind, *row in rows)


def count_reports(reader: Reader) -> int:
    """How many relations the documents tell as coded last."""
    (row,) = ask(reader, f"SELECT count(*) AS found {_LATEST}")
    return int(row["found"])


def centres(reader: Reader, limit: int = 100) -> list[dict[str, Any]]:
    """States and bodies by the reports of who is in them: name, country, reports, subjects, last_seen."""
    return ask(reader, _CENTRES, (limit,))


def _about(words: str) -> Condition:
    country = countries().by_code.get(words.upper()) or countries().of_word(words)
    code = country.code if country else ""
    sides = " OR ".join(_ABOUT.format(side) for side in ("subject", "of"))
    return Condition(f"({sides})", (code, code, words, words) * 2)


def relation_rows(document: Document, coded_by: str) -> list[Row]:
    """A row for each relation both of whose sides are known."""
    actors = {actor.chain_id: actor for actor in document.actors or ()}
    known = (each for each in document.relations or () if each.subject in actors)
    return [_row(document, coded_by, each, actors) for each in known if each.of in actors or len(each.of) == 3]


def _row(document: Document, coded_by: str, relation: Relation, actors: Mapping[str, Actor]) -> Row:
    one, span = _party(actors[relation.subject]), relation.span
    other = _party(actors[relation.of]) if relation.of in actors else _state(relation.of)
    voice = actors.get(relation.voice or "")
    words = " ".join(span.of(document.text).split())
    return (
        _identity(document.id, relation), document.id, coded_by, relation.kind, one.name, one.country, one.wikidata,
        other.name, other.country, other.wikidata, relation.office, relation.negated, voice.name if voice else None,
        words, span.start, span.end, relation.rule,
    )  # fmt: skip


def _party(actor: Actor) -> Party:
    if actor.kind == "state" and actor.country:
        return _state(actor.country)
    return Party(actor.name, actor.country, actor.wikidata)


def _state(code: str) -> Party:
    """A state by its code; one that is no state keeps the code as its name."""
    country = countries().by_code.get(code)
    return Party(country.name if country else code, code)


def _identity(document: str, relation: Relation) -> str:
    """The same for the same words, whatever else changes in the document."""
    facts = (relation.kind, relation.subject, relation.of, relation.office, relation.negated, relation.span)
    return "r-" + sha256("|".join(map(str, (document, *facts))).encode()).hexdigest()[:16]
