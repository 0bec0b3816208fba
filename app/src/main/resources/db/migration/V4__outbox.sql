-- What the person may have to hear of when away. told_with is the notice it goes out with (itself, where it leads a message); NULL while that is not decided.
CREATE TABLE outbox (
    number ${serial},
    id TEXT NOT NULL UNIQUE,
    at BIGINT NOT NULL,
    told_with TEXT,
    record TEXT NOT NULL
);
CREATE INDEX outbox_undecided ON outbox (number) WHERE told_with IS NULL;
CREATE INDEX outbox_told_with ON outbox (told_with, number);

-- One message on its way by one channel, named by the notice that leads it. state is waiting, delivered, given_up or superseded; due_at is the next try,
-- ref what the channel calls the message, why what went wrong the last time.
CREATE TABLE delivery (
    notice_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    state TEXT NOT NULL,
    begun_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    settled_at BIGINT,
    ref TEXT,
    why TEXT,
    PRIMARY KEY (notice_id, channel)
);
CREATE INDEX delivery_waiting ON delivery (due_at) WHERE state = 'waiting';
CREATE INDEX delivery_begun_at ON delivery (begun_at);
CREATE INDEX delivery_ref ON delivery (channel, ref);

-- What the person wrote in a channel, so that it is taken once.
CREATE TABLE heard (
    channel TEXT NOT NULL,
    message_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (channel, message_id)
);
CREATE INDEX heard_at ON heard (channel, at);

-- Browsers that want to be told.
CREATE TABLE push_subscription (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    record TEXT NOT NULL
);
