-- Commands that are carried out later: by the server when their turn comes, or when their account says so.

CREATE TABLE task (
    id          INTEGER PRIMARY KEY,
    account_id  INTEGER NOT NULL REFERENCES account (id),
    placed_at   INTEGER NOT NULL,
    kind        TEXT    NOT NULL CHECK (kind IN ('job', 'order')),
    protocol    TEXT    NOT NULL,
    command     TEXT    NOT NULL,
    action      TEXT    NOT NULL,
    object      TEXT    NOT NULL,
    client_id   TEXT,
    words       BLOB    NOT NULL,
    state       TEXT    NOT NULL CHECK (state IN ('waiting', 'done', 'refused')),
    since       INTEGER NOT NULL,
    refusals    INTEGER NOT NULL,
    outcome     TEXT,
    code        INTEGER,
    description TEXT,
    answer      TEXT,
    CHECK ((code IS NULL) = (answer IS NULL) AND (description IS NULL) = (answer IS NULL))
) STRICT;

CREATE INDEX task_by_account ON task (account_id, kind, id);
