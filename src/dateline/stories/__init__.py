"""Many reports, one event: near-duplicates, stories, and events merged across documents."""
