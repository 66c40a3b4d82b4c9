"""The stages as one plain list."""

from dataclasses import dataclass
from pathlib import Path

from dateline import __version__
from dateline.annotate.actors import ActorAnnotator
from dateline.annotate.attributions import AttributionAnnotator
from dateline.annotate.chains import ChainAnnotator
from dateline.annotate.mentions import MentionAnnotator
from dateline.annotate.parse import ParseAnnotator
from dateline.annotate.places import PlaceAnnotator
from dateline.annotate.relations import RelationAnnotator
from dateline.annotate.sections import SectionAnnotator
from dateline.annotate.times import TimeAnnotator
from dateline.coding.coder import EventCoder, load_event_coder, rule_folders
from dateline.config import Settings
from dateline.knowledge.tables import use_own_folder
from dateline.model import CoderInfo
from dateline.nlp.language import LanguageModel
from dateline.resources.digest import digest_of
from dateline.stage import Annotator, BatchAnnotator, Stage, compose


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The whole coder as one stage, its parse alone as another, and the event coder, which can explain itself.

    `identity` tells what made a record.
    """

    code: Stage
    parse: Stage
    coder: EventCoder
    identity: CoderInfo


def build(settings: Settings) -> Pipeline:
    """Loads the language model, the tables and the rules, and puts the stages in a row."""
    own = Path(settings.knowledge) if settings.knowledge else None
    use_own_folder(own)
    model = LanguageModel(Path(settings.model) if settings.model else None, settings.threads)
    rules = Path(settings.ontology) if settings.ontology else None
    coder = load_event_coder(rules, model=None if settings.rules_only else model)
    status_of = coder.tools.factualities.status_of
    steps: list[Annotator | BatchAnnotator] = [
        SectionAnnotator(),
        ParseAnnotator(model),
        MentionAnnotator(),
        ChainAnnotator(),
        ActorAnnotator(),
        TimeAnnotator(),
        PlaceAnnotator(),
        AttributionAnnotator(status_of),
        RelationAnnotator(status_of),
        coder,
    ]
    name = f"{model.name}, rules only" if settings.rules_only else model.name
    digest = digest_of(*rule_folders(rules), *([own] if own else []))
    identity = CoderInfo(__version__, coder.ontology.name, name, digest)
    return Pipeline(code=compose(steps), parse=compose(steps[:2]), coder=coder, identity=identity)
