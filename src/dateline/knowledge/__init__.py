"""What is known before reading: states, organisations, offices and who held them, roles, places."""
