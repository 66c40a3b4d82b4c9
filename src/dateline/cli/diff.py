"""`dateline diff`: what a newer coder changed."""

import json
import sys
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.answers import SHOWN, Database, print_table
from dateline.cli.inputs import Json

if TYPE_CHECKING:
    from dateline.store.diff import Comparison, Outcome, Summary

_OUTCOMES: "tuple[Outcome, ...]" = ("gone", "new", "changed", "same")


def diff(
    older: Annotated[str, typer.Argument(metavar="OLDER", help="A run, by the beginning of its id.")],
    newer: Annotated[str, typer.Argument(metavar="NEWER", help="Another run.")],
    db: Database,
    as_json: Json = False,
) -> None:
    """Show which events are gone, which are new and which changed from one run to another, in what fields."""
    from dateline.store.diff import Summary, comparisons
    from dateline.store.reading import open_reader
    from dateline.store.runs import run_named

    summary, shown = Summary(Counter(), Counter()), list["Comparison"]()
    with open_reader(db) as reader:
        one, other = run_named(reader, older), run_named(reader, newer)
        for each in comparisons(reader, one.id, other.id):
            summary.add(each)
            if as_json:
                _print_json(each)
            elif each.outcome != "same" and len(shown) < SHOWN:
                shown.append(each)
    if not as_json:
        _print(summary, shown)


def _print_json(each: "Comparison") -> None:
    if each.outcome == "same":
        return
    sides = {name: {"before": _at(each.before, name), "after": _at(each.after, name)} for name in each.fields}
    line = {"document_id": each.document_id, "outcome": each.outcome, "id": each.record["id"], "fields": sides}
    whole = {} if each.fields else {"record": each.record}
    sys.stdout.write(json.dumps({**line, **whole}, ensure_ascii=False) + "\n")


def _at(record: Mapping[str, Any] | None, name: str) -> object:
    return record.get(name) if record else None


def _print(summary: "Summary", shown: "list[Comparison]") -> None:
    types = sorted({kind for kind, _ in summary.types})
    counts = [[kind, *(str(summary.types[kind, outcome]) for outcome in _OUTCOMES)] for kind in types]
    totals = [str(sum(summary.types[kind, outcome] for kind in types)) for outcome in _OUTCOMES]
    print_table(["type", *_OUTCOMES], [*counts, ["all", *totals]])
    if summary.fields:
        print_table(["field", "changed"], [[name, str(count)] for name, count in summary.fields.most_common()])
    for each in shown:
        print(_line(each))
    changes = sum(count for (_, outcome), count in summary.types.items() if outcome != "same")
    if changes > len(shown):
        print(f"the first {len(shown)} of {changes} changes; --json gives all", file=sys.stderr)


def _line(each: "Comparison") -> str:
    words = each.record["trigger"]["text"]
    fields = "".join(f"; {name}: {_short(each.before, name)} → {_short(each.after, name)}" for name in each.fields)
    return f"{each.outcome} {each.document_id} {each.record['event']} “{words}”{fields}"


def _short(record: Mapping[str, Any] | None, name: str) -> str:
    """What a person asks of a field first: names and days, not spans."""
    value = _at(record, name)
    if isinstance(value, list):
        return ", ".join(map(_word, value)) or "none"
    return _word(value)


def _word(value: object) -> str:
    if not isinstance(value, dict):
        return "none" if value is None else str(value)
    if "source" in value:
        return _word(value["source"])
    known = (value.get(key) for key in ("name", "start", "status", "text"))
    return next((str(each) for each in known if each is not None), json.dumps(value, ensure_ascii=False))
