-- What accounts keep beside themselves, their domains and their orders, in words of their own.

CREATE TABLE memo (
    account_id INTEGER NOT NULL REFERENCES account (id),
    kind       TEXT    NOT NULL CHECK (kind IN ('account', 'domain', 'order')),
    object_id  INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    key        TEXT    NOT NULL,
    value      TEXT    NOT NULL,
    shown      INTEGER NOT NULL,
    entered_by TEXT,
    set_at     INTEGER NOT NULL,
    PRIMARY KEY (account_id, kind, object_id, number, key)
) STRICT, WITHOUT ROWID;
