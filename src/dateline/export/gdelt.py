"""The layout of the GDELT 2.0 event table, 61 columns without a header."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import cast

from dateline.export import codes, layouts
from dateline.export.columns import layout
from dateline.export.format import COUNTED, Format, endings, undated
from dateline.export.layouts import Row
from dateline.export.parties import Pair, pairs, party
from dateline.export.shape import Actor, Location, Merged, Record

COLUMNS = layout("gdelt")
_NOWHERE, _COUNTRY, _US_STATE, _US_CITY, _WORLD_CITY, _WORLD_STATE = range(6)


def rows_of(records: Sequence[Record]) -> Iterator[Row]:
    """A row for each pair of each record."""
    return (_row(record, pair) for record in records for pair in pairs(record))


def _row(record: Record, pair: Pair) -> Row:
    return {
        "GLOBALEVENTID": layouts.row_number(record, pair),
        **_days(record),
        **_side("Actor1", pair[0], record),
        **_side("Actor2", pair[1], record),
        **_act(record),
        "Actor1Geo_Type": _NOWHERE,
        "Actor2Geo_Type": _NOWHERE,
        **_action_place(record["location"]),
        **_origin(record),
    }


def _days(record: Record) -> Row:
    if record["date"] is None or record["date"]["start"] is None:
        return {}
    day = date.fromisoformat(record["date"]["start"])
    return {
        "SQLDATE": day.year * 10000 + day.month * 100 + day.day,
        "MonthYear": day.year * 100 + day.month,
        "Year": day.year,
        "FractionDate": round(day.year + ((day.month - 1) * 30 + day.day) / 365, 4),
    }


def _side(role: str, actor: Actor | None, record: Record) -> Row:
    if actor is None:
        return {}
    known = codes.cameo_actor(actor["country"], actor["sector"])
    return {
        f"{role}Code": known.code,
        f"{role}Name": party(actor, record).name.upper(),
        f"{role}CountryCode": known.country,
        f"{role}KnownGroupCode": known.group,
        **{f"{role}Type{place}Code": role_code for place, role_code in enumerate(known.types, 1)},
    }


def _act(record: Record) -> Row:
    merged = cast("Merged | None", record.get("merged"))
    cameo = record["cameo"] if len(record["cameo"]) > 2 else record["cameo"] + "0"
    return {
        "IsRootEvent": int(record["section"] in ("headline", "lead")),
        "EventCode": cameo,
        "EventBaseCode": cameo[:3],
        "EventRootCode": cameo[:2],
        "QuadClass": codes.cameo_quad(cameo),
        "GoldsteinScale": record["goldstein"],
        "NumMentions": len(record["mention_ids"]),
        "NumSources": len(merged["publishers"]) if merged else 1,
        "NumArticles": merged["reports"] if merged else 1,
    }


def _action_place(place: Location | None) -> Row:
    known = codes.state(place["country"]) if place else None
    if place is None or known is None:
        return {"ActionGeo_Type": _NOWHERE}
    kind = _kind(place)
    return {
        "ActionGeo_Type": kind,
        "ActionGeo_FullName": _full_name(place, kind),
        "ActionGeo_CountryCode": known.fips,
        "ActionGeo_ADM1Code": _division(place, kind, known.fips),
        "ActionGeo_Lat": place["lat"],
        "ActionGeo_Long": place["lon"],
        "ActionGeo_FeatureID": known.fips if kind == _COUNTRY else None,
    }


def _division(place: Location, kind: int, country: str) -> str | None:
    """The country for a country, the state for a place in the US; elsewhere GDELT's code is not known."""
    if kind == _COUNTRY:
        return country
    name = place["name"] if kind == _US_STATE else place["admin1"] or ""
    code = codes.us_states().get(name) if place["country"] == "USA" else None
    return f"{country}{code}" if code else None


def _kind(place: Location) -> int:
    kind = layouts.kind_of(place)
    if kind == "country":
        return _COUNTRY
    if kind == "region":
        return _US_STATE if place["country"] == "USA" else _WORLD_STATE
    return _US_CITY if place["country"] == "USA" else _WORLD_CITY


def _full_name(place: Location, kind: int) -> str:
    country = codes.country_name(place["country"] or "")
    if kind == _COUNTRY:
        return country
    return ", ".join(dict.fromkeys(filter(None, (place["name"], place["admin1"], country))))


def _origin(record: Record) -> Row:
    publication = record["publication"]
    published = publication["published"]
    return {
        "DATEADDED": int(published.replace("-", "") + "000000") if published else None,
        "SOURCEURL": publication["url"] or record["document_id"],
    }


FORMAT = Format(
    name="gdelt",
    summary="GDELT 2.0 Events, 61 columns, tab-separated, no header, a row for each pair of actor and recipient",
    openings=endings(".tsv", ".csv", opening=layouts.opening(COLUMNS, rows_of, header=False)),
    losses=(
        *layouts.LOSSES,
        "PLOVER's type, modes, contexts and score are lost; quad classes are those of CAMEO's roots, where to yield is material.",
        "Sectors become CAMEO roles: religious and other society become CVL, paramilitaries MIL; UNK and PRE have none.",
        "Actors have no place, ethnic or religious codes and events no tone: those columns are empty.",
        "GeoNames ids are lost, and divisions outside the US: GDELT wants ids of GNS and GNIS and FIPS divisions.",
        "A record is what one document tells, so that NumSources and NumArticles are 1 but for happenings (--merged).",
        "GLOBALEVENTID is a number made from Dateline's id and leads nowhere in GDELT.",
    ),
    statuses=COUNTED,
    refusal=undated,
)
