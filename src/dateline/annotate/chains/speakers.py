"""Sieves for the first and second person: in quotations, in interviews, in an article of one's own."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.annotate.chains.items import Item
from dateline.annotate.chains.links import Links
from dateline.annotate.chains.quoted import speakers_of
from dateline.annotate.paragraphs import paragraphs_of
from dateline.model import Span
from dateline.nlp.quotations import quotations

_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
_SECOND = frozenset({"you", "your", "yours", "yourself", "yourselves"})
_SEVERAL = frozenset({"group", "body", "place", "people"})
_ASKING = 3
"""Questions that make an article an interview."""
_TALK = frozenset({"interview", "speak", "talk", "chat", "sit", "catch", "conversation", "question", "ask"})


def quoted_speakers(links: Links) -> None:
    """`I` in a quotation is its speaker; `we` a body or group that speaks, and one in all that a speaker says."""
    spoken: dict[int, list[Item]] = defaultdict(list)
    for item in links.pronouns:
        if item.quote is not None:
            spoken[item.quote].append(item)
    speakers = speakers_of(links, quotations(links.document.text)) if spoken else []
    groups: dict[int, Item] = {}
    for number, items in spoken.items():
        speaker = speakers[number]
        singular, plural, second = (_among(items, words) for words in (_SINGULAR, _PLURAL, _SECOND))
        _join_all(links, second, "chain.addressed")
        if speaker is None:
            _join_all(links, singular, "chain.speaker")
            _join_all(links, plural, "chain.speakers")
        else:
            if speaker.kind not in ("group", "body", "place"):
                _join_all(links, [speaker, *singular], "chain.speaker")
            if plural:
                own = speaker if speaker.kind in _SEVERAL else groups.setdefault(links.root(speaker), plural[0])
                _join_all(links, [own, *plural], "chain.speakers")


def unquoted_speakers(links: Links) -> None:
    """Outside quotations `I` is the author, or in an interview whoever answers, who is `you` in the questions."""
    items = [item for item in links.pronouns if item.quote is None and item.word in _SINGULAR | _PLURAL | _SECOND]
    if not items:
        return
    turns = list(_turns(links.document.text, items))
    if sum(turn.is_question for turn in turns) >= _ASKING and any(turn.asks for turn in turns):
        _interview(links, turns)
    else:
        _join_all(links, _among(items, _SINGULAR), "chain.author")
    for turn in turns:
        _join_all(links, _among(turn.items, _PLURAL), "chain.speakers")
        _join_all(links, _among(turn.items, _SECOND), "chain.addressed")


@dataclass(frozen=True, slots=True)
class _Turn:
    """A paragraph with its pronouns of the first and second person; `asks` where it puts a question to somebody."""

    span: Span
    items: Sequence[Item]
    is_question: bool

    @property
    def asks(self) -> bool:
        return self.is_question and bool(_among(self.items, _SECOND))


def _turns(text: str, items: Sequence[Item]) -> Iterable[_Turn]:
    waiting = sorted(items, key=lambda item: item.place)
    for paragraph in paragraphs_of(text):
        own = [item for item in waiting if paragraph.covers(item.mention.head)]
        yield _Turn(paragraph, own, paragraph.of(text).endswith("?"))


def _interview(links: Links, turns: Sequence[_Turn]) -> None:
    begins = next(turn.span.start for turn in turns if turn.asks)
    later = [turn for turn in turns if turn.span.start >= begins]
    asked = [item for turn in later if turn.is_question for item in _among(turn.items, _SECOND)]
    answers = [item for turn in later if not turn.is_question for item in turn.items]
    answering = [*asked, *_among(answers, _SINGULAR)]
    _join_all(links, answering, "chain.interview")
    _join_all(links, _among(answers, _PLURAL), "chain.speakers")
    if (named := _interviewed(links, begins)) is not None:
        links.join(named, answering[0], "chain.interview")


def _interviewed(links: Links, begins: int) -> Item | None:
    """The one person whom the introduction says to have been spoken with, else speaks of most."""
    people = [item for item in links.people if item.mention.head.start < begins]
    if (named := links.only(item for item in people if _is_interviewed(item))) is not None:
        return named
    counts = Counter(links.root(item) for item in people if item.link != "compound").most_common(2)
    clear = counts and counts[0][1] > 1 and (len(counts) == 1 or counts[0][1] > counts[1][1])
    return links.items[counts[0][0]] if clear else None


def _is_interviewed(item: Item) -> bool:
    word = item.head.head if item.link in ("appos", "flat") else item.head
    return word.dep_ in ("obj", "obl", "nmod", "nsubj:pass") and word.head.lemma_.lower() in _TALK


def _among(items: Iterable[Item], words: frozenset[str]) -> list[Item]:
    return [item for item in items if item.word in words]


def _join_all(links: Links, items: Sequence[Item], rule: str) -> None:
    for one, other in pairwise(items):
        links.join(one, other, rule)
