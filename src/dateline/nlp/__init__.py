"""The language model, and the questions that rules ask of its parses."""
