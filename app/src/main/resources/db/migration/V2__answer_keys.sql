-- The idempotency key of a request that was taken as an answer, such as a bare yes: sent again, it must not answer the next question.
CREATE TABLE answer_key (
    request_key TEXT PRIMARY KEY,
    execution_id TEXT NOT NULL REFERENCES execution (id)
);

-- What is open in a session is looked up with each request, however long the session has become.
CREATE INDEX execution_session_unsettled ON execution (session_id, number) WHERE settled = 0;
