-- DNS zones with their rows, and what is published of them.
--
-- A row change touches the zone, the row and its index entry, whatever else there is; a commit touches what was changed.

-- How much of the DNS an account may have; NULL means what the house rules say.
ALTER TABLE account ADD COLUMN dns_zones INTEGER CHECK (dns_zones >= 0);
ALTER TABLE account ADD COLUMN dns_rows  INTEGER CHECK (dns_rows >= 0);

-- The columns from `axfr` on are of a primary zone, those from `source` on of a secondary one.
CREATE TABLE dns_zone (
    id           INTEGER PRIMARY KEY,
    name         TEXT    NOT NULL UNIQUE,
    owner        INTEGER NOT NULL REFERENCES account (id),
    state        TEXT    NOT NULL CHECK (state IN ('active', 'disabled', 'deleted')),
    locked       TEXT    NOT NULL CHECK (locked IN ('none', 'user')),
    signing      TEXT    NOT NULL CHECK (signing IN ('unsigned', 'own', 'keyset')),
    keyset       TEXT,
    mname        TEXT    NOT NULL,
    rname        TEXT    NOT NULL,
    refresh      INTEGER NOT NULL,
    retry        INTEGER NOT NULL,
    expire       INTEGER NOT NULL,
    minimum      INTEGER NOT NULL,
    soa_ttl      INTEGER NOT NULL,
    name_servers TEXT,
    serial       INTEGER NOT NULL,
    row_count    INTEGER NOT NULL CHECK (row_count >= 0),
    changed      INTEGER NOT NULL CHECK (changed IN (0, 1)),
    auto_commit  INTEGER NOT NULL CHECK (auto_commit IN (0, 1)),
    added_at     INTEGER NOT NULL,
    changed_at   INTEGER,
    committed_at INTEGER,
    reloaded_at  INTEGER,
    disabled_at  INTEGER,
    enabled_at   INTEGER,
    deleted_at   INTEGER,
    axfr         INTEGER CHECK (axfr IN (0, 1)),
    axfr_to      TEXT,
    source       TEXT,
    next_run     INTEGER,
    asked_at     INTEGER,
    answered_at  INTEGER,
    expires_at   INTEGER,
    expired      INTEGER CHECK (expired IN (0, 1)),
    CHECK ((axfr IS NULL) <> (source IS NULL))
) STRICT;

CREATE INDEX dns_zone_owner ON dns_zone (owner, name) WHERE state <> 'deleted';

-- Rows as they were changed last. `rdata` is as its owner wrote it, `wire` as the DNS carries it, `digest` the beginning
-- of the SHA-256 of that: what makes a row unique stays short however long its data is.
CREATE TABLE dns_row (
    id         INTEGER PRIMARY KEY,
    zone_id    INTEGER NOT NULL REFERENCES dns_zone (id),
    name       TEXT    NOT NULL,
    kind       INTEGER NOT NULL,
    digest     BLOB    NOT NULL CHECK (length(digest) = 16),
    ttl        INTEGER NOT NULL,
    rdata      TEXT    NOT NULL,
    wire       BLOB    NOT NULL,
    changed_at INTEGER NOT NULL,
    remark     TEXT,
    committed  INTEGER NOT NULL CHECK (committed IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX dns_row_place ON dns_row (zone_id, name, kind, digest);

CREATE INDEX dns_row_draft ON dns_row (zone_id) WHERE committed = 0;

-- What was published and is not in the rows any more: the next commit withdraws it.
CREATE TABLE dns_withdrawal (
    zone_id INTEGER NOT NULL REFERENCES dns_zone (id),
    name    TEXT    NOT NULL,
    kind    INTEGER NOT NULL,
    digest  BLOB    NOT NULL CHECK (length(digest) = 16),
    PRIMARY KEY (zone_id, name, kind, digest)
) STRICT, WITHOUT ROWID;

-- What is published, in the order in which a zone is transferred and looked up.
CREATE TABLE dns_record (
    zone_id INTEGER NOT NULL REFERENCES dns_zone (id),
    name    TEXT    NOT NULL,
    kind    INTEGER NOT NULL,
    digest  BLOB    NOT NULL CHECK (length(digest) = 16),
    ttl     INTEGER NOT NULL,
    wire    BLOB    NOT NULL,
    PRIMARY KEY (zone_id, name, kind, digest)
) STRICT, WITHOUT ROWID;
