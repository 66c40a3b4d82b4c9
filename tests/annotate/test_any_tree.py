"""Every annotator of names, actors, times, places and sources gets through any tree that a parser may draw."""

from hypothesis import given, settings
from spacy.tokens import Doc

from dateline.annotate.actors import ActorAnnotator
from dateline.annotate.attributions import AttributionAnnotator
from dateline.annotate.chains import ChainAnnotator
from dateline.annotate.mentions import MentionAnnotator
from dateline.annotate.places import PlaceAnnotator
from dateline.annotate.times import TimeAnnotator
from tests.make import document
from tests.nlp.test_syntax import trees

STEPS = (
    MentionAnnotator(), ChainAnnotator(), ActorAnnotator(), TimeAnnotator(), PlaceAnnotator(), AttributionAnnotator(lambda _: "actual"),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(trees())
def test_layers_hold_together_on_any_tree(parse: Doc) -> None:
    given_document = document(parse)
    for step in STEPS:
        given_document = step(given_document)
    mentions, chains = given_document.mentions or (), given_document.chains or ()
    chained = [span for chain in chains for span in chain.mentions]
    assert sorted(chained) == sorted(mention.span for mention in mentions)
    assert {actor.chain_id for actor in given_document.actors or ()} <= {chain.id for chain in chains}
    assert all(mention.span.covers(mention.head) for mention in mentions)
