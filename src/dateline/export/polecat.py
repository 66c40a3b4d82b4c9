"""The layout of the POLECAT event data, 40 columns."""

from collections.abc import Iterable, Iterator, Sequence

from dateline.export import codes, layouts
from dateline.export.columns import layout
from dateline.export.format import COUNTED, Format, endings, undated
from dateline.export.layouts import Row
from dateline.export.parties import Pair, is_named, pairs
from dateline.export.shape import Actor, Location, Record

COLUMNS = layout("polecat")
_BETWEEN = ";"


def rows_of(records: Sequence[Record]) -> Iterator[Row]:
    """A row for each pair of each record of a document."""
    story = _story(records)
    return ({**_row(record, pair), **story} for record in records for pair in pairs(record))


def _row(record: Record, pair: Pair) -> Row:
    when, publication = record["date"], record["publication"]
    return {
        "Event ID": record["id"],
        "Event Date": when and when["start"],
        "Event Type": record["event"],
        "Event Mode": next(iter(record["mode"]), None),
        "Intensity": record["score"],
        "Quad Code": codes.QUADS[record["quad"] - 1].upper(),
        "Contexts": _joined(record["context"]),
        **_side("Actor", pair[0]),
        **_side("Recipient", pair[1]),
        **(_place(record["location"]) if record["location"] else {}),
        "Source": publication["publisher"],
        "Publication Date": publication["published"],
        "Language": publication["language"],
        "Version": record["coder"]["version"],
    }


def _side(role: str, actor: Actor | None) -> Row:
    if actor is None:
        return {}
    known = codes.state(actor["country"])
    return {
        f"{role} Name": actor["name"],
        f"{role} Country": actor["country"],
        f"{role} COW": known.cow if known else None,
        f"Primary {role} Sector": next(iter(actor["sector"]), None),
        f"{role} Sectors": _joined(actor["sector"]),
        f"{role} Title": actor["office"],
        f"{role} Name Raw": actor["text"],
    }


def _place(location: Location) -> Row:
    return {
        "Placename": location["name"],
        "City": layouts.name_of_kind(location, "city"),
        "District": layouts.name_of_kind(location, "district"),
        "Province": layouts.name_of_kind(location, "region") or location["admin1"],
        "Country": location["country"],
        "Latitude": location["lat"],
        "Longitude": location["lon"],
        "GeoNames ID": location["geonameid"],
        "Raw Placename": location["text"],
        "Feature Type": location["feature"],
    }


def _story(records: Sequence[Record]) -> Row:
    """Whom and where all the events of the document name."""
    actors = [(actor, record) for record in records for actor in _actors(record)]
    named = [actor for actor, record in actors if is_named(actor, record)]
    places = (record["location"]["name"] for record in records if record["location"])
    return {
        "Story People": _joined(_names(named, "person")),
        "Story Organizations": _joined(_names(named, "organisation")),
        "Story Locations": _joined(places),
    }


def _actors(record: Record) -> Iterator[Actor]:
    yield from record["actor"]
    yield from record["recipient"]
    yield from (each["source"] for each in record["attribution"] if each["source"])


def _names(actors: Iterable[Actor], kind: str) -> Iterator[str]:
    return (actor["name"] for actor in actors if actor["kind"] == kind and actor["name"])


def _joined(items: Iterable[str]) -> str | None:
    return _BETWEEN.join(dict.fromkeys(items)) or None


FORMAT = Format(
    name="polecat",
    summary="POLECAT, 40 columns, tab-separated, a row for each pair of actor and recipient",
    openings=endings(".tsv", ".txt", opening=layouts.opening(COLUMNS, rows_of)),
    losses=(
        *layouts.LOSSES,
        "Of several modes the first is kept, the one that gives the score; the CAMEO code and Goldstein value are lost.",
        "Wikidata items are lost: POLECAT's columns name pages of Wikipedia, and stay empty.",
        "Story People, Organizations and Locations are those of the coded events, not all that the document names.",
    ),
    statuses=COUNTED,
    refusal=undated,
)
