"""Scores places against gold toponyms: found at all, and put within 161 km (100 miles), as Leidner (2008) counts them."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from dateline.errors import BadRecord, UnreadableFile
from dateline.model import Document, Place, Span
from dateline.stage import Stage

NEAR = 161.0
"""Kilometres within which a place is right."""
EARTH = 6371.0
"""The mean radius, in kilometres."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A gold name of a place, with its point."""

    span: Span
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with the toponyms in it that have a point."""

    document: Document
    toponyms: tuple[Toponym, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A gold toponym and the place found there; `distance` in kilometres, None where there is no point to measure."""

    article: str
    text: str
    context: str
    place: Place | None
    distance: float | None

    @property
    def near(self) -> bool:
        """Whether the place is right."""
        return self.distance is not None and self.distance <= NEAR


@dataclass(frozen=True, slots=True)
class Placing:
    """How the toponyms of some articles fared."""

    articles: int
    verdicts: tuple[Verdict, ...]

    @property
    def found(self) -> float:
        """The share of all gold toponyms that got a point."""
        return _ratio(len(self.distances), len(self.verdicts))

    @property
    def near(self) -> float:
        """The share of all gold toponyms within 161 km."""
        return _ratio(sum(verdict.near for verdict in self.verdicts), len(self.verdicts))

    @property
    def near_of_found(self) -> float:
        """The share within 161 km of those that got a point."""
        return _ratio(sum(verdict.near for verdict in self.verdicts), len(self.distances))

    @property
    def mean_error(self) -> float:
        """The mean distance, in kilometres, of those that got a point."""
        return _ratio(sum(self.distances), len(self.distances))

    @property
    def distances(self) -> tuple[float, ...]:
        """From each place with a point to where gold has it."""
        return tuple(verdict.distance for verdict in self.verdicts if verdict.distance is not None)


def evaluate_places(path: Path, code: Stage) -> Placing:
    """Codes the raw text of each article of TR-News or GeoVirus, and measures each gold toponym."""
    gold = {article.document.id: article for article in read_places(path)}
    coded = list(code(article.document for article in gold.values()))
    verdicts = [_verdict(document, toponym) for document in coded for toponym in gold[document.id].toponyms]
    return Placing(len(coded), tuple(verdicts))


def read_places(path: Path) -> Iterator[GoldArticle]:
    """The articles of a file in the form of TR-News or of GeoVirus; UnreadableFile, BadRecord where it is neither."""
    try:
        articles = ElementTree.parse(path).getroot().findall("article")
    except OSError as error:
        raise UnreadableFile(path, error.strerror or str(error)) from error
    except ElementTree.ParseError as error:
        raise BadRecord(path, f"not XML: {error}") from error
    for number, article in enumerate(articles, 1):
        text = article.findtext("text") or ""
        marks = [*article.iter("toponym"), *article.iter("location")]
        try:
            toponyms = tuple(_toponym(mark, text) for mark in marks if mark.find(".//lat") is not None)
        except (TypeError, ValueError) as error:
            raise BadRecord(path, f"article {number} has a toponym without numbers for its place: {error}") from error
        yield GoldArticle(Document(id=str(number), text=text), toponyms)


def _toponym(mark: ElementTree.Element, text: str) -> Toponym:
    """GeoVirus counts characters from 1, and some articles of TR-News have drifted: the nearest such name is meant."""
    name = mark.findtext("phrase") or mark.findtext("name") or ""
    start = int(mark.findtext("start", ""))
    near = (match.start() for match in re.finditer(re.escape(name), text))
    begin = min(near, key=lambda at: abs(at - start), default=start)
    latitude, longitude = (float(mark.findtext(f".//{axis}", "")) for axis in ("lat", "lon"))
    return Toponym(Span(begin, begin + len(name)), latitude, longitude)


def _verdict(document: Document, gold: Toponym) -> Verdict:
    """The place whose span shares most with the gold name."""
    over = [place for place in document.places or () if _shared(place.span, gold.span) > 0]
    place = max(over, key=lambda each: _shared(each.span, gold.span), default=None)
    start, end = gold.span.start, gold.span.end
    context = document.text[max(0, start - 60) : end + 60]
    return Verdict(document.id, document.text[start:end], context, place, _distance(place, gold) if place else None)


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _distance(place: Place, gold: Toponym) -> float | None:
    if place.latitude is None or place.longitude is None:
        return None
    return kilometres(place.latitude, place.longitude, gold.latitude, gold.longitude)


def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """The distance between two points along a great circle."""
    north, other_north = math.radians(latitude), math.radians(other_latitude)
    east = math.radians(other_longitude - longitude) / 2
    chord = math.sin((other_north - north) / 2) ** 2 + math.cos(north) * math.cos(other_north) * math.sin(east) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(chord)))


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
