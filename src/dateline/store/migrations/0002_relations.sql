-- What documents say of the political world, a row for each relation; both sides are told so that other documents' match.
CREATE TABLE relations (
    id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    coder_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    subject_name VARCHAR NOT NULL,
    subject_country VARCHAR,
    subject_wikidata VARCHAR,
    of_name VARCHAR NOT NULL,
    of_country VARCHAR,
    of_wikidata VARCHAR,
    office VARCHAR,
    negated BOOLEAN NOT NULL,
    voice VARCHAR,
    words VARCHAR NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    rule VARCHAR NOT NULL,
    PRIMARY KEY (id, coder_id)
);
