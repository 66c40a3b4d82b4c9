"""Data with its loaders: ontologies, rules, tables, lexicons."""
