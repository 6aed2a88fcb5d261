-- E-mail addresses of registrants that accounts have to have confirmed, and which were. `code` is a keyed hash.

CREATE TABLE address_check (
    id           INTEGER PRIMARY KEY,
    account_id   INTEGER NOT NULL REFERENCES account (id),
    email        TEXT    NOT NULL,
    asked_at     INTEGER NOT NULL,
    until        INTEGER NOT NULL,
    mailed_at    INTEGER NOT NULL,
    code         BLOB    NOT NULL CHECK (length(code) = 32),
    confirmed_at INTEGER,
    UNIQUE (account_id, email)
) STRICT;
