"""From a parse to its attributions: cues, their sources and contents, what goes on, what is denied."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dateline.annotate.attributions.announced import announced
from dateline.annotate.attributions.contents import contents_of
from dateline.annotate.attributions.continued import continued
from dateline.annotate.attributions.cues import Cue, cues_in
from dateline.annotate.attributions.denials import with_denials
from dateline.annotate.attributions.quoted import Quoted
from dateline.annotate.attributions.sources import said_by, sources_of
from dateline.model import Attribution, Document, Span, Status
from dateline.nlp.spans import span_of

_FEELINGS = frozenset(f"attribution.{kind}" for kind in ("attitude", "adjective", "noun", "oblique", "hedge"))
_TALKING = frozenset({"i", "we", "you"})


@dataclass(frozen=True, slots=True)
class AttributionAnnotator:
    """Sources, cues and contents, in the order of their contents; `status_of` says whether a cue's act happened."""

    status_of: Callable[[Token], Status]
    needs: tuple[str, ...] = ("sections", "parse")
    gives: str = "attributions"

    def __call__(self, document: Document) -> Document:
        assert document.parse is not None
        quoted = Quoted(document.parse, document.text)
        shown = [found for cue in cues_in(document.parse) for found in _shown_by(cue, quoted, self.status_of)]
        shown = [found for found in shown if not _is_speaker_of_it(found, quoted)]
        shown += announced(shown, quoted)
        shown = [found for found in shown if _is_voice(found, shown)]
        found = with_denials([*shown, *continued(shown, quoted)], document.parse)
        found.sort(key=lambda each: (each.content.start, each.content.end))
        return replace(document, attributions=tuple(found))


def _shown_by(cue: Cue, quoted: Quoted, status_of: Callable[[Token], Status]) -> Iterator[Attribution]:
    contents = [each for each in contents_of(cue, quoted) if len(each)]
    if not contents:
        return
    beside = any(quoted.kind_of(each) == "direct" for each in contents)
    sources: list[Token | None] = [*sources_of(cue, beside)]
    for source in sources or [None]:
        for content in contents:
            kind = quoted.kind_of(content)
            said, head = (said_by(source, cue.word), span_of(source)) if source is not None else (None, None)
            rule, told = f"attribution.{cue.takes}", _less_source(content, said, quoted.text)
            presumes, status = cue.is_also("factive"), status_of(cue.word)
            yield Attribution(said, cue.span, told, kind, rule, head, presumes=presumes, status=status)


def _less_source(content: Span, source: Span | None, text: str) -> Span:
    """The content without its own source at the end, which the parser took for an apposition."""
    if source is None or source.end != content.end or source.start <= content.start:
        return content
    return Span(content.start, content.start + len(text[content.start : source.start].rstrip(" ,")))


def _is_voice(found: Attribution, shown: Sequence[Attribution]) -> bool:
    """Whether it speaks: within what one voice says, the wishes and feelings told of others are that voice's words."""
    cue = found.cue
    if cue is None or not (found.presumes or found.rule in _FEELINGS):
        return True
    return not any(each.cue != cue and each.rule not in _FEELINGS and each.content.covers(cue) for each in shown)


def _is_speaker_of_it(found: Attribution, quoted: Quoted) -> bool:
    """Whether it is `I think` or `you say` within a quotation: the speaker's own, who has said it already."""
    source: Span | None = found.source
    if source is None or source.of(quoted.text).lower() not in _TALKING:
        return False
    return any(quote.covers(source) for quote in quoted.quotes)
