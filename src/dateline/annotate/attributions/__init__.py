"""Attributions: who says so, shown by which cue, for which stretch of text."""

from dateline.annotate.attributions.annotator import AttributionAnnotator

__all__ = ["AttributionAnnotator"]
