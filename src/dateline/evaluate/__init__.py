"""Gold data and what the coder makes of it."""
