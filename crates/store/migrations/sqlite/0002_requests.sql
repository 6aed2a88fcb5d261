-- Requests without a session: how many an account may send; those that end later; notices in the form of a protocol.

ALTER TABLE account ADD COLUMN max_requests INTEGER;
ALTER TABLE destination ADD COLUMN form TEXT;

-- The request that a notice or a transfer ends, so that protocols can name it: a document.
ALTER TABLE notice ADD COLUMN asked TEXT;
ALTER TABLE transfer ADD COLUMN asked TEXT;

-- Requests that were accepted and wait for nothing but their time.
CREATE TABLE pending (
    id         INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    at         INTEGER NOT NULL,
    asked      TEXT    NOT NULL
) STRICT;
