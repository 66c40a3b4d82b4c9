"""The annotated corpus: the notation its authors write, the checks it must pass, the JSON lines it is published as."""
