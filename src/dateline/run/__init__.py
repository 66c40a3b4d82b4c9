"""Runs over many documents: what was coded, skipped and failed."""
