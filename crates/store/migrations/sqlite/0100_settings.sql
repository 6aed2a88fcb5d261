-- What accounts say of themselves once and for all: how they want their domains, which zones they sell, and the question by
-- which their holders are known.

CREATE TABLE preferences (
    account_id     INTEGER PRIMARY KEY REFERENCES account (id),
    years          INTEGER NOT NULL,
    renewal        TEXT,
    locked         INTEGER NOT NULL CHECK (locked IN (0, 1)),
    house          INTEGER NOT NULL CHECK (house IN (0, 1)),
    servers        TEXT,
    buys_privacy   INTEGER NOT NULL CHECK (buys_privacy IN (0, 1)),
    renews_privacy INTEGER NOT NULL CHECK (renews_privacy IN (0, 1)),
    opts_out       INTEGER NOT NULL CHECK (opts_out IN (0, 1))
) STRICT;

CREATE TABLE assortment (
    account_id INTEGER PRIMARY KEY REFERENCES account (id),
    zones      TEXT
) STRICT;

-- The answer is encrypted, as the account's secrets are: accounts above are told it.
CREATE TABLE security_question (
    account_id INTEGER PRIMARY KEY REFERENCES account (id),
    question   TEXT    NOT NULL,
    answer     BLOB    NOT NULL
) STRICT;
