"""PROV-JSON: every name that a relation uses is declared, and each event leads back to its document and coder."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dateline.export import prov
from dateline.export.exporting import export
from dateline.export.shape import Record
from tests.export.examples import raid_record

THINGS = ("agent", "activity", "entity")
RELATIONS = ("wasAssociatedWith", "used", "wasGeneratedBy", "wasDerivedFrom", "wasAttributedTo")


def test_an_event_leads_back_to_document_coder_and_publisher(tmp_path: Path) -> None:
    found = _written([raid_record()], tmp_path)
    (derived,) = found["wasDerivedFrom"].values()
    (generated,) = found["wasGeneratedBy"].values()
    (associated,) = found["wasAssociatedWith"].values()
    event, document = derived["prov:generatedEntity"], derived["prov:usedEntity"]
    assert (event, document) == ("dateline:event.e-12ab", "dateline:document.raid.txt")
    assert generated == {"prov:entity": event, "prov:activity": derived["prov:activity"]}
    coder = found["agent"][associated["prov:agent"]]
    assert coder["prov:type"] == {"$": "prov:SoftwareAgent", "type": "prov:QUALIFIED_NAME"}
    assert (coder["dateline:version"], coder["dateline:model"]) == ("0.1.0", "a-model")
    (attributed,) = found["wasAttributedTo"].values()
    assert found["agent"][attributed["prov:agent"]]["prov:label"] == "The Delta Mail"
    assert found["entity"][document]["dcterms:issued"] == "2024-03-06"
    assert "dcterms:identifier" not in found["entity"][document]


def test_two_coders_are_two_runs(tmp_path: Path) -> None:
    other: Record = {**raid_record(), "id": "e-2", "coder": {**raid_record()["coder"], "version": "0.2.0"}}
    found = _written([raid_record(), other], tmp_path)
    assert len(found["activity"]) == len(found["used"]) == 2
    assert len(found["agent"]) == 3


def test_nothing_makes_an_empty_document(tmp_path: Path) -> None:
    found = _written([], tmp_path)
    assert all(found[name] == {} for name in (*THINGS, *RELATIONS))


@given(
    st.lists(
        st.tuples(*[st.text(st.characters(codec="utf-8"), max_size=6)] * 3), max_size=5, unique_by=lambda ids: ids[0]
    )
)
def test_names_are_declared_and_used_once(ids: list[tuple[str, str, str]]) -> None:
    records = [_with(*names) for names in ids]
    with TemporaryDirectory() as folder:
        found = _written(records, Path(folder))
    declared = {name for kind in THINGS for name in found[kind]}
    used = {name for kind in RELATIONS for relation in found[kind].values() for name in relation.values()}
    assert used <= declared
    assert len(found["wasDerivedFrom"]) == len(records)
    assert len(found["used"]) == len({record["document_id"] for record in records})


def _with(id: str, document: str, publisher: str) -> Record:
    record = raid_record()
    publication = {**record["publication"], "publisher": publisher}
    return {**record, "id": id, "document_id": document, "publication": publication}  # type: ignore[typeddict-item]


def _written(records: list[Record], folder: Path) -> Any:
    export(prov.FORMAT, records, folder / "run.json")
    return json.loads((folder / "run.json").read_text("utf8"), object_pairs_hook=_without_repeats)


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    assert len({name for name, _ in pairs}) == len(pairs)
    return dict(pairs)
