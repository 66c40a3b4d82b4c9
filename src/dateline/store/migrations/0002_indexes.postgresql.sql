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
