"""The layout of the ICEWS event data, 20 columns."""

from collections.abc import Iterator, Sequence

from dateline.export import codes, layouts
from dateline.export.columns import layout
from dateline.export.format import COUNTED, Format, endings, undated
from dateline.export.layouts import Row
from dateline.export.parties import Pair, pairs, party
from dateline.export.shape import Actor, Record

COLUMNS = layout("icews")


def rows_of(records: Sequence[Record]) -> Iterator[Row]:
    """A row for each pair of each record."""
    return (_row(record, pair) for record in records for pair in pairs(record))


def _row(record: Record, pair: Pair) -> Row:
    when, place = record["date"], record["location"]
    return {
        "Event ID": layouts.row_number(record, pair),
        "Event Date": when and when["start"],
        **_side("Source", pair[0], record),
        "Event Text": codes.act(record["cameo"]),
        "CAMEO Code": record["cameo"],
        "Intensity": record["goldstein"],
        **_side("Target", pair[1], record),
        "Story ID": layouts.number(record["document_id"]),
        "Sentence Number": record["sentence"]["index"] + 1,
        "Publisher": record["publication"]["publisher"],
        "City": layouts.name_of_kind(place, "city"),
        "District": layouts.name_of_kind(place, "district"),
        "Province": layouts.name_of_kind(place, "region") or (place and place["admin1"]),
        "Country": place and codes.icews_country(place["country"]),
        "Latitude": place and place["lat"],
        "Longitude": place and place["lon"],
    }


def _side(role: str, actor: Actor | None, record: Record) -> Row:
    if actor is None:
        return {}
    words = (word for each in actor["sector"] for word in codes.sector(each).icews.split(","))
    return {
        f"{role} Name": party(actor, record).name,
        f"{role} Sectors": ",".join(dict.fromkeys(filter(None, words))) or None,
        f"{role} Country": codes.icews_country(actor["country"]),
    }


FORMAT = Format(
    name="icews",
    summary="ICEWS, 20 columns, tab-separated, a row for each pair of actor and recipient",
    openings=endings(".tsv", ".tab", opening=layouts.opening(COLUMNS, rows_of)),
    losses=(
        *layouts.LOSSES,
        "PLOVER's type, modes, contexts and score are lost; the act is told by its CAMEO code and Goldstein value.",
        "Actors without a name become their sector and country; offices and Wikidata items are lost.",
        "Event ID and Story ID are numbers made from Dateline's ids and lead nowhere in ICEWS.",
    ),
    statuses=COUNTED,
    refusal=undated,
)
