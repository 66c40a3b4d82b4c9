-- Layers of a document as one coder (a run) found them, and what many documents tell together; both databases read this script.
CREATE TABLE runs (
    coder_id TEXT PRIMARY KEY,
    settings TEXT NOT NULL,
    began TIMESTAMP NOT NULL,
    ended TIMESTAMP
);

-- The watermark: a document has one coding a run, written in the transaction of its rows.
CREATE TABLE codings (
    coder_id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    text_hash TEXT NOT NULL,
    PRIMARY KEY (coder_id, document_id, text_hash)
);

CREATE TABLE sentences (
    coder_id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    reason TEXT,
    PRIMARY KEY (coder_id, document_id, number)
);

CREATE TABLE mentions (
    coder_id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    form TEXT NOT NULL,
    label TEXT,
    chain_id TEXT,
    rule TEXT NOT NULL,
    PRIMARY KEY (coder_id, document_id, span_start, span_end)
);

CREATE TABLE actors (
    coder_id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    chain_id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT,
    sector TEXT[] NOT NULL,
    office TEXT,
    affiliation TEXT,
    wikidata TEXT,
    link_score DOUBLE PRECISION NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (coder_id, document_id, chain_id)
);

CREATE TABLE attributions (
    id TEXT NOT NULL,
    coder_id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    source_start INTEGER,
    source_end INTEGER,
    cue_start INTEGER,
    cue_end INTEGER,
    content_start INTEGER NOT NULL,
    content_end INTEGER NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (id, coder_id)
);

CREATE TABLE duplicates (
    document_id TEXT PRIMARY KEY,
    of_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    share DOUBLE PRECISION NOT NULL
);

CREATE TABLE stories (
    id TEXT PRIMARY KEY,
    first_published DATE,
    last_published DATE
);

-- What a person split or joined stays over re-runs.
CREATE TABLE story_members (
    document_id TEXT PRIMARY KEY,
    story_id TEXT NOT NULL,
    by_hand BOOLEAN NOT NULL
);

-- An event merged across documents; `events` holds what each document tells.
CREATE TABLE merged_events (
    id TEXT NOT NULL,
    coder_id TEXT NOT NULL,
    story_id TEXT NOT NULL,
    status TEXT NOT NULL,
    publishers TEXT[] NOT NULL,
    asserted_by TEXT[] NOT NULL,
    denied_by TEXT[] NOT NULL,
    tolls JSON NOT NULL,
    PRIMARY KEY (id, coder_id)
);

CREATE TABLE event_members (
    event_id TEXT NOT NULL,
    coder_id TEXT NOT NULL,
    merged_id TEXT NOT NULL,
    PRIMARY KEY (event_id, coder_id)
);

-- Append-only: a review is never changed, a later one outweighs it.
CREATE TABLE reviews (
    id TEXT PRIMARY KEY,
    event_id TEXT NOT NULL,
    coder_id TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    verdict TEXT NOT NULL,
    correction JSON,
    written TIMESTAMP NOT NULL
);
