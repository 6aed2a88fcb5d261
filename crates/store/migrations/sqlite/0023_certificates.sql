-- Orders of certificates for TLS. A certificate is known by the id of its first order; its orders are numbered from 1.

CREATE TABLE certificate_order (
    id          INTEGER PRIMARY KEY,
    certificate INTEGER NOT NULL,
    number      INTEGER NOT NULL,
    account_id  INTEGER NOT NULL REFERENCES account (id),
    kind        TEXT    NOT NULL,
    class       TEXT    NOT NULL,
    years       INTEGER NOT NULL,
    state       TEXT    NOT NULL,
    since       INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER,
    look_at     INTEGER,
    repays      INTEGER NOT NULL,
    request     TEXT,
    controls    TEXT,
    reference   TEXT,
    issued      TEXT,
    reason      TEXT,
    UNIQUE (certificate, number)
) STRICT;

-- The certificates of an account in the order of their age.
CREATE INDEX certificate_of_account ON certificate_order (account_id, certificate, number);
