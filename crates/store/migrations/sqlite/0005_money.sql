-- Invoices, how accounts are billed, what is owed to them; the protection service.

-- For whom invoices are made. What stands on an invoice never changes, so new data is a new row. A document.
CREATE TABLE party (
    id         INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    details    TEXT    NOT NULL
) STRICT;

-- Accounts that were there before have nobody to make invoices for, until the operator says who that is. The protecting
-- network knows each account by its id.
ALTER TABLE account ADD COLUMN credit TEXT NOT NULL DEFAULT 'active' CHECK (credit IN ('active', 'locked', 'inactive'));
ALTER TABLE account ADD COLUMN party INTEGER REFERENCES party (id);
ALTER TABLE account ADD COLUMN reverse_charge INTEGER NOT NULL DEFAULT 0 CHECK (reverse_charge IN (0, 1));
ALTER TABLE account ADD COLUMN customer INTEGER;
UPDATE account SET customer = id;

ALTER TABLE hold ADD COLUMN party INTEGER REFERENCES party (id);
CREATE INDEX hold_account ON hold (account_id, at);

-- The number of the invoice that a line stands on, among those of its account.
ALTER TABLE ledger ADD COLUMN invoice INTEGER;

-- A number is the year and a count within account and year, and the next one is read off the end of this table's key: no
-- row counts for all. Amounts are negative where something is given back.
CREATE TABLE invoice (
    account_id INTEGER NOT NULL REFERENCES account (id),
    number     INTEGER NOT NULL,
    party      INTEGER NOT NULL REFERENCES party (id),
    operation  INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    kind       TEXT    NOT NULL,
    net        INTEGER NOT NULL,
    tax        INTEGER NOT NULL,
    currency   TEXT    NOT NULL,
    object     INTEGER NOT NULL,
    years      INTEGER NOT NULL,
    corrects   INTEGER,
    PRIMARY KEY (account_id, number)
) STRICT, WITHOUT ROWID;

-- What was paid for and did not come to pass, and could not be given back yet. The operation is the one that was paid for.
CREATE TABLE owed (
    operation  INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    amount     INTEGER NOT NULL CHECK (amount >= 0),
    currency   TEXT    NOT NULL,
    object     INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    since      INTEGER NOT NULL
) STRICT;

-- A protection service. `settings` is a document: upstream addresses and rules.
CREATE TABLE protection (
    id           INTEGER PRIMARY KEY,
    name         TEXT    NOT NULL UNIQUE,
    account_id   INTEGER NOT NULL REFERENCES account (id),
    created_at   INTEGER NOT NULL,
    state        TEXT    NOT NULL CHECK (state IN ('requested', 'running', 'unpaid')),
    plan         TEXT    NOT NULL CHECK (plan IN ('start', 'advanced', 'expert')),
    cycle        TEXT    NOT NULL CHECK (cycle IN ('monthly', 'yearly')),
    expires_at   INTEGER NOT NULL,
    mode         TEXT    NOT NULL CHECK (mode IN ('ns', 'cname')),
    settings     TEXT    NOT NULL,
    is_template  INTEGER NOT NULL CHECK (is_template IN (0, 1)),
    used_since   INTEGER NOT NULL,
    uses         INTEGER NOT NULL,
    purged_since INTEGER NOT NULL,
    purges       INTEGER NOT NULL,
    dns_set      INTEGER NOT NULL CHECK (dns_set IN (0, 1)),
    force_dns    INTEGER NOT NULL CHECK (force_dns IN (0, 1)),
    dns_token    BLOB,
    paid_by      INTEGER NOT NULL,
    asked        TEXT
) STRICT;

CREATE INDEX protection_account ON protection (account_id, name);

-- Accounts that were invited to another's service.
CREATE TABLE invitation (
    guest         INTEGER NOT NULL REFERENCES account (id),
    protection_id INTEGER NOT NULL REFERENCES protection (id) ON DELETE CASCADE,
    at            INTEGER NOT NULL,
    accepted      INTEGER NOT NULL CHECK (accepted IN (0, 1)),
    PRIMARY KEY (guest, protection_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX invitation_protection ON invitation (protection_id);

-- What the protecting network in this system has on record. It is the network's own: it refers to nothing here, and what
-- stands here and in `protection` may differ, as two systems may.
CREATE TABLE network_record (
    customer   INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    service    INTEGER,
    plan       TEXT    NOT NULL,
    expires_at INTEGER NOT NULL,
    mode       TEXT    NOT NULL,
    settings   TEXT    NOT NULL,
    dns_set_at INTEGER,
    purged_at  INTEGER,
    PRIMARY KEY (customer, name)
) STRICT, WITHOUT ROWID;
