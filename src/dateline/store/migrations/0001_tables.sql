-- Documents as read, their events as coded, what failed, and what coded them.
CREATE TABLE documents (
    id VARCHAR PRIMARY KEY,
    text_hash VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    title VARCHAR,
    publisher VARCHAR,
    url VARCHAR,
    author VARCHAR,
    published DATE,
    language VARCHAR
);

CREATE TABLE coders (
    id VARCHAR PRIMARY KEY,
    version VARCHAR NOT NULL,
    ontology VARCHAR NOT NULL,
    model VARCHAR NOT NULL,
    rules_hash VARCHAR NOT NULL
);

CREATE TABLE events (
    id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    coder_id VARCHAR NOT NULL,
    event VARCHAR NOT NULL,
    mode VARCHAR[] NOT NULL,
    quad INTEGER NOT NULL,
    status VARCHAR NOT NULL,
    actor_country VARCHAR,
    recipient_country VARCHAR,
    location_country VARCHAR,
    date_start DATE,
    date_end DATE,
    record JSON NOT NULL,
    PRIMARY KEY (id, coder_id)
);

-- A complaint is kept once, however often a run repeats it.
CREATE TABLE failures (
    place VARCHAR NOT NULL,
    line INTEGER NOT NULL,
    record_id VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    PRIMARY KEY (place, line, record_id, reason)
);
