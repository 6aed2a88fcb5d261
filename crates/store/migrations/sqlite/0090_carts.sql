-- What accounts mean to order, put together before it is ordered; and orders of certificates beside those of domains.

CREATE TABLE cart_item (
    account_id INTEGER NOT NULL REFERENCES account (id),
    id         INTEGER NOT NULL,
    product    TEXT    NOT NULL CHECK (product IN ('register', 'renew', 'restore', 'transfer', 'certificate')),
    title      TEXT    NOT NULL,
    years      INTEGER NOT NULL,
    renews     INTEGER NOT NULL,
    locked     INTEGER NOT NULL,
    active     INTEGER NOT NULL,
    PRIMARY KEY (account_id, id)
) STRICT, WITHOUT ROWID;

-- A domain is in a cart once. Of certificates that are all alike, several may be wanted.
CREATE UNIQUE INDEX cart_item_by_domain ON cart_item (account_id, title) WHERE product <> 'certificate';

ALTER TABLE order_line RENAME TO former_order_line;

CREATE TABLE order_line (
    order_id   INTEGER NOT NULL,
    place      INTEGER NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id),
    placed_at  INTEGER NOT NULL,
    product    TEXT    NOT NULL CHECK (product IN ('register', 'renew', 'restore', 'transfer', 'certificate')),
    title      TEXT    NOT NULL,
    object_id  INTEGER,
    years      INTEGER NOT NULL,
    amount     INTEGER NOT NULL,
    currency   TEXT    NOT NULL,
    refused    TEXT,
    PRIMARY KEY (order_id, place)
) STRICT, WITHOUT ROWID;

INSERT INTO order_line (order_id, place, account_id, placed_at, product, title, object_id, years, amount, currency, refused)
    SELECT order_id, place, account_id, placed_at, product, name, domain_id, years, amount, currency, refused
    FROM former_order_line;

DROP TABLE former_order_line;

CREATE INDEX order_line_by_account ON order_line (account_id, order_id, place);
CREATE INDEX order_line_by_title ON order_line (account_id, title, order_id, place);
CREATE INDEX order_line_by_certificate ON order_line (object_id) WHERE product = 'certificate';
