"""From layers to events: triggers, participants, operators, factuality."""
