"""Rule files: what is read from them, and how whatever is wrong is refused."""

from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.resources.ontology import load_ontology
from dateline.resources.rulefiles import load_rules
from dateline.resources.rules import Rule, RuleBook, Trigger
from tests.resources.rulebook import ASSAULT, OPERATORS, line_of, write_ontology, write_rules


def load(folder: Path, **changed: str) -> RuleBook:
    return load_rules([write_rules(folder, **changed)], load_ontology(write_ontology(folder)))


def rule(book: RuleBook, id: str) -> Rule:
    return next(rule for rule in book.rules if rule.id == id)


def test_a_rule_knows_where_it_stands(tmp_path: Path) -> None:
    kill = rule(load(tmp_path), "assault.kill")
    assert kill.file.endswith("events/assault.yaml")
    assert kill.line == line_of(ASSAULT, "id: assault.kill")


def test_operators_come_last_and_have_no_type(tmp_path: Path) -> None:
    types = [rule.type for rule in load(tmp_path).rules]
    first = types.index(None)
    assert None not in types[:first] and set(types[first:]) == {None}


def test_a_verb_leads_its_phrase_and_a_noun_ends_it_or_stands_before_a_preposition(tmp_path: Path) -> None:
    text = ASSAULT.replace("nouns: [attack, raid, air raid]", "nouns: [air raid, rain of fire]")
    attack = rule(load(tmp_path, assault=text), "assault.attack")
    assert attack.triggers == (
        Trigger("attack", (), "verb"),
        Trigger("raid", (), "verb"),
        Trigger("open", ("fire", "on"), "verb"),
        Trigger("raid", ("air",), "noun", before=1),
        Trigger("rain", ("of", "fire"), "noun"),
    )


def test_a_rule_overrules_a_slot_of_its_frame_and_keeps_the_other(tmp_path: Path) -> None:
    text = ASSAULT.replace(
        "frame: does-to\n    verbs: [attack", "frame: does-to\n    recipient: [patient.of]\n    verbs: [attack"
    )
    slots = rule(load(tmp_path, assault=text), "assault.attack").slots
    assert slots["verb"] == {"actor": ((("agent",),),), "recipient": ((("patient", "of"),),)}


def test_questions_joined_by_plus_all_count(tmp_path: Path) -> None:
    meet = rule(load(tmp_path), "consult.meet")
    assert meet.slots["verb"]["actor"] == ((("agent",), ("patient",), ("with",)),)


def test_a_condition_takes_in_the_words_of_a_lexicon(tmp_path: Path) -> None:
    (condition,) = rule(load(tmp_path), "assault.kill").blocks
    assert condition.kind == "lemma" and condition.lemmas == {"time", "boredom"}
    assert condition.line == line_of(ASSAULT, "blocks:")


def test_an_event_rule_that_takes_in_acts_makes_its_own_type_of_any(tmp_path: Path) -> None:
    reach = rule(load(tmp_path), "request.urge").over
    assert reach is not None and (reach.turns, reach.inner) == ({"any": "REQUEST"}, None)


def test_marks_are_taken_out_of_examples(tmp_path: Path) -> None:
    first, second = rule(load(tmp_path), "assault.attack").examples
    assert (first.text, first.marked) == ("Kings attacked towns.", (("actor", "Kings"), ("recipient", "towns")))
    assert (second.line, second.marked) == (line_of(ASSAULT, "The raid on"), (("recipient", "the town"),))


def test_word_lists_are_found_by_name(tmp_path: Path) -> None:
    book = load(tmp_path)
    assert book.words("motion-verbs") == {"fly", "travel"}
    with pytest.raises(KeyError):
        book.words("colours")


@pytest.mark.parametrize(
    ("right", "wrong", "reason"),
    [
        ("    anonymous: UNK", "    colour: red", "unknown key 'colour'"),
        ("type: ASSAULT", "type: BLESS", "no type 'BLESS' in small"),
        ("    frame: does-to", "    frame: does-it", "no frame 'does-it' in frames.yaml"),
        ('    blocks: {patient: ["@pastimes"]}', '    blocks: {patient: ["@sports"]}', "no lexicon 'sports'"),
        ('    blocks: {patient: ["@pastimes"]}', "    blocks: {victim: [time]}", "'victim' is no question"),
        ("    counts: {dead: patient}", "    counts: {lost: patient}", "unknown key 'lost'"),
        ("    counts: {dead: patient}", "    modes: [phone]", "ASSAULT has no mode 'phone'"),
        ("  explosives: [bomb, mortar]", "  riot: [bomb]", "ASSAULT has no mode 'riot'"),
        ('    cameo: "190"', '    cameo: "990"', "no CAMEO code '990'"),
        ('    cameo: "190"', "    cameo: harsh", "no CAMEO code 'harsh'"),
    ],
)
def test_what_is_wrong_in_an_event_file_is_refused_with_its_line(
    tmp_path: Path, right: str, wrong: str, reason: str
) -> None:
    assert right in ASSAULT
    with pytest.raises(ResourceError) as refused:
        load(tmp_path, assault=ASSAULT.replace(right, wrong, 1))
    place = tmp_path / "rules/events/assault.yaml"
    assert str(refused.value).startswith(f"{place}:{line_of(ASSAULT, right)}: {reason}")


def test_a_rule_with_a_single_example_is_refused(tmp_path: Path) -> None:
    first, second = (line_of(ASSAULT, words) for words in ("Kings] attacked", "The raid on"))
    text = "".join(line for number, line in enumerate(ASSAULT.splitlines(True), 1) if number != second)
    with pytest.raises(ResourceError, match=f"assault.yaml:{first}: 1 where at least 2 belong"):
        load(tmp_path, assault=text)


def test_a_rule_without_counterexamples_is_refused(tmp_path: Path) -> None:
    text = ASSAULT.replace('    counterexamples:\n      - "They attacked the problem."\n', "")
    with pytest.raises(ResourceError, match=f"assault.yaml:{line_of(text, 'assault.attack')}: lacks counterexamples"):
        load(tmp_path, assault=text)


def test_a_rule_without_a_trigger_is_refused(tmp_path: Path) -> None:
    text = ASSAULT.replace("    verbs: [kill]\n", "")
    with pytest.raises(ResourceError, match=f"assault.yaml:{line_of(text, 'assault.kill')}: lacks a trigger"):
        load(tmp_path, assault=text)


def test_an_id_that_is_taken_is_refused_and_the_first_is_named(tmp_path: Path) -> None:
    text = OPERATORS.replace("operator.fail", "assault.kill")
    with pytest.raises(ResourceError) as refused:
        load(tmp_path, operators=text)
    assert refused.value.line == line_of(text, "assault.kill")
    assert refused.value.path.endswith("operators.yaml")
    assert refused.value.reason.endswith(f"assault.yaml:{line_of(ASSAULT, 'assault.kill')}")


@pytest.mark.parametrize(
    ("right", "wrong", "reason"),
    [
        ("turns: {hostile: none}", "turns: {hostile: BLESS}", "no type 'BLESS' in small"),
        ("turns: {hostile: none}", "turns: {angry: none}", "'angry' is no type and no class of types"),
        (", turns: {hostile: none}", "", "an operator must say what it turns other acts into"),
        ("turns: {any: same}, status: negated", "turns: {any: same}, status: undone", "a status is one of"),
        ("over: {at: [patient], turns: {hostile: none}}", "anonymous: UNK", "unknown key 'anonymous'"),
    ],
)
def test_what_is_wrong_in_an_operator_is_refused_with_its_line(
    tmp_path: Path, right: str, wrong: str, reason: str
) -> None:
    with pytest.raises(ResourceError) as refused:
        load(tmp_path, operators=OPERATORS.replace(right, wrong))
    place = tmp_path / "rules/operators.yaml"
    assert str(refused.value).startswith(f"{place}:{line_of(OPERATORS, right)}: {reason}")


def test_a_folder_without_rules_is_refused(tmp_path: Path) -> None:
    ontology = load_ontology(write_ontology(tmp_path))
    with pytest.raises(ResourceError, match="no rules"):
        load_rules([tmp_path / "empty"], ontology)


def test_a_later_folder_adds_rules_and_replaces_those_of_the_same_id(tmp_path: Path) -> None:
    rules, ontology = write_rules(tmp_path), load_ontology(write_ontology(tmp_path))
    own = tmp_path / "own"
    (own / "events").mkdir(parents=True)
    changed = ASSAULT.replace("nouns: [attack, raid, air raid]", "nouns: [foray]")
    (own / "events" / "mine.yaml").write_text(changed, encoding="utf-8")
    before, after = load_rules([rules], ontology), load_rules([rules, own], ontology)
    assert [rule.id for rule in after.rules] == [rule.id for rule in before.rules]
    assert "foray" in {trigger.head for trigger in next(r for r in after.rules if r.id == "assault.attack").triggers}
