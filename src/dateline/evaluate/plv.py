"""Sentences with one actor, one recipient and the PLOVER type between them (the PLV sets of Zero-Shot PLOVER)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.evaluate.gold import Case, Fields, Form, one_of, words
from dateline.evaluate.measures import NOTHING, Labels, accuracy, confusion, macro_f1, mean, share, type_scores
from dateline.evaluate.parties import acting, meets, receiving
from dateline.evaluate.report import Fault, Report, estimates
from dateline.model import Document, Event, Span

YIELD = "YIELD"
FOLDED = {"CONCEDE": YIELD, "RETREAT": YIELD}
"""Types that these sets do not tell apart."""
FOLDED_QUADS = {YIELD: 2}
"""The quad class that a folded type has in these sets, whichever of its parts was coded."""

_MARK = re.compile(r"<(/?)([st])>")
_Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class PlvSentence:
    """A sentence, its type and quad, and where its parties stand; one that it does not name has no span."""

    document: Document
    type: str
    quad: int
    actor: _Spans
    recipient: _Spans


def read(fields: Fields) -> PlvSentence:
    """The sentence of one line; the tags of `marked`, s for the actor and t for the recipient, tell the spans."""
    text = words(fields, "text")
    plain, actor, recipient = _unmarked(words(fields, "marked"))
    if plain != text:
        raise ValueError("its marked text without the tags is not its text")
    type = words(fields, "type")
    document = Document(words(fields, "id"), text)
    return PlvSentence(document, FOLDED.get(type, type), one_of(fields, "quad", (1, 2, 3, 4)), actor, recipient)


def score(cases: Sequence[Case[PlvSentence]]) -> Report:
    """Type and quad of the event chosen in each sentence, and whether type and pair were found together.

    Of a pair that the sentence does not name whole, no triple can be found.
    """
    chosen = [choose(case) for case in cases]
    types = _types(cases, chosen)
    quads = _quads(cases, chosen)
    measures = {
        "type accuracy": accuracy(types),
        "type macro-F1": macro_f1(types),
        "quad accuracy": accuracy(quads),
        "quad macro-F1": macro_f1(quads),
        "triple recall": share([has_triple(case) for case in cases]),
        "nothing coded": share([not case.events for case in cases]),
        "events a sentence": mean([len(case.events) for case in cases]),
    }
    faults = [_fault(case, event) for case, event in zip(cases, chosen, strict=True)]
    return Report(
        form=FORM.name,
        sentences=len(cases),
        figures=estimates(measures, len(cases)),
        faults=tuple(fault for fault in faults if fault),
        types=type_scores(types),
        confusion=confusion(types),
    )


def choose(case: Case[PlvSentence]) -> Event | None:
    """The first event with most of the pair: both, else either, else none of it."""
    return max(case.events, key=lambda event: sum(_met(case.gold, event)), default=None)


def has_triple(case: Case[PlvSentence]) -> bool:
    """Whether some event has the type and both parties."""
    return any(folded(event) == case.gold.type and all(_met(case.gold, event)) for event in case.events)


def folded(event: Event) -> str:
    """The type of an event as these sets know it."""
    return FOLDED.get(event.type, event.type)


def _met(gold: PlvSentence, event: Event) -> tuple[bool, bool]:
    """Whether the event has the actor, and whether it has the recipient."""
    return meets(acting(event), gold.actor), meets(receiving(event), gold.recipient)


def _types(cases: Sequence[Case[PlvSentence]], chosen: Sequence[Event | None]) -> Labels:
    coded = (folded(event) if event else NOTHING for event in chosen)
    return [(case.gold.type, type) for case, type in zip(cases, coded, strict=True)]


def _quads(cases: Sequence[Case[PlvSentence]], chosen: Sequence[Event | None]) -> Labels:
    coded = (str(FOLDED_QUADS.get(folded(event), event.quad)) if event else NOTHING for event in chosen)
    return [(str(case.gold.quad), quad) for case, quad in zip(cases, coded, strict=True)]


def _fault(case: Case[PlvSentence], chosen: Event | None) -> Fault | None:
    kind = _kind(case, chosen)
    if kind is None:
        return None
    gold, text = case.gold, case.gold.document.text
    parties = {
        "actor": [span.of(text) for span in gold.actor],
        "recipient": [span.of(text) for span in gold.recipient],
    }
    return Fault(gold.document, kind, {"type": gold.type, "quad": gold.quad, **parties}, case.events)


def _kind(case: Case[PlvSentence], chosen: Event | None) -> str | None:
    """What is wrong with the sentence, or None."""
    if chosen is None:
        return "nothing coded"
    met = sum(_met(case.gold, chosen))
    if folded(chosen) != case.gold.type:
        return f"wrong type, {('neither party', 'one party', 'both parties')[met]}"
    return None if has_triple(case) else f"right type, {('neither party', 'one party')[met]}"


def _unmarked(marked: str) -> tuple[str, _Spans, _Spans]:
    """The text without its tags, and the spans between those of each kind."""
    text, opened = "", dict[str, int]()
    spans: dict[str, list[Span]] = {"s": [], "t": []}
    *tagged, rest = _pieces(marked)
    for words_before, closes, kind in tagged:
        text += words_before
        if closes and kind not in opened:
            raise ValueError(f"its marked text closes <{kind}> before it opens it")
        if closes:
            spans[kind].append(Span(opened.pop(kind), len(text)))
        else:
            opened[kind] = len(text)
    if opened:
        raise ValueError(f"its marked text never closes <{next(iter(opened))}>")
    return text + rest[0], tuple(spans["s"]), tuple(spans["t"])


def _pieces(marked: str) -> list[tuple[str, str, str]]:
    """Text, slash and letter of the tag after it; the last piece has no tag."""
    parts = [*_MARK.split(marked), "", ""]
    return list(zip(parts[::3], parts[1::3], parts[2::3], strict=True))


FORM = Form("plv", frozenset({"id", "text", "marked", "type", "quad"}), read, score)
