-- Written for SQLite and PostgreSQL alike; ${serial}, ${number} and ${bytes} stand for what they call by different names.
-- Times are nanoseconds since the epoch, for sorting and comparing; the exact value is in the record beside them, a JSON document.

CREATE TABLE session (
    id TEXT PRIMARY KEY,
    updated_at BIGINT NOT NULL,
    record TEXT NOT NULL
);
CREATE INDEX session_updated_at ON session (updated_at);

CREATE TABLE turn (
    number ${serial},
    session_id TEXT NOT NULL REFERENCES session (id),
    record TEXT NOT NULL
);
CREATE INDEX turn_session ON turn (session_id, number);

CREATE TABLE execution (
    number ${serial},
    id TEXT NOT NULL UNIQUE,
    session_id TEXT NOT NULL REFERENCES session (id),
    state TEXT NOT NULL,
    settled INTEGER NOT NULL,
    request_key TEXT UNIQUE,
    version BIGINT NOT NULL,
    record TEXT NOT NULL
);
CREATE INDEX execution_session ON execution (session_id, number);
CREATE INDEX execution_state ON execution (state, number);
CREATE INDEX execution_unsettled ON execution (number) WHERE settled = 0;

-- What commands printed, up to 1 MiB each: apart, so that it is neither written again with each change of state nor read by lists.
-- The record of the execution names each by its digest.
CREATE TABLE step_output (
    execution_id TEXT NOT NULL REFERENCES execution (id),
    digest TEXT NOT NULL,
    output ${bytes} NOT NULL,
    PRIMARY KEY (execution_id, digest)
);

CREATE TABLE question (
    id TEXT PRIMARY KEY,
    execution_id TEXT NOT NULL REFERENCES execution (id)
);

CREATE TABLE event (
    number ${number},
    at BIGINT NOT NULL,
    session_id TEXT NOT NULL,
    record TEXT NOT NULL
);
CREATE INDEX event_session ON event (session_id, number);
CREATE INDEX event_at ON event (at);

-- Remembers what cannot be read from the rows any more, such as the newest event number after all events were trimmed.
CREATE TABLE counter (
    name TEXT PRIMARY KEY,
    number BIGINT NOT NULL
);

CREATE TABLE audit (
    sequence ${number},
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    session_id TEXT,
    execution_id TEXT,
    facts TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
);

CREATE TABLE grant_ (
    id TEXT PRIMARY KEY,
    ends_at BIGINT NOT NULL,
    record TEXT NOT NULL
);
CREATE INDEX grant_ends_at ON grant_ (ends_at);
