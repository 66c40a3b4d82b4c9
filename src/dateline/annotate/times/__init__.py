"""Times: expressions of date, time, duration and repetition, with their values and the days they cover."""

from dateline.annotate.times.annotator import TimeAnnotator

__all__ = ["TimeAnnotator"]
