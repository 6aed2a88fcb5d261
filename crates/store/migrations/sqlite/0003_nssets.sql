-- Sets of name servers; accounts that a contact was opened to; names in quarantine; letters on their way.

-- `contacts` is a list of ids, `servers` one of names with addresses.
CREATE TABLE nsset (
    id             INTEGER PRIMARY KEY,
    name           TEXT    NOT NULL UNIQUE,
    sponsor        INTEGER NOT NULL REFERENCES account (id),
    creator        INTEGER NOT NULL REFERENCES account (id),
    created_at     INTEGER NOT NULL,
    updater        INTEGER REFERENCES account (id),
    updated_at     INTEGER,
    transferred_at INTEGER,
    statuses       INTEGER NOT NULL,
    status_notes   TEXT,
    authinfo       BLOB    CHECK (length(authinfo) = 32),
    contacts       TEXT,
    servers        TEXT
) STRICT;

-- The links of `contacts` the other way round: a contact that a set names cannot go.
CREATE TABLE nsset_contact (
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
    nsset_id   INTEGER NOT NULL,
    PRIMARY KEY (contact_id, nsset_id)
) STRICT, WITHOUT ROWID;

-- A domain is delegated to one set at most, and a set that serves a domain cannot go. Domains without a set have no
-- place in the index.
ALTER TABLE domain ADD COLUMN nsset INTEGER REFERENCES nsset (id) ON DELETE RESTRICT;

CREATE INDEX domain_nsset ON domain (nsset) WHERE nsset IS NOT NULL;

-- Accounts that showed a contact's authInfo once and may see and change it since.
CREATE TABLE contact_access (
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    account_id INTEGER NOT NULL REFERENCES account (id),
    PRIMARY KEY (contact_id, account_id)
) STRICT, WITHOUT ROWID;

-- Names of deleted objects that are not free yet. They refer to nothing, because they outlive what they tell of.
CREATE TABLE tombstone (
    object INTEGER PRIMARY KEY,
    kind   TEXT    NOT NULL CHECK (kind IN ('contact', 'nsset')),
    name   TEXT    NOT NULL,
    until  INTEGER NOT NULL,
    UNIQUE (kind, name)
) STRICT;

-- Letters to people outside the system, until they are delivered or given up. The text is encrypted, because it may
-- hold a secret.
CREATE TABLE letter (
    id         INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    at         INTEGER NOT NULL,
    recipient  TEXT    NOT NULL,
    subject    TEXT    NOT NULL,
    text       BLOB    NOT NULL
) STRICT;

-- Letters are delivered as notices are.
ALTER TABLE delivery RENAME COLUMN notice_id TO cargo_id;
