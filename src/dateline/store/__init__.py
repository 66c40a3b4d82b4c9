"""Databases of documents, events and failures."""
