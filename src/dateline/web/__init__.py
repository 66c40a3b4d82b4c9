"""The newsroom: pages and an API over a database of events, for people who look, question and correct."""
