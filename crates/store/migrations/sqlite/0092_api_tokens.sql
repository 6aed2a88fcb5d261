-- Tokens that stand in the place of an account's password; of each only a keyed hash is kept.

CREATE TABLE api_token (
    account_id INTEGER NOT NULL REFERENCES account (id),
    name       TEXT    NOT NULL,
    id         INTEGER NOT NULL,
    digest     BLOB    NOT NULL CHECK (length(digest) = 32),
    ending     TEXT    NOT NULL,
    made_at    INTEGER NOT NULL,
    PRIMARY KEY (account_id, name)
) STRICT, WITHOUT ROWID;
