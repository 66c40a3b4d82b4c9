"""The stages as one plain list."""

from collections.abc import Callable
from pathlib import Path

from dateline.annotate.actors import ActorAnnotator
from dateline.annotate.attributions import AttributionAnnotator
from dateline.annotate.chains import ChainAnnotator
from dateline.annotate.mentions import MentionAnnotator
from dateline.annotate.parse import ParseAnnotator
from dateline.annotate.places import PlaceAnnotator
from dateline.annotate.sections import SectionAnnotator
from dateline.annotate.times import TimeAnnotator
from dateline.coding.coder import EventCoder, load_event_coder
from dateline.coding.traces import SentenceTrace
from dateline.config import Settings
from dateline.model import Document
from dateline.nlp.language import LanguageModel
from dateline.stage import Annotator, BatchAnnotator, Stage, compose


def build(settings: Settings) -> Stage:
    """The whole coder: loads the language model, the tables and the rules."""
    return compose([*_parsing(settings), *_reading(), _coding(settings)])


def build_parser(settings: Settings) -> Stage:
    """Sections and parse alone."""
    return compose(_parsing(settings))


def build_explainer(settings: Settings) -> tuple[Stage, Callable[[Document], tuple[SentenceTrace, ...]]]:
    """The whole coder, and what tells how a document that it coded came by its events."""
    coder = _coding(settings)
    return compose([*_parsing(settings), *_reading(), coder]), coder.explain


def _parsing(settings: Settings) -> list[Annotator | BatchAnnotator]:
    model = LanguageModel(_path(settings.model), settings.threads)
    return [SectionAnnotator(), ParseAnnotator(model)]


def _reading() -> list[Annotator | BatchAnnotator]:
    return [
        MentionAnnotator(),
        ChainAnnotator(),
        TimeAnnotator(),
        PlaceAnnotator(),
        ActorAnnotator(),
        AttributionAnnotator(),
    ]


def _coding(settings: Settings) -> EventCoder:
    return load_event_coder(_path(settings.rules), _path(settings.ontology))


def _path(setting: str) -> Path | None:
    return Path(setting) if setting else None
