-- What accounts asked for, request by request, for clients that ask later what became of it.

CREATE TABLE order_line (
    order_id   INTEGER NOT NULL,
    place      INTEGER NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id),
    placed_at  INTEGER NOT NULL,
    product    TEXT    NOT NULL CHECK (product IN ('register', 'renew', 'restore', 'transfer')),
    name       TEXT    NOT NULL,
    domain_id  INTEGER,
    years      INTEGER NOT NULL,
    amount     INTEGER NOT NULL,
    currency   TEXT    NOT NULL,
    refused    TEXT,
    PRIMARY KEY (order_id, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX order_line_by_account ON order_line (account_id, order_id, place);
CREATE INDEX order_line_by_name ON order_line (account_id, name, order_id, place);
