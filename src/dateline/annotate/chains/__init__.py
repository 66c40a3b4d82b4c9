"""Chains: which mentions speak of one thing, by rules that abstain where a text leaves it open."""

from dateline.annotate.chains.annotator import ChainAnnotator

__all__ = ["ChainAnnotator"]
