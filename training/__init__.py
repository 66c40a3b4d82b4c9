"""How the language model is trained; not part of the wheel."""
