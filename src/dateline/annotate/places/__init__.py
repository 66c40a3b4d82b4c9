"""The layer of places."""

from dateline.annotate.places.annotator import PlaceAnnotator

__all__ = ["PlaceAnnotator"]
