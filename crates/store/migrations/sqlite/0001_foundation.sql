-- Accounts, contacts, domains, hosts, transfers, credit, notices, history.
--
-- Ids grow with time, and a new object's id is that of the operation that made it, so all that is written for a new
-- object goes to the end of its table. Every page that a commit touches is written to the log and later to the file:
-- a create therefore touches few. Beside the unique index of its name there is none that it has to touch at random.
-- Instants are milliseconds since 1970-01-01T00:00:00Z. Documents are JSON; NULL stands for an empty one.

CREATE TABLE account (
    id           INTEGER PRIMARY KEY,
    clid         TEXT    NOT NULL UNIQUE,
    name         TEXT    NOT NULL,
    state        TEXT    NOT NULL CHECK (state IN ('active', 'suspended')),
    networks     TEXT,
    certificates TEXT,
    max_sessions INTEGER,
    price_list   TEXT,
    vat          INTEGER NOT NULL CHECK (vat BETWEEN 0 AND 10000),
    created_at   INTEGER NOT NULL
) STRICT;

CREATE TABLE credential (
    realm      TEXT    NOT NULL CHECK (realm IN ('epp', 'rrp', 'wapi', 'enom')),
    login      TEXT    NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id),
    hash       TEXT    NOT NULL,
    set_at     INTEGER NOT NULL,
    PRIMARY KEY (realm, login)
) STRICT, WITHOUT ROWID;

CREATE INDEX credential_account ON credential (account_id);

-- Money stands apart from the account, so that a priced operation touches nothing else of it. What is held is part of
-- the amount: it was not spent yet, and it cannot be spent on anything else.
CREATE TABLE balance (
    account_id     INTEGER PRIMARY KEY REFERENCES account (id),
    currency       TEXT    NOT NULL,
    amount         INTEGER NOT NULL,
    held           INTEGER NOT NULL CHECK (held >= 0),
    credit_limit   INTEGER NOT NULL CHECK (credit_limit >= 0),
    credit_warning INTEGER CHECK (credit_warning >= 0)
) STRICT;

-- Open holds. One that is settled leaves lines in the ledger, one that is released leaves nothing.
CREATE TABLE hold (
    id         INTEGER PRIMARY KEY,
    operation  INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id),
    kind       TEXT    NOT NULL,
    net        INTEGER NOT NULL CHECK (net >= 0),
    tax        INTEGER NOT NULL CHECK (tax >= 0),
    currency   TEXT    NOT NULL,
    object     INTEGER NOT NULL,
    years      INTEGER NOT NULL
) STRICT;

CREATE INDEX hold_object ON hold (object);

-- Lines are never changed or removed. What the registry earned, what it owes the tax office and what came from the bank
-- has no row of its own: it is the sum of the lines, so no two accounts ever wait for one counter.
CREATE TABLE ledger (
    id           INTEGER PRIMARY KEY,
    operation    INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    kind         TEXT    NOT NULL,
    from_account INTEGER REFERENCES account (id),
    from_book    TEXT    CHECK (from_book IN ('revenue', 'tax', 'bank')),
    to_account   INTEGER REFERENCES account (id),
    to_book      TEXT    CHECK (to_book IN ('revenue', 'tax', 'bank')),
    amount       INTEGER NOT NULL CHECK (amount >= 0),
    currency     TEXT    NOT NULL,
    object       INTEGER,
    years        INTEGER NOT NULL,
    reverses     INTEGER REFERENCES ledger (id),
    CHECK ((from_account IS NULL) <> (from_book IS NULL)),
    CHECK ((to_account IS NULL) <> (to_book IS NULL))
) STRICT;

CREATE INDEX ledger_object ON ledger (object) WHERE object IS NOT NULL;

-- A line can be undone once.
CREATE UNIQUE INDEX ledger_reverses ON ledger (reverses) WHERE reverses IS NOT NULL;

CREATE TABLE contact (
    id             INTEGER PRIMARY KEY,
    handle         TEXT    NOT NULL UNIQUE,
    sponsor        INTEGER NOT NULL REFERENCES account (id),
    creator        INTEGER NOT NULL REFERENCES account (id),
    created_at     INTEGER NOT NULL,
    updater        INTEGER REFERENCES account (id),
    updated_at     INTEGER,
    transferred_at INTEGER,
    statuses       INTEGER NOT NULL,
    status_notes   TEXT,
    authinfo       BLOB    CHECK (length(authinfo) = 32),
    details        TEXT    NOT NULL
) STRICT;

-- `contacts` is a list of [role, id], `hosts` one of ids. Both stand the other way round in the tables of links below.
CREATE TABLE domain (
    id              INTEGER PRIMARY KEY,
    name            TEXT    NOT NULL UNIQUE,
    zone            TEXT    NOT NULL,
    sponsor         INTEGER NOT NULL REFERENCES account (id),
    creator         INTEGER NOT NULL REFERENCES account (id),
    created_at      INTEGER NOT NULL,
    updater         INTEGER REFERENCES account (id),
    updated_at      INTEGER,
    expires_at      INTEGER NOT NULL,
    renewal         TEXT    CHECK (renewal IN ('automatic', 'explicit')),
    transferred_at  INTEGER,
    statuses        INTEGER NOT NULL,
    status_notes    TEXT,
    authinfo        BLOB    CHECK (length(authinfo) = 32),
    contacts        TEXT,
    hosts           TEXT,
    host_attributes TEXT,
    dnssec          TEXT,
    grace           TEXT,
    redemption      TEXT
) STRICT;

-- The address list of a host that lies in one of our domains; that domain cannot go while the host is there.
CREATE TABLE host (
    id             INTEGER PRIMARY KEY,
    name           TEXT    NOT NULL UNIQUE,
    superordinate  INTEGER REFERENCES domain (id) ON DELETE RESTRICT,
    sponsor        INTEGER NOT NULL REFERENCES account (id),
    creator        INTEGER NOT NULL REFERENCES account (id),
    created_at     INTEGER NOT NULL,
    updater        INTEGER REFERENCES account (id),
    updated_at     INTEGER,
    transferred_at INTEGER,
    statuses       INTEGER NOT NULL,
    status_notes   TEXT,
    addresses      TEXT
) STRICT;

CREATE INDEX host_superordinate ON host (superordinate) WHERE superordinate IS NOT NULL;

-- The same links the other way round: who uses a contact or host, and that what is in use cannot go. A domain's own
-- lists already stand in its row, so one tree is enough, and a domain removes what its lists say.
CREATE TABLE domain_contact (
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
    domain_id  INTEGER NOT NULL,
    role       INTEGER NOT NULL CHECK (role BETWEEN 0 AND 3),
    PRIMARY KEY (contact_id, domain_id, role)
) STRICT, WITHOUT ROWID;

-- The sponsor is the domain's. It is repeated here so that "does another sponsor's domain use this host" is answered
-- by two looks into the tree, not by a walk over a million domains of the same sponsor.
CREATE TABLE domain_host (
    host_id   INTEGER NOT NULL REFERENCES host (id) ON DELETE RESTRICT,
    sponsor   INTEGER NOT NULL,
    domain_id INTEGER NOT NULL,
    PRIMARY KEY (host_id, sponsor, domain_id)
) STRICT, WITHOUT ROWID;

-- The latest transfer of a domain or contact.
CREATE TABLE transfer (
    object       INTEGER PRIMARY KEY,
    state        TEXT    NOT NULL,
    gaining      INTEGER NOT NULL REFERENCES account (id),
    requested_at INTEGER NOT NULL,
    losing       INTEGER NOT NULL REFERENCES account (id),
    acts_at      INTEGER NOT NULL,
    years        INTEGER NOT NULL,
    expires_at   INTEGER
) STRICT;

CREATE TABLE notice (
    id         INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    at         INTEGER NOT NULL,
    event      TEXT    NOT NULL
) STRICT;

CREATE INDEX notice_account ON notice (account_id, id);

-- How many notices wait, so that a poll costs the same however many do.
CREATE TABLE queue (
    account_id INTEGER PRIMARY KEY REFERENCES account (id),
    waiting    INTEGER NOT NULL CHECK (waiting >= 0)
) STRICT;

-- Where an account's notices are sent beside its queue. It stands apart from the account, so that nobody who reads an
-- account carries a secret about.
CREATE TABLE destination (
    account_id INTEGER PRIMARY KEY REFERENCES account (id),
    kind       TEXT    NOT NULL CHECK (kind IN ('url', 'mail')),
    address    TEXT    NOT NULL,
    secret     BLOB
) STRICT;

-- Notices on their way. A notice may be acknowledged, and go, while it is.
CREATE TABLE delivery (
    notice_id INTEGER PRIMARY KEY,
    begun_at  INTEGER,
    next_at   INTEGER NOT NULL,
    attempts  INTEGER NOT NULL
) STRICT;

-- Reminders to look at something when its time has come, read in order. They refer to nothing: what a reminder finds
-- gone it leaves alone. Most are written in the order in which they fall due, so they are appended.
CREATE TABLE due (
    at     INTEGER NOT NULL,
    job    INTEGER NOT NULL,
    object INTEGER NOT NULL,
    since  INTEGER NOT NULL,
    PRIMARY KEY (at, job, object)
) STRICT, WITHOUT ROWID;

-- What happened, by object. It refers to nothing, because it outlives what it tells of.
CREATE TABLE history (
    operation  INTEGER NOT NULL,
    object     INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    action     TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    client_id  TEXT,
    PRIMARY KEY (object, operation)
) STRICT, WITHOUT ROWID;

-- Operations that made something are found by the object, which has their id.
CREATE INDEX history_operation ON history (operation) WHERE operation <> object;
