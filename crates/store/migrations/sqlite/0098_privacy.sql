-- Privacy: domains of which the public sees a stand-in in the place of their people.

CREATE TABLE privacy (
    domain_id  INTEGER PRIMARY KEY REFERENCES domain (id) ON DELETE CASCADE,
    bought_at  INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    enabled    INTEGER NOT NULL CHECK (enabled IN (0, 1)),
    renews     INTEGER NOT NULL CHECK (renews IN (0, 1))
) STRICT;

-- It can be in a cart and on an order, in a cart beside what else is wanted of its domain.

ALTER TABLE cart_item RENAME TO former_cart_item;

CREATE TABLE cart_item (
    account_id INTEGER NOT NULL REFERENCES account (id),
    id         INTEGER NOT NULL,
    product    TEXT    NOT NULL CHECK (product IN
        ('register', 'renew', 'restore', 'transfer', 'privacy', 'privacy_renewal', 'certificate')),
    title      TEXT    NOT NULL,
    years      INTEGER NOT NULL,
    renews     INTEGER NOT NULL,
    locked     INTEGER NOT NULL,
    active     INTEGER NOT NULL,
    PRIMARY KEY (account_id, id)
) STRICT, WITHOUT ROWID;

INSERT INTO cart_item (account_id, id, product, title, years, renews, locked, active)
    SELECT account_id, id, product, title, years, renews, locked, active FROM former_cart_item;

DROP TABLE former_cart_item;

CREATE UNIQUE INDEX cart_item_by_domain ON cart_item (account_id, title)
    WHERE product IN ('register', 'renew', 'restore', 'transfer');
CREATE UNIQUE INDEX cart_item_by_privacy ON cart_item (account_id, title)
    WHERE product IN ('privacy', 'privacy_renewal');

ALTER TABLE order_line RENAME TO former_order_line;

CREATE TABLE order_line (
    order_id   INTEGER NOT NULL,
    place      INTEGER NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id),
    placed_at  INTEGER NOT NULL,
    product    TEXT    NOT NULL CHECK (product IN
        ('register', 'renew', 'restore', 'transfer', 'privacy', 'privacy_renewal', 'certificate')),
    title      TEXT    NOT NULL,
    object_id  INTEGER,
    years      INTEGER NOT NULL,
    amount     INTEGER NOT NULL,
    currency   TEXT    NOT NULL,
    refused    TEXT,
    PRIMARY KEY (order_id, place)
) STRICT, WITHOUT ROWID;

INSERT INTO order_line (order_id, place, account_id, placed_at, product, title, object_id, years, amount, currency, refused)
    SELECT order_id, place, account_id, placed_at, product, title, object_id, years, amount, currency, refused
    FROM former_order_line;

DROP TABLE former_order_line;

CREATE INDEX order_line_by_account ON order_line (account_id, order_id, place);
CREATE INDEX order_line_by_title ON order_line (account_id, title, order_id, place);
CREATE INDEX order_line_by_certificate ON order_line (object_id) WHERE product = 'certificate';
