"""The codebook of the ontology: types with their modes and the examples of their rules, contexts, sectors."""

from collections.abc import Iterator

from dateline.coding.coder import shipped
from dateline.export import codes
from dateline.export.codebook import meanings, table
from dateline.resources.ontology import EventType, load_ontology
from docs.generate.rules import examples_of, rules_of

SHOWN = 5
"""Examples of a type; the page of its rules has them all."""


def ontology() -> str:
    """The codebook without counts: `dateline export codebook` makes one with those of your data."""
    known = load_ontology(shipped("ontology/plover.yaml"))
    lines = [
        "# Codebook\n",
        "The types, modes, contexts and sectors of PLOVER, draft 2.0 (Open Event Data Alliance, CC BY-SA 4.0), as Dateline codes "
        "them, with examples from its rules. `dateline export codebook` writes one with the counts of your data.\n",
    ]
    for kind in known.types.values():
        lines += _type(kind)
    lines += ["## Contexts\n", "What it was about.\n"]
    lines += table(
        ("context", "what it is"), ((f"`{each}`", _meaning("context", each)) for each in sorted(known.contexts))
    )
    lines += ["## Sectors\n", "Who acts or is acted upon.\n"]
    lines += table(("sector", "who"), ((f"`{code}`", codes.sector(code).name) for code in codes.sectors()))
    return "\n".join(lines)


def _type(kind: EventType) -> Iterator[str]:
    needs = "required" if kind.needs_recipient else "optional"
    yield f"## {kind.code}\n"
    quad = f"Quad class {kind.quad} ({codes.QUADS[kind.quad - 1]})"
    yield f"{_meaning('type', kind.code)}. {quad}, score {kind.score:g}, CAMEO {kind.cameo}, recipient {needs}."
    yield f"[More](../events/{kind.code.lower()}.md), [rules](rules/{kind.code.lower()}.md).\n"
    if kind.modes:
        rows = (
            (f"`{mode}`", f"{score:g}", _meaning("mode", f"{kind.code} {mode}")) for mode, score in kind.modes.items()
        )
        yield from table(("mode", "score", "what it is"), rows)
    yield from (f"- {examples_of(rule)[0]}" for rule in rules_of(kind.code)[:SHOWN])
    yield ""


def _meaning(kind: str, code: str) -> str:
    return meanings()[kind, code]
