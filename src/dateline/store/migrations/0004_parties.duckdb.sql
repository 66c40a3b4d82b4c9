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
