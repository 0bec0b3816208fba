-- How long spoken turns took; at is the end of speech. Forgotten with the events of its time.
CREATE TABLE latency (
    number ${serial},
    session_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    record TEXT NOT NULL
);
CREATE INDEX latency_session ON latency (session_id, number);
CREATE INDEX latency_at ON latency (at);
