"""The event coder: from a document's layers to its events."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import cast

from dateline.coding.contexts import load_contexts
from dateline.coding.factuality import Factualities
from dateline.coding.merging import merged
from dateline.coding.questions import Questions
from dateline.coding.scorer import Scorer, load_calibration
from dateline.coding.sentences import Coded, SentenceReader, Tools
from dateline.coding.traces import SentenceTrace
from dateline.coding.triggers import Triggers
from dateline.errors import UsageError
from dateline.model import Document, Section, Sentence, Span, Status
from dateline.nlp.language import LanguageModel
from dateline.nlp.spans import span_of
from dateline.nlp.syntax import sentence_of
from dateline.resources.ontology import Ontology, load_ontology
from dateline.resources.rulefiles import load_rules
from dateline.resources.rules import RuleBook

PROMOTIONAL = "promotional line"


@dataclass(frozen=True, slots=True)
class EventCoder:
    """Adds the `events` layer, and what became of each sentence."""

    tools: Tools
    rulebook: RuleBook
    ontology: Ontology
    needs: tuple[str, ...] = ("sections", "parse", "mentions", "chains", "actors", "times", "places", "attributions")
    gives: str = "events"

    def __call__(self, document: Document) -> Document:
        read = tuple(self._coded(document))
        events = {event.id: event for coded in read for event in coded.events}
        sentences = tuple(Sentence(coded.trace.span, coded.trace.reason) for coded in read)
        return replace(document, events=merged(events.values()), sentences=sentences)

    def explain(self, document: Document) -> tuple[SentenceTrace, ...]:
        """For each sentence what triggered, what filled the slots, and why there is no event."""
        return tuple(coded.trace for coded in self._coded(document))

    def _coded(self, document: Document) -> Iterator[Coded]:
        assert document.parse is not None
        reader = SentenceReader(document, self.tools)
        sentences = [sentence for sentence in document.parse.sents if sentence.text.strip()]
        for index, sentence in enumerate(sentences):
            span = span_of(sentence_of(sentence.root))
            section = section_at(document, span)
            if section is not None and section.kind == "promo":
                yield Coded((), SentenceTrace(span, index, (), PROMOTIONAL))
            else:
                yield reader.read(sentence, index, section)


def section_at(document: Document, span: Span) -> Section | None:
    """The section that a sentence stands in."""
    return next((section for section in document.sections or () if section.span.overlaps(span)), None)


def load_event_coder(
    rules: Path | None = None, ontology: Path | None = None, model: LanguageModel | None = None
) -> EventCoder:
    """The coder with the rules of a folder and the ontology of a file, by default those that ship with Dateline.

    `model` reads for acts; without one rules alone decide.

    Raises ResourceError for the first thing that is wrong in them.
    """
    folders = rule_folders(rules)
    known = load_ontology(ontology or ontology_file(folders))
    book = load_rules(folders, known)
    contexts = [folder / "contexts.yaml" for folder in folders if (folder / "contexts.yaml").exists()]
    questions = Questions(book.words("light-verbs"), book.words("motion-verbs"), book.words("bearing-verbs"))
    tools = Tools(
        ontology=known,
        triggers=Triggers(book.rules),
        cues=book.cues,
        questions=questions,
        factualities=Factualities(_status_words(book), questions),
        contexts=load_contexts(contexts[-1], known),
        scorer=Scorer(model.acts, book.proposed, load_calibration(model.calibration)) if model else None,
    )
    return EventCoder(tools, book, known)


def ontology_file(folders: Sequence[Path]) -> Path:
    """The ontology that rules of these folders are written for: the last one's own, or the one that ships with Dateline."""
    own = [folder / "ontology.yaml" for folder in folders if (folder / "ontology.yaml").exists()]
    return own[-1] if own else shipped("ontology/plover.yaml")


def rule_folders(own: Path | None = None) -> list[Path]:
    """The packaged rules and a user's that extend them, or the user's alone where it brings frames of its own."""
    if own is None:
        return [shipped("en")]
    if not own.is_dir():
        raise UsageError(f"there is no folder of rules {own}")
    return [own] if (own / "frames.yaml").exists() else [shipped("en"), own]


def shipped(name: str) -> Path:
    """The path of a resource that ships with Dateline."""
    return Path(str(files("dateline") / "resources")) / name


def _status_words(book: RuleBook) -> dict[Status, frozenset[str]]:
    """Lexicons named `status-planned` and the like."""
    prefix = "status-"
    return {
        cast(Status, name[len(prefix) :]): words for name, words in book.lexicons.items() if name.startswith(prefix)
    }
