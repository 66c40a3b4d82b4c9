"""Reviews as gold and as rule examples."""

import json
from pathlib import Path

import yaml

from dateline.coding.coder import shipped
from dateline.evaluate import corpus
from dateline.export.reviewed import gold_lines, rule_examples
from dateline.resources.ontology import load_ontology
from dateline.store.opening import open_store
from dateline.store.reading import open_reader
from dateline.store.reviewing import Decision, Draw, decide, draw
from dateline.store.reviews import items_in
from tests.store.databases import fill

PLOVER = load_ontology(shipped("ontology/plover.yaml"))


def test_what_is_settled_is_gold_that_evaluate_reads_and_an_example_of_its_rule(tmp_path: Path) -> None:
    db = fill(str(tmp_path / "news.duckdb"))
    with open_store(db) as store:
        draw(store.database, Draw("random", 2, 0.0, 1))
    with open_reader(db) as reader:
        right, wrong = items_in(reader)
    with open_store(db) as store:
        decide(store.database, right.key, Decision("Ada", "accept", {}), PLOVER)
        decide(store.database, wrong.key, Decision("Ada", "reject", {}), PLOVER)
    with open_reader(db) as reader:
        lines = [json.loads(line) for line in gold_lines(reader, PLOVER)]
        (rule,) = yaml.safe_load(rule_examples(reader, PLOVER))["rules"]
    told = {line["id"].partition("#")[0]: corpus.read(line).events for line in lines}
    (event,) = told[right.record["document_id"]]
    assert event.type == right.record["event"] and told[wrong.record["document_id"]] == ()
    assert event.trigger.of(right.record["sentence"]["text"]) == right.record["trigger"]["text"]
    assert "[actor: " in rule["examples"][0]
    assert rule["counterexamples"] == [wrong.record["sentence"]["text"]]
