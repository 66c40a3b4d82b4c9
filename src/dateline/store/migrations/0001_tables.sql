-- Both databases read this script. A run is the work of one coder; what it found in a document stands apart from other runs' findings.
CREATE TABLE runs (
    id TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    ontology TEXT NOT NULL,
    model TEXT NOT NULL,
    rules_hash TEXT NOT NULL,
    began TIMESTAMP NOT NULL
);

-- `coder_id` is the run that coded the document last; its findings are shown where no run is asked for.
CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    text_hash TEXT NOT NULL,
    text TEXT NOT NULL,
    title TEXT,
    publisher TEXT,
    url TEXT,
    author TEXT,
    published DATE,
    language TEXT,
    page_hash TEXT,
    extractor TEXT,
    coder_id TEXT NOT NULL
);

-- The watermark, written in the transaction of the rows below: a document has one coding a run.
CREATE TABLE codings (
    document_id TEXT NOT NULL,
    coder_id TEXT NOT NULL,
    coded TIMESTAMP NOT NULL,
    PRIMARY KEY (document_id, coder_id)
);

CREATE TABLE sentences (
    document_id TEXT NOT NULL,
    coder_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    reason TEXT
);

CREATE TABLE mentions (
    document_id TEXT NOT NULL,
    coder_id TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    form TEXT NOT NULL,
    label TEXT,
    chain_id TEXT,
    rule TEXT NOT NULL
);

CREATE TABLE actors (
    document_id TEXT NOT NULL,
    coder_id TEXT NOT NULL,
    chain_id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT,
    sector TEXT[] NOT NULL,
    office TEXT,
    affiliation TEXT,
    wikidata TEXT,
    link_score DOUBLE PRECISION NOT NULL,
    rule TEXT NOT NULL
);

CREATE TABLE times (
    document_id TEXT NOT NULL,
    coder_id TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    date_start DATE,
    date_end DATE,
    granularity TEXT NOT NULL,
    rule TEXT NOT NULL
);

CREATE TABLE places (
    document_id TEXT NOT NULL,
    coder_id TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    name TEXT NOT NULL,
    country TEXT,
    admin1 TEXT,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    resolution INTEGER NOT NULL,
    rule TEXT NOT NULL
);

CREATE TABLE attributions (
    document_id TEXT NOT NULL,
    coder_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    source_start INTEGER,
    source_end INTEGER,
    cue_start INTEGER,
    cue_end INTEGER,
    content_start INTEGER NOT NULL,
    content_end INTEGER NOT NULL,
    rule TEXT NOT NULL
);

-- What one document tells; the record is the whole of it, the columns before it are what questions ask by.
CREATE TABLE events (
    id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    coder_id TEXT NOT NULL,
    event TEXT NOT NULL,
    mode TEXT[] NOT NULL,
    context TEXT[] NOT NULL,
    quad INTEGER NOT NULL,
    score DOUBLE PRECISION NOT NULL,
    status TEXT NOT NULL,
    historical BOOLEAN NOT NULL,
    date_start DATE,
    date_end DATE,
    actor TEXT[] NOT NULL,
    actor_country TEXT[] NOT NULL,
    recipient TEXT[] NOT NULL,
    recipient_country TEXT[] NOT NULL,
    place TEXT,
    admin1 TEXT,
    location_country TEXT,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    confidence DOUBLE PRECISION,
    record JSON NOT NULL,
    PRIMARY KEY (id, coder_id)
);

-- What documents say of the political world; both sides are told so that other documents' match.
CREATE TABLE relations (
    id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    coder_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject_name TEXT NOT NULL,
    subject_country TEXT,
    subject_wikidata TEXT,
    of_name TEXT NOT NULL,
    of_country TEXT,
    of_wikidata TEXT,
    office TEXT,
    negated BOOLEAN NOT NULL,
    voice TEXT,
    words TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (id, coder_id)
);

-- A complaint is kept once, however often a run repeats it.
CREATE TABLE failures (
    place TEXT NOT NULL,
    line INTEGER NOT NULL,
    record_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    failed TIMESTAMP NOT NULL,
    PRIMARY KEY (place, line, record_id, reason)
);

CREATE TABLE duplicates (
    document_id TEXT PRIMARY KEY,
    of_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    share DOUBLE PRECISION NOT NULL
);

-- A document's story; `coder_id` is the run whose events are merged there, empty where that is still to do.
CREATE TABLE story_members (
    document_id TEXT PRIMARY KEY,
    story_id TEXT NOT NULL,
    by_hand BOOLEAN NOT NULL,
    coder_id TEXT NOT NULL
);

-- Stories that a person has split are never joined again.
CREATE TABLE stories_apart (
    one TEXT NOT NULL,
    other TEXT NOT NULL
);

-- What linking must know to go on: the sums of the features of stories that may take more, and what is kept of the latest texts.
CREATE TABLE open_stories (
    story_id TEXT NOT NULL,
    features JSON NOT NULL,
    documents INTEGER NOT NULL,
    last_published DATE
);
CREATE TABLE sketches (
    position INTEGER NOT NULL,
    document_id TEXT NOT NULL,
    kept BIGINT[] NOT NULL,
    sampled BIGINT[] NOT NULL,
    day INTEGER NOT NULL
);

-- One happening, merged across the documents of a story; `reports` counts documents, `publishers` are independent ones.
CREATE TABLE merged_events (
    id TEXT NOT NULL,
    story_id TEXT NOT NULL,
    status TEXT NOT NULL,
    reports INTEGER NOT NULL,
    publishers TEXT[] NOT NULL,
    asserted_by TEXT[] NOT NULL,
    denied_by TEXT[] NOT NULL,
    tolls JSON NOT NULL
);

CREATE TABLE event_members (
    event_id TEXT NOT NULL,
    coder_id TEXT NOT NULL,
    merged_id TEXT NOT NULL,
    is_first BOOLEAN NOT NULL
);

-- What reviewers are asked, drawn in one way of sampling; the record is the coder's own, whatever reviewers make of it.
CREATE TABLE review_items (
    event_id TEXT NOT NULL,
    coder_id TEXT NOT NULL,
    sampling TEXT NOT NULL,
    position INTEGER NOT NULL,
    is_double BOOLEAN NOT NULL,
    gold JSON,
    record JSON NOT NULL,
    PRIMARY KEY (event_id, coder_id, sampling)
);

-- Append-only: a review is never changed, a later one of the same reviewer outweighs it.
CREATE TABLE reviews (
    id TEXT PRIMARY KEY,
    event_id TEXT NOT NULL,
    coder_id TEXT NOT NULL,
    sampling TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    is_adjudication BOOLEAN NOT NULL,
    verdict TEXT NOT NULL,
    correction JSON,
    written TIMESTAMP NOT NULL
);
