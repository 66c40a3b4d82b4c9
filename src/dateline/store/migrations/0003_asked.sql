-- What questions choose events by, beside the events, so that choosing reads neither documents nor records. `is_last` is true of what
-- the run found that coded the document last; words are names in small letters, each between two signs of the separator (31).
ALTER TABLE events ADD COLUMN is_last BOOLEAN;
ALTER TABLE events ADD COLUMN publisher TEXT;
ALTER TABLE events ADD COLUMN published DATE;
ALTER TABLE events ADD COLUMN sentence TEXT;
ALTER TABLE events ADD COLUMN actor_words TEXT;
ALTER TABLE events ADD COLUMN recipient_words TEXT;
ALTER TABLE events ADD COLUMN place_words TEXT;
ALTER TABLE events ADD COLUMN voice_words TEXT;
ALTER TABLE events ADD COLUMN voice TEXT[];
UPDATE events SET
    is_last = documents.coder_id = events.coder_id,
    publisher = documents.publisher,
    published = documents.published,
    sentence = record -> 'sentence' ->> 'text',
    actor_words = chr(31) || lower(array_to_string(actor, chr(31))) || chr(31),
    recipient_words = chr(31) || lower(array_to_string(recipient, chr(31))) || chr(31),
    place_words = chr(31) || lower(concat_ws(chr(31), place, admin1)) || chr(31)
FROM documents WHERE documents.id = events.document_id;

-- Who acts in an event, is acted upon, or is its voice.
CREATE TABLE parties (
    document_id TEXT NOT NULL,
    coder_id TEXT NOT NULL,
    event_id TEXT NOT NULL,
    side TEXT NOT NULL,
    name TEXT NOT NULL,
    country TEXT,
    wikidata TEXT,
    office TEXT,
    is_last BOOLEAN NOT NULL
);
