"""How the language model is trained; not part of the wheel."""

from pathlib import Path

WEIGHTS = Path("src/dateline/nlp/weights")
"""Where the shipped network lies."""
