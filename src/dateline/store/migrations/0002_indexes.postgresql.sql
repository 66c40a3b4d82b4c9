-- DuckDB reads columns faster than it would look into indexes; PostgreSQL wants them.
CREATE INDEX events_document ON events (document_id);
CREATE INDEX events_event ON events (event);
CREATE INDEX events_date ON events (date_start);
CREATE INDEX events_actor_country ON events USING gin (actor_country);
CREATE INDEX events_recipient_country ON events USING gin (recipient_country);
CREATE INDEX relations_document ON relations (document_id);
CREATE INDEX sentences_document ON sentences (document_id);
CREATE INDEX mentions_document ON mentions (document_id);
CREATE INDEX actors_document ON actors (document_id);
CREATE INDEX times_document ON times (document_id);
CREATE INDEX places_document ON places (document_id);
CREATE INDEX attributions_document ON attributions (document_id);
CREATE INDEX documents_words ON documents USING gin (to_tsvector('english', coalesce(title, '') || ' ' || text));
CREATE INDEX story_members_story ON story_members (story_id);
CREATE INDEX merged_events_story ON merged_events (story_id);
CREATE INDEX event_members_event ON event_members (event_id);
CREATE INDEX event_members_merged ON event_members (merged_id);
