"""Relations: what a text shows of the political world, from titles and from words that tell of bonds."""

from dateline.annotate.relations.annotator import RelationAnnotator

__all__ = ["RelationAnnotator"]
