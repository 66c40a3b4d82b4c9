"""Pages of the event rules: what each listens to, what it gives, and its examples, which are its tests."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from dateline.coding.coder import load_event_coder, shipped
from dateline.export.codebook import table
from dateline.resources.ontology import load_ontology
from dateline.resources.rules import Example, Rule, RuleBook, Trigger

OPERATORS = "operators"


def rule_pages() -> Mapping[str, str]:
    """A page a type and one of the operators, by their paths, and one that leads to them."""
    types = list(load_ontology(shipped("ontology/plover.yaml")).types)
    told = {name: rules_of(name) for name in [*types, OPERATORS]}
    rows = (
        (f"[{name}]({name.lower()}.md)", len(rules), sum(len(rule.triggers) for rule in rules))
        for name, rules in told.items()
    )
    lines = [
        "# Rules, listed\n",
        "[How to write rules](../../rules.md) says what their keys mean. In examples `[actor: …]` and `[recipient: …]` are what must be "
        "found.\n",
        *table(("type", "rules", "triggers"), rows),
    ]
    pages = {f"reference/rules/{name.lower()}.md": _page(name, rules) for name, rules in told.items()}
    return {"reference/rules/index.md": "\n".join(lines), **pages}


def rules_of(name: str) -> Sequence[Rule]:
    """The rules of a type, or those that make no event by themselves."""
    return [rule for rule in _rulebook().rules if (rule.type or OPERATORS) == name]


def examples_of(rule: Rule) -> list[str]:
    """The examples, with what must be found marked."""
    return [_marked(each) for each in rule.examples]


@cache
def _rulebook() -> RuleBook:
    return load_event_coder(None).rulebook


def _page(name: str, rules: Sequence[Rule]) -> str:
    lines = [f"# Rules: {name}\n"]
    for rule in rules:
        lines += _told(rule)
    return "\n".join(lines)


def _told(rule: Rule) -> Iterator[str]:
    yield f"## {rule.id}\n"
    facts = [f"CAMEO {rule.cameo}" if rule.cameo else "", f"modes {', '.join(rule.modes)}" if rule.modes else ""]
    yield (
        "; ".join(filter(None, [*facts, "triggers: " + ", ".join(f"*{_words(each)}*" for each in rule.triggers)]))
        + ".\n"
    )
    yield from (f"- {each}" for each in examples_of(rule))
    yield from (f"- not: {_marked(each)}" for each in rule.counterexamples)
    yield ""


def _words(trigger: Trigger) -> str:
    """A trigger in the order in which one says it."""
    first, last = trigger.others[: trigger.before], trigger.others[trigger.before :]
    return " ".join((*first, trigger.head, *last))


def _marked(example: Example) -> str:
    text = example.text
    for slot, words in example.marked:
        text = text.replace(words, f"[{slot}: {words}]", 1)
    return text
