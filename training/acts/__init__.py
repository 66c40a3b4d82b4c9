"""The scorer's head: which words tell of an act, and of which type, read off the encoder's states."""
