"""The review desk: one decision a screen, differences to rule on, and what reviews tell."""

from typing import Annotated, Any, get_args
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from dateline.analysis.reviewing import field_agreement, gold_scores, precisions
from dateline.errors import UsageError
from dateline.model import Status
from dateline.store.reviewing import Decision, Draw, choose, decide, draw, make_gold, take_back
from dateline.store.reviews import CHOSEN, SAMPLINGS, Item, differing, items_in, next_item, reviews_in, standing
from dateline.web.marks import marks_of
from dateline.web.newsroom import Database, Room
from dateline.web.rendering import render
from dateline.web.sentences import sentence_of

router = APIRouter()
Word = Annotated[str, Form()]
LISTS = ("actor", "recipient")


@router.get("/review")
def entrance(request: Request, reader: Database) -> Response:
    """Who one is and what one reviews; what is drawn and judged so far."""
    items, judged = items_in(reader), {each.key for each in standing(reviews_in(reader)) if each.verdict != "skip"}
    drawn = {
        mode: (
            len(of_mode := [each for each in items if each.sampling == mode]),
            sum(each.key in judged for each in of_mode),
        )
        for mode in SAMPLINGS
    }
    return render(request, "review.html", drawn=drawn)


@router.post("/review/draw")
def add(newsroom: Room, sampling: Word = "random", size: Annotated[int, Form(ge=1, le=10_000)] = 50,
        double: Annotated[int, Form(ge=0, le=100)] = 20, seed: Annotated[int, Form()] = 1) -> Response:  # fmt: skip
    """Draws items; `double` is the share, in per cent, that two judge."""
    with newsroom.writing() as database:
        draw(database, Draw(sampling, size, double / 100, seed))
    return RedirectResponse("/review", 303)


@router.post("/events/{id}/correct")
def correct(newsroom: Room, id: str, reviewer: Word = "") -> Response:
    """Leads to the desk with this very event."""
    if not reviewer.strip():
        raise UsageError("a correction carries a name; give yours beside the button")
    with newsroom.writing() as database:
        event, _, sampling = choose(database, id)
    return _to_desk(reviewer.strip(), sampling, event)


@router.get("/review/desk")
def desk(request: Request, newsroom: Room, reader: Database, reviewer: Annotated[str, Query(max_length=80)] = "",
         sampling: str = "random", item: str = "") -> Response:  # fmt: skip
    """The next decision, or the one that was taken back; nothing of what others said is on it."""
    if not reviewer.strip():
        raise UsageError("reviews carry a name; give yours on the page before")
    items, reviews = items_in(reader, sampling), reviews_in(reader)
    again = next((each for each in items if each.key[0] == item), None)
    found = again or next_item(items, reviews, reviewer)
    done = sum(each.reviewer == reviewer and each.key[2] == sampling for each in standing(reviews))
    return render(
        request, "review_desk.html", reviewer=reviewer, sampling=sampling, item=found, done=done,
        sentence=found and sentence_of(found.record, marks_of(found.record)), statuses=get_args(Status),
        types=list(newsroom.ontology.types), parties=found and _parties(found),
    )  # fmt: skip


@router.post("/review/desk")
def say(newsroom: Room, reviewer: Word, sampling: Word, event: Word, coder: Word, verdict: Word, field: Word = "",
        value: Word = "", gold: Word = "") -> Response:  # fmt: skip
    """Writes a decision and leads to the next item."""
    key = (event, coder, sampling)
    decision = Decision(reviewer, verdict, _correction(verdict, field, value.strip()))
    with newsroom.writing() as database:
        decide(database, key, decision, newsroom.ontology)
        if gold:
            make_gold(database, key, {"verdict": verdict, "correction": dict(decision.correction)})
    if sampling == CHOSEN and verdict not in ("missed", "reject"):
        return RedirectResponse(f"/events/{event}", 303)
    return _to_desk(reviewer, sampling, event if verdict == "missed" else "")


@router.post("/review/undo")
def undo(newsroom: Room, reviewer: Word, sampling: Word) -> Response:
    """Takes the reviewer's last decision back and shows its item again."""
    with newsroom.writing() as database:
        key = take_back(database, reviewer, sampling, newsroom.ontology)
    return _to_desk(reviewer, sampling, key[0] if key else "")


@router.get("/review/differences")
def differences(request: Request, reader: Database, reviewer: str = "") -> Response:
    """Items on which two differ, for a third to rule on."""
    found = differing(items_in(reader), reviews_in(reader))
    shown = [(item, sentence_of(item.record, marks_of(item.record)), said) for item, said in found]
    return render(request, "review_differences.html", found=shown, reviewer=reviewer)


@router.post("/review/differences")
def rule(newsroom: Room, reviewer: Word, key: Word, review: Word) -> Response:
    """Takes the side of one of the reviews."""
    event, coder, sampling = (*key.split(" "), "", "", "")[:3]
    with newsroom.reader() as reader:
        sides = [each for each in reviews_in(reader) if each.id == review and each.key == (event, coder, sampling)]
    if not sides:
        raise UsageError("this review is not one of the item's")
    with newsroom.writing() as database:
        decision = Decision(reviewer, sides[0].verdict, sides[0].correction, is_adjudication=True)
        decide(database, sides[0].key, decision, newsroom.ontology)
    return RedirectResponse("/review/differences?" + urlencode({"reviewer": reviewer}), 303)


@router.get("/review/figures")
def figures(request: Request, reader: Database) -> Response:
    """Agreement and precision."""
    items, reviews = items_in(reader), reviews_in(reader)
    return render(
        request, "review_figures.html", agreement=field_agreement(items, reviews), precisions=precisions(items, reviews),
        gold=gold_scores(items, reviews),
    )  # fmt: skip


def _correction(verdict: str, field: str, value: str) -> dict[str, Any]:
    if verdict == "missed":
        if not value:
            raise UsageError("select the words of the event that was missed")
        return {"text": value}
    if verdict != "correct":
        return {}
    return {field: ([value] if value else []) if field in LISTS else value}


def _parties(item: Item) -> list[str]:
    """Those of the record, to pick from."""
    record = item.record
    sources = [each["source"] for each in record["attribution"] if each["source"]]
    return list(dict.fromkeys(one["name"] or one["text"] for one in (*record["actor"], *record["recipient"], *sources)))


def _to_desk(reviewer: str, sampling: str, item: str) -> Response:
    asked = {"reviewer": reviewer, "sampling": sampling, **({"item": item} if item else {})}
    return RedirectResponse("/review/desk?" + urlencode(asked), 303)
