"""What reviewers settled, as gold that `dateline evaluate` reads and as examples for rules."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from dateline.resources.ontology import Ontology
from dateline.store.articles import article
from dateline.store.corrections import corrected
from dateline.store.reading import Reader
from dateline.store.reviews import Item, Key, Review, items_in, missed_in, reviews_in, settled, standing

Record = Mapping[str, Any]


def gold_lines(reader: Reader, ontology: Ontology) -> Iterator[str]:
    """Sentences in the form of the project's corpus, a line each: those whose every event is settled and that have a date of publication."""
    by_sentence: dict[tuple[str, int], list[tuple[Item, Record | None]]] = defaultdict(list)
    for item, _, made in _settled(reader, ontology):
        by_sentence[_sentence(item.record)].append((item, made))
    incomplete = _incomplete(reader, by_sentence)
    for place, judged in sorted(by_sentence.items()):
        first = judged[0][0].record
        if place not in incomplete and first["publication"]["published"]:
            told = {item.key[:2]: made for item, made in judged}
            yield json.dumps(_line(first, [each for each in told.values() if each]), ensure_ascii=False)


def rule_examples(reader: Reader, ontology: Ontology) -> str:
    """By rule, sentences that it should find, with their sides marked as rules mark them, and sentences that it should not."""
    rules: dict[str, dict[str, list[str]]] = {}
    for item, review, made in _settled(reader, ontology):
        rule = item.record["trigger"]["rule"]
        is_right = made is not None and "event" not in review.correction
        listed = rules.setdefault(rule, {"examples": [], "counterexamples": []})
        sentence = _marked(made) if is_right and made else item.record["sentence"]["text"]
        if sentence not in listed["examples" if is_right else "counterexamples"]:
            listed["examples" if is_right else "counterexamples"].append(sentence)
    found = [{"id": rule, **listed} for rule, listed in sorted(rules.items())]
    return str(yaml.safe_dump({"rules": found}, sort_keys=False, allow_unicode=True, width=10_000))


def _settled(reader: Reader, ontology: Ontology) -> Iterator[tuple[Item, Review, Record | None]]:
    said: dict[Key, list[Review]] = defaultdict(list)
    for each in standing(reviews_in(reader)):
        said[each.key].append(each)
    for item in items_in(reader):
        review = settled(item.is_double, said[item.key])
        if review:
            yield item, review, corrected(item.record, review, ontology)


def _sentence(record: Record) -> tuple[str, int]:
    return record["document_id"], record["sentence"]["span"][0]


def _incomplete(reader: Reader, judged: Mapping[tuple[str, int], Sequence[tuple[Item, Any]]]) -> set[tuple[str, int]]:
    """Sentences with an event that nobody has judged, or that somebody says the coder missed."""
    known = {item.key[0] for each in judged.values() for item, _ in each}
    missed = {each.key[0] for each in missed_in(reviews_in(reader))}
    with_missed = {place for place, each in judged.items() if missed & {item.key[0] for item, _ in each}}
    texts = (article(reader, document) for document in sorted({document for document, _ in judged}))
    records = (record for text in texts if text for record in text.records)
    return with_missed | {_sentence(record) for record in records if record["id"] not in known}


def _line(record: Record, events: Sequence[Record]) -> dict[str, Any]:
    document, start = _sentence(record)
    return {
        "id": f"{document}#{start}",
        "kind": "sentence",
        "published": record["publication"]["published"],
        "text": record["sentence"]["text"],
        "events": [_event(each) for each in events],
    }


def _event(record: Record) -> dict[str, Any]:
    return {
        "event": record["event"],
        "mode": record["mode"],
        "trigger": _words(record["trigger"], record),
        "actor": [_words(each, record) for each in record["actor"]],
        "recipient": [_words(each, record) for each in record["recipient"]],
        "status": record["factuality"]["status"],
    }


def _words(words: Record, record: Record) -> dict[str, Any]:
    """Offsets in the sentence; none for words that stand elsewhere."""
    (start, end), (first, last) = record["sentence"]["span"], words["span"]
    return {"text": words["text"], "span": [first - start, last - start] if start <= first < last <= end else None}


def _marked(record: Record) -> str:
    """The sentence with its sides in brackets; where two overlap, the first stands."""
    text, free = record["sentence"]["text"], len(record["sentence"]["text"])
    sides = [(_words(one, record)["span"], side) for side in ("actor", "recipient") for one in record[side]]
    for (start, end), side in sorted(((span, side) for span, side in sides if span), reverse=True):
        if end <= free:
            text, free = f"{text[:start]}[{side}: {text[start:end]}]{text[end:]}", start
    return str(text)
