"""Where events come from, as PROV-JSON: documents used, events generated, the coder that did it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryFile
from typing import TextIO
from urllib.parse import quote

from dateline.export.format import Format, endings
from dateline.export.shape import Coder, Publication, Record

_PREFIXES = {"dateline": "urn:dateline:", "dcterms": "http://purl.org/dc/terms/"}
_SECTIONS = (
    "agent", "activity", "entity", "wasAssociatedWith", "used", "wasGeneratedBy", "wasDerivedFrom", "wasAttributedTo",
)  # fmt: skip

Facts = Mapping[str, object]


class Section:
    """One of PROV's kinds of things or relations, kept in a file since all of them grow with the events."""

    def __init__(self, file: TextIO) -> None:
        self.file, self.size = file, 0

    def add(self, name: str, facts: Facts) -> None:
        """Adds a thing; facts that are None are left out."""
        known = {key: fact for key, fact in facts.items() if fact is not None}
        between = ",\n" if self.size else "\n"
        self.file.write(f"{between}{json.dumps(name)}: {json.dumps(known, ensure_ascii=False)}")
        self.size += 1

    def relate(self, **sides: str) -> None:
        """Adds a relation, which needs no name of its own."""
        self.add(f"_:{self.size}", {f"prov:{role}": name for role, name in sides.items()})


class Provenance:
    """Writes what was made of what by whom."""

    def __init__(self, sections: Mapping[str, Section]) -> None:
        self.sections = sections
        self.known: set[str] = set()

    def write(self, records: Sequence[Record]) -> None:
        for record in records:
            activity = self._coding(record["coder"])
            document = self._document(record, activity)
            event = _name("event", record["id"])
            self.sections["entity"].add(event, _event(record))
            self.sections["wasGeneratedBy"].relate(entity=event, activity=activity)
            self.sections["wasDerivedFrom"].relate(generatedEntity=event, usedEntity=document, activity=activity)

    def _coding(self, coder: Coder) -> str:
        """The run of a coder; version, model, ontology and rules tell one from another."""
        id = sha256(json.dumps(coder).encode()).hexdigest()[:12]
        agent, activity = _name("coder", id), _name("coding", id)
        if self._is_new(activity):
            self.sections["agent"].add(agent, _software(coder))
            self.sections["activity"].add(activity, {"prov:label": f"Coding by Dateline {coder['version']}"})
            self.sections["wasAssociatedWith"].relate(activity=activity, agent=agent)
        return activity

    def _document(self, record: Record, activity: str) -> str:
        document = _name("document", record["document_id"])
        if self._is_new(document):
            self.sections["entity"].add(document, _article(record["publication"]))
            self._publisher(document, record["publication"]["publisher"])
        if self._is_new(f"{activity} {document}"):
            self.sections["used"].relate(activity=activity, entity=document)
        return document

    def _publisher(self, document: str, publisher: str | None) -> None:
        if publisher is None:
            return
        agent = _name("publisher", publisher)
        if self._is_new(agent):
            self.sections["agent"].add(agent, {"prov:type": _qualified("prov:Organization"), "prov:label": publisher})
        self.sections["wasAttributedTo"].relate(entity=document, agent=agent)

    def _is_new(self, name: str) -> bool:
        new = name not in self.known
        self.known.add(name)
        return new


@contextmanager
def writing(path: Path) -> Iterator[Provenance]:
    """A writer of PROV-JSON; sections are gathered in temporary files and put together at the end."""
    with ExitStack() as stack:
        files = (stack.enter_context(TemporaryFile("w+", encoding="utf-8", errors="replace")) for _ in _SECTIONS)
        sections = dict(zip(_SECTIONS, map(Section, files), strict=True))
        yield Provenance(sections)
        with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
            _put_together(file, sections)


def _put_together(file: TextIO, sections: Mapping[str, Section]) -> None:
    file.write(f'{{"prefix": {json.dumps(_PREFIXES)}')
    for name, section in sections.items():
        file.write(f',\n"{name}": {{')
        section.file.seek(0)
        file.writelines(section.file)
        file.write("\n}")
    file.write("\n}\n")


def _event(record: Record) -> Facts:
    start, end = record["trigger"]["span"]
    return {
        "prov:type": "event",
        "prov:label": f"{record['event']}: {record['trigger']['text']}",
        "dateline:rule": record["trigger"]["rule"],
        "dateline:trigger": f"{start}-{end}",
    }


def _article(publication: Publication) -> Facts:
    return {
        "prov:type": "document",
        "dcterms:title": publication["title"],
        "dcterms:identifier": publication["url"],
        "dcterms:issued": publication["published"],
        "dcterms:language": publication["language"],
    }


def _software(coder: Coder) -> Facts:
    facts = {f"dateline:{name}": fact for name, fact in coder.items()}
    return {"prov:type": _qualified("prov:SoftwareAgent"), "prov:label": f"Dateline {coder['version']}", **facts}


def _qualified(name: str) -> Facts:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


def _name(kind: str, id: str) -> str:
    """A qualified name; characters that have no place in one are written as their bytes."""
    return f"dateline:{kind}.{quote(id, safe='', errors='replace')}"


FORMAT = Format(
    name="prov",
    summary="PROV-JSON: the documents used, the events generated from them, and the coder that did it",
    openings=endings(".json", opening=writing),
    losses=(
        "Of an event only its type, trigger and rule are kept; join the rest by its id.",
        "Runs are told apart by the coder: its version, language model, ontology and rules. When they ran is not in the records.",
    ),
)
