"""Places: names of places in the text, and what they refer to."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.annotate.places.resolving import Choice, resolve
from dateline.annotate.places.toponyms import Toponym, toponyms
from dateline.model import Document, Place, PlaceCandidate, Section
from dateline.nlp.spans import span_of


@dataclass(frozen=True, slots=True)
class PlaceAnnotator:
    """Names of places with coordinates; a name that no gazetteer has gives none."""

    needs: tuple[str, ...] = ("sections", "parse")
    gives: str = "places"

    def __call__(self, document: Document) -> Document:
        assert document.parse is not None
        found = toponyms(document.parse)
        actors = Counter(actor.country for actor in document.actors or () if actor.country)
        choices = resolve(found, _home(found, document.sections or ()), actors)
        return replace(document, places=tuple(map(_place, choices)))


def _home(found: Sequence[Toponym], sections: Sequence[Section]) -> str | None:
    """The country of the place in the dateline."""
    spans = [section.span for section in sections if section.kind == "dateline"]
    inside = [each for each in found if any(span.covers(span_of(each.words)) for span in spans)]
    largest = [max(each.entries, key=lambda entry: entry.population) for each in inside]
    return next((entry.country for entry in reversed(largest)), None)


def _place(choice: Choice) -> Place:
    entry = choice.ranked[0][1]
    return Place(
        span=span_of(choice.toponym.words),
        name=entry.name,
        geonameid=entry.geonameid,
        country=entry.country,
        admin1=entry.admin1,
        latitude=entry.latitude,
        longitude=entry.longitude,
        feature=entry.feature,
        resolution=entry.resolution,
        rule=choice.rule,
        candidates=tuple(
            PlaceCandidate(each.name, each.geonameid, each.country, each.admin1, round(score, 2))
            for score, each in choice.ranked
        ),
    )
