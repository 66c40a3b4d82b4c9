-- Parties of the events that are there already.
INSERT INTO parties
SELECT document_id, coder_id, id, side, party ->> 'name', party ->> 'country', party ->> 'wikidata', party ->> 'office', is_last
FROM (
    SELECT document_id, coder_id, id, is_last, 'actor' AS side, unnest(json_extract(record, '$.actor[*]')) AS party FROM events
    UNION ALL
    SELECT document_id, coder_id, id, is_last, 'recipient', unnest(json_extract(record, '$.recipient[*]')) FROM events
    UNION ALL
    SELECT document_id, coder_id, id, is_last, 'voice', unnest(json_extract(record, '$.attribution[*].source')) FROM events
) AS named WHERE party ->> 'name' IS NOT NULL;
UPDATE events SET voice_words = chr(31) || chr(31), voice = [];
UPDATE events SET voice_words = told.words, voice = told.names FROM (
    SELECT event_id, coder_id, chr(31) || lower(string_agg(name, chr(31))) || chr(31) AS words, array_agg(name) AS names
    FROM parties WHERE side = 'voice' GROUP BY event_id, coder_id
) AS told WHERE told.event_id = events.id AND told.coder_id = events.coder_id;
