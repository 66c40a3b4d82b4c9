"""Places: names of places in the text, resolved to coordinates by size and by what is named around them."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from dateline.knowledge.countries import countries
from dateline.knowledge.gazetteer import COUNTRY, Entry, candidates
from dateline.knowledge.naming import bare
from dateline.model import Document, Place, Section
from dateline.nlp.spans import span_of

_REGION_WORDS = frozenset("region province oblast state governorate district county republic territory".split())
_DIRECTIONS = frozenset("northern southern eastern western central north south east west northeastern".split())
_SAID_OUTRIGHT, _ADJECTIVE, _DATELINE, _NAMED_OFTEN = 8.0, 6.0, 1.5, 2.0
"""How much it weighs, beside the logarithm of the population, that a candidate's country is named right after it,
by an adjective before it, in the dateline, or elsewhere in the text."""


@dataclass(frozen=True, slots=True)
class PlaceAnnotator:
    """Names of places with coordinates; a name that no gazetteer has gives none."""

    needs: tuple[str, ...] = ("sections", "parse")
    gives: str = "places"

    def __call__(self, document: Document) -> Document:
        assert document.parse is not None
        found = (*_places(document.parse, document.sections or ()), *_adjectives(document.parse))
        return replace(document, places=tuple(sorted(found, key=lambda place: place.span.start)))


def _places(doc: Doc, sections: Sequence[Section]) -> Iterator[Place]:
    names = [name for name in doc.ents if name.label_ == "LOC"]
    named = _countries_named(doc)
    home = _home(names, sections)
    known: dict[str, Entry] = {}
    for name in names:
        found = _best(name, named, home, known.get(bare(name.text)))
        if found is not None:
            known.setdefault(bare(name.text), found)
            yield _place(name, found)


def _adjectives(doc: Doc) -> Iterator[Place]:
    """Countries by their adjectives, where no name of a place has these words: `the Turkish capital`."""
    for word in doc:
        country = countries().by_adjective.get(word.text)
        if country is not None and word.dep_ == "amod" and word.ent_type_ != "LOC":
            entry = next((each for each in candidates(country.name) if each.country == country.code), None)
            if entry is not None:
                yield replace(_place(doc[word.i : word.i + 1], entry), rule="place.adjective")


def _best(name: Words, named: Counter[str], home: str | None, before: Entry | None) -> Entry | None:
    """The likeliest meaning; a name keeps the meaning it had before in the text unless its own words say otherwise."""
    container, adjective = _container(name), _adjective(name)
    if before is not None and not container and not adjective:
        return before

    def weight(entry: Entry) -> float:
        here = {entry.country, entry.admin1}
        return (
            _size(entry)
            + _SAID_OUTRIGHT * (container is not None and container in here)
            + _ADJECTIVE * (adjective is not None and adjective == entry.country)
            + _DATELINE * (home is not None and home == entry.country)
            + _NAMED_OFTEN * (entry.country is not None and named[entry.country] > 0)
        )

    found = [entry for written in _forms(name) for entry in candidates(written)]
    return max(found, key=weight, default=None)


def _size(entry: Entry) -> float:
    """The logarithm of the population; countries, capitals and regions count for more than their size."""
    extra = {"PCLI": 2.0, "PPLC": 1.0}.get(entry.feature, 0.0)
    return math.log10(max(entry.population, 1)) + extra if entry.population else 5.5


def _forms(name: Words) -> Iterator[str]:
    """The name as written; with its kind of region after it; without a kind of place or a direction at its ends."""
    doc, text = name.doc, name.text
    follows = doc[name.end].lower_ if name.end < len(doc) else ""
    if follows in _REGION_WORDS:
        yield f"{text} {follows}"
    yield text
    if not candidates(text):
        words = text.split()
        if words[0].lower() in _DIRECTIONS:
            yield " ".join(words[1:])
        elif words[-1].lower() in _REGION_WORDS | {"city"}:
            yield " ".join(words[:-1])


def _container(name: Words) -> str | None:
    """Country or state right after a comma: `Odessa, Texas`; a code or a state's name."""
    doc, end = name.doc, name.end
    if end + 1 >= len(doc) or doc[end].text != "," or not doc[end + 1].ent_type_:
        return None
    after = next((other for other in doc.ents if other.start == end + 1), None)
    if after is None or after.label_ != "LOC":
        return None
    country = countries().named(after.text)
    return country.code if country and not country.territory and not _is_state(after.text) else bare(after.text)


def _is_state(name: str) -> bool:
    return any(entry.admin1 == bare(name) and entry.country == "USA" for entry in candidates(name))


def _adjective(name: Words) -> str | None:
    """The country of an adjective up to five words before: `the Ukrainian port city of Odessa`."""
    for word in reversed(name.doc[max(name.sent.start, name.start - 5) : name.start]):
        if country := countries().by_adjective.get(word.text):
            return country.code
        if word.pos_ == "VERB" or word.is_punct:
            return None
    return None


def _countries_named(doc: Doc) -> Counter[str]:
    """How often each country is named, by name, adjective or capital."""
    known = countries()
    spoken = [known.of_word(word.text) or known.by_capital.get(word.text) for word in doc if word.text[0].isupper()]
    whole = [known.named(name.text) for name in doc.ents]
    return Counter(country.code for country in (*spoken, *whole) if country)


def _home(names: Sequence[Words], sections: Sequence[Section]) -> str | None:
    """The country of the place in the dateline."""
    spans = [section.span for section in sections if section.kind == "dateline"]
    inside = [name for name in names if any(span.covers(span_of(name)) for span in spans)]
    entries = [max(found, key=_size) for name in inside if (found := candidates(name.text.title()))]
    return next((entry.country for entry in reversed(entries)), None)


def _place(name: Words, entry: Entry) -> Place:
    rule = "place.country" if entry.resolution == COUNTRY else "place.gazetteer"
    return Place(
        span=span_of(_without_mark(name)),
        name=entry.name,
        geonameid=entry.geonameid,
        country=entry.country,
        admin1=entry.admin1,
        latitude=entry.latitude,
        longitude=entry.longitude,
        feature=entry.feature,
        resolution=entry.resolution,
        rule=rule,
    )


def _without_mark(name: Words) -> Words:
    return name[:-1] if len(name) > 1 and name[-1].tag_ == "POS" else name
