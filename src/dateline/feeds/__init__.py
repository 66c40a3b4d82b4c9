"""News as it is published: feeds, and the pages that they link."""
