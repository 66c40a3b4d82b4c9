"""Layers, one a file; annotators are strangers to each other."""
