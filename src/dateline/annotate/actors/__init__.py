"""The layer of actors: what each chain refers to."""

from dateline.annotate.actors.annotator import ActorAnnotator

__all__ = ["ActorAnnotator"]
