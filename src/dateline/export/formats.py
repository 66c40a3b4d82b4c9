"""All formats of the export."""

from collections.abc import Mapping

from dateline.export import (
    annotations,
    codebook,
    csv,
    datapackage,
    gdelt,
    geojson,
    geoparquet,
    gexf,
    graphml,
    icews,
    jsonl,
    panels,
    parquet,
    polecat,
    prov,
)
from dateline.export.format import Format
from dateline.resources.ontology import Ontology


def formats(ontology: Ontology) -> Mapping[str, Format]:
    """Formats by name; panels and codebooks speak of the types of an ontology."""
    every = (
        parquet.FORMAT,
        csv.FORMAT,
        jsonl.FORMAT,
        polecat.FORMAT,
        icews.FORMAT,
        gdelt.FORMAT,
        panels.dyad_day(ontology),
        panels.actor_month(ontology),
        geoparquet.FORMAT,
        geojson.FORMAT,
        gexf.FORMAT,
        graphml.FORMAT,
        annotations.FORMAT,
        prov.FORMAT,
        codebook.codebook_format(ontology),
        datapackage.package_format(ontology),
    )
    return {form.name: form for form in every}
